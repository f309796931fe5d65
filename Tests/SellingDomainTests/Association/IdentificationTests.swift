import SellingDomain
import SellingShapes
import Testing

@Suite("How a request names a related entity")
struct IdentificationTests {
    // MARK: Solutions (model, SolutionIdentifier)

    @Test(
        "a solution is S- and 1 to 19 digits",
        arguments: ["S-1", "S-0059717", "S-1234567", "S-1234567890123456789"]
    )
    func solutions(_ identifier: String) {
        #expect(identificationViolation(RelatedEntity(.solutions, identifier)) == nil)
    }

    @Test(
        "and nothing else",
        arguments: [
            "", "S-", "S", "1234567", "s-1234567", "S-12345678901234567890", "S-12a", "S-1 ", " S-1", "S--1", "S-١٢",
            "Other", "arn:aws:partnercentral:us-east-1:123456789012:catalog/AWS/solution/S-1234567",
        ]
    )
    func notSolutions(_ identifier: String) throws {
        let violation = try #require(identificationViolation(RelatedEntity(.solutions, identifier)))
        #expect(violation.rule == RuleCatalogue.solutionIdentifier)
        #expect(violation.code == .invalidValue)
        #expect(violation.fieldName == "relatedEntityIdentifier")
        #expect(violation.offendingValue == identifier)
        #expect(violation.message.contains("S-1234567"))
    }

    // MARK: AWS products (AWS's published list)

    @Test("every AWS product of the list is accepted")
    func products() {
        #expect(AWSProducts.identifiers.count == 522)
        for identifier in AWSProducts.identifiers {
            #expect(identificationViolation(RelatedEntity(.awsProducts, identifier)) == nil, "\(identifier)")
        }
    }

    @Test("the list is made of letters and digits, none longer than 59")
    func productForm() {
        for identifier in AWSProducts.identifiers {
            #expect(identifier.utf8.count <= 59 && identifier.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
        }
    }

    static let hints: [(String, hint: String?)] = [
        ("amazonec2linux", "AmazonEC2Linux"),
        ("AMAZON EC2 LINUX", "AmazonEC2Linux"),
        ("EC2Linux", "AmazonEC2Linux"),
        ("Lambda", "AWSLambda"),
        ("AmazonLambda", "AWSLambda"),
        ("Amazon S3", "AmazonS3"),
        ("aws-step-functions", "AWSStepFunctions"),
        ("Aurora", "AmazonAuroraDSQL"),
        ("Frobnicator", nil),
        ("x", nil),
        ("", nil),
        ("---", nil),
    ]

    @Test("another name is refused, with a hint where one is near", arguments: hints)
    func productHints(_ name: String, _ hint: String?) throws {
        let violation = try #require(identificationViolation(RelatedEntity(.awsProducts, name)))
        #expect(violation.rule == RuleCatalogue.productIsListed)
        #expect(violation.code == .invalidValue)
        #expect(
            violation.message
                == "'\(name)' is not the identifier of an AWS product." + (hint.map { " Did you mean '\($0)'?" } ?? "")
        )
        #expect(violation.wouldPass == "one of the 522 identifiers of AWS's product list")
    }

    @Test("a hint is itself accepted", arguments: 1...20)
    func hintsAreRight(_ seed: Int) throws {
        var random = SeededGenerator(seed)
        let product = try #require(AWSProducts.identifiers.sorted().randomElement(using: &random))
        let spelled = product.map { Bool.random(using: &random) ? "-\($0)" : "\($0)".lowercased() }.joined() + "!"
        let message = try #require(identificationViolation(RelatedEntity(.awsProducts, spelled))).message
        #expect(message.hasSuffix("Did you mean '\(product)'?"), "\(spelled)")
    }

    // MARK: AWS Marketplace entities (model, AwsMarketplaceOfferIdentifier and its siblings)

    private static let stem = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace"

    static let goodARNs: [(RelatedEntityType, String)] = [
        (.awsMarketplaceOffers, "\(stem)/Offer/offer-abc123"),
        (.awsMarketplaceOffers, "\(stem)/Offer/anything at all"),
        (.awsMarketplaceOffers, "\(stem)/Offer/with/slashes:and:colons"),
        (.awsMarketplaceOffers, "arn:aws:aws-marketplace:eu-central-12:000000000000:AWSMarketplace/Offer/o"),
        (.awsMarketplaceOfferSets, "\(stem)/OfferSet/offerset-abc"),
        (.awsMarketplaceSolutions, "\(stem)/Solution/soln-abc"),
        (.awsMarketplaceProducts, "\(stem)/SaaSProduct/prod-abc"),
        (.awsMarketplaceProducts, "\(stem)/AmiProduct/prod-abc"),
        (.awsMarketplaceProducts, "\(stem)/ContainerProduct/prod-abc"),
    ]

    @Test("a Marketplace entity is named by the ARN of its type", arguments: goodARNs)
    func marketplace(_ type: RelatedEntityType, _ arn: String) {
        #expect(identificationViolation(RelatedEntity(type, arn)) == nil)
    }

    static let badARNs: [(RelatedEntityType, String)] = [
        (.awsMarketplaceOffers, ""),
        (.awsMarketplaceOffers, "offer-abc123"),
        (.awsMarketplaceOffers, "\(stem)/OfferSet/offerset-abc"),
        (.awsMarketplaceOffers, "\(stem)/offer/offer-abc"),
        (.awsMarketplaceOfferSets, "\(stem)/Offer/offer-abc"),
        (.awsMarketplaceOfferSets, "\(stem)/OfferSet/offer-abc"),
        (.awsMarketplaceSolutions, "S-1234567"),
        (.awsMarketplaceSolutions, "\(stem)/SaaSProduct/prod-abc"),
        (.awsMarketplaceProducts, "\(stem)/Solution/soln-abc"),
        (.awsMarketplaceProducts, "\(stem)/Offer/offer-abc"),
    ]

    @Test("an ARN of another type, or none, is refused with the form that would do", arguments: badARNs)
    func notMarketplace(_ type: RelatedEntityType, _ arn: String) throws {
        let violation = try #require(identificationViolation(RelatedEntity(type, arn)))
        #expect(violation.rule == RuleCatalogue.marketplaceARN)
        #expect(violation.code == .invalidValue)
        #expect(violation.offendingValue == arn)
        #expect(violation.message.contains(type.rawValue))
        #expect(violation.wouldPass.hasPrefix("arn:aws:aws-marketplace:"))
    }

    @Test("a type that the model does not have is the model's to refuse")
    func unknownType() {
        #expect(identificationViolation(RelatedEntity(.unrecognized("Spaceships"), "anything")) == nil)
    }
}
