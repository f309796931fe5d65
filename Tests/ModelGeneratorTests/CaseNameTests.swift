import Testing

@testable import ModelGenerator

@Suite("The name of an enumeration's case")
struct CaseNameTests {
    @Test(
        "is the value in lower camel case",
        arguments: [
            ("Customer Deficiency", "customerDeficiency"), ("Legal / Tax / Regulatory", "legalTaxRegulatory"),
            ("USD", "usd"), ("AWSSalesRep", "awsSalesRep"),
            ("SaaS", "saaS"), ("CREATED_DATE", "createdDate"),
            ("People/Relationship/Governance", "peopleRelationshipGovernance"), ("In review", "inReview"),
            ("lowerCamel", "lowerCamel"), ("S3", "s3"), ("3D", "_3d"), ("", "empty"), ("&", "empty"), ("R&D", "rD"),
            ("Côte d'Ivoire", "cTeDIvoire"),
            ("Not AWS", "notAws"), ("io2", "io2"),
        ]
    )
    func lowerCamel(value: String, name: String) {
        #expect(SwiftName.cases([value]) == [name])
    }

    @Test(
        "is in backticks where Swift has the word for itself",
        arguments: ["default", "In", "Public", "SELF", "switch", "Any"]
    )
    func keywords(value: String) {
        let name = SwiftName.cases([value])[0]
        #expect(name == "`\(value.lowercased())`" || name == "self2" || name == "any")
    }

    @Test("differs from every other case's, and from what the enumeration has beside its cases")
    func clashes() {
        #expect(SwiftName.cases(["Sci-Fi", "Sci Fi", "SCI_FI", "sciFi2"]) == ["sciFi", "sciFi2", "sciFi3", "sciFi22"])
        #expect(
            SwiftName.cases(["Unrecognized", "modelled", "placeholder", "rawValue"]) == [
                "unrecognized2", "modelled2", "placeholder2", "rawValue2",
            ]
        )
        let many = (0..<50).map { _ in "same" }
        #expect(Set(SwiftName.cases(many)).count == 50)
    }
}
