import Foundation
import Testing

@testable import ModelGenerator

@Suite("The name of an enumeration's case")
struct CaseNameTests {
    @Test(
        "is the value in lower camel case",
        arguments: [
            ("Customer Deficiency", "customerDeficiency"), ("Legal / Tax / Regulatory", "legalTaxRegulatory"), ("USD", "usd"), ("AWSSalesRep", "awsSalesRep"),
            ("SaaS", "saaS"), ("CREATED_DATE", "createdDate"), ("People/Relationship/Governance", "peopleRelationshipGovernance"), ("In review", "inReview"),
            ("lowerCamel", "lowerCamel"), ("S3", "s3"), ("3D", "_3d"), ("", "empty"), ("&", "empty"), ("R&D", "rD"), ("Côte d'Ivoire", "cTeDIvoire"),
            ("Not AWS", "notAws"), ("io2", "io2"),
        ])
    func lowerCamel(value: String, name: String) {
        #expect(SwiftName.cases([value]) == [name])
    }

    @Test("is in backticks where Swift has the word for itself", arguments: ["default", "In", "Public", "SELF", "switch", "Any"])
    func keywords(value: String) {
        let name = SwiftName.cases([value])[0]
        #expect(name == "`\(value.lowercased())`" || name == "self2" || name == "any")
    }

    @Test("differs from every other case's, and from what the enumeration has beside its cases")
    func clashes() {
        #expect(SwiftName.cases(["Sci-Fi", "Sci Fi", "SCI_FI", "sciFi2"]) == ["sciFi", "sciFi2", "sciFi3", "sciFi22"])
        #expect(SwiftName.cases(["Unrecognized", "modelled", "placeholder", "rawValue"]) == ["unrecognized2", "modelled2", "placeholder2", "rawValue2"])
        let many = (0..<50).map { _ in "same" }
        #expect(Set(SwiftName.cases(many)).count == 50)
    }
}

@Suite("The name of a type")
struct TypeNameTests {
    @Test(
        "is the shape's own, with capital words",
        arguments: [("Project", "Project"), ("keyId", "KeyId"), ("__string", "String"), ("foo_bar-baz", "FooBarBaz"), ("AWSThing", "AWSThing"), ("3DModel", "_3DModel")])
    func words(shape: String, name: String) {
        #expect(SwiftName.type(shape) == name)
    }

    @Test("differs from every other type's in more than case, and from Swift's and the runtime's own")
    func clashes() {
        let names = SwiftName.types(["KeyId", "keyId", "KEYID", "String", "Document", "Endpoint", "Patterns"])
        #expect(Set(names.values.map { $0.lowercased() }).count == 7)
        #expect(names["KeyId"] == "KeyId" && names["keyId"] == "KeyId2")
        #expect(names["String"] == "StringShape" && names["Document"] == "DocumentShape" && names["Endpoint"] == "EndpointShape")
    }

    @Test("is reserved for each type that the runtime makes public")
    func runtime() throws {
        let declaration = /^public (?:indirect )?(?:struct|enum|protocol|final class|typealias) (\w+)/.anchorsMatchLineEndings()
        var found: Set<String> = []
        for module in ["AWSJSON", "SmithyTypes"] {
            let folder = PackageRoot.url.appendingPathComponent("Sources/\(module)").resolvingSymlinksInPath()
            let paths = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
            for path in paths where path.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
                found.formUnion(text.matches(of: declaration).map { String($0.1) })
            }
        }
        #expect(found.count > 30)
        #expect(found.subtracting(ReservedNames.types).sorted() == [])
    }
}

@Suite("The name of a member")
struct MemberNameTests {
    @Test(
        "is the wire's, in lower camel case",
        arguments: [("Identifier", "identifier"), ("AWSAccountId", "awsAccountId"), ("kebab-case", "kebabCase"), ("S", "s"), ("SS", "ss"), ("2nd", "_2nd"), ("In", "`in`"), ("a_b", "a_b"), ("$", "unnamed")])
    func lowerCamel(member: String, name: String) {
        #expect(SwiftName.member(member) == name)
    }

    @Test("differs from every other member's of its structure")
    func clashes() {
        #expect(SwiftName.members(["S", "s", "HashValue", "Self"], besides: ReservedNames.ofStructures) == ["s", "s2", "hashValue2", "self2"])
        #expect(SwiftName.members(["Unrecognized"], besides: ReservedNames.ofUnions) == ["unrecognized2"])
    }
}
