import SellingDomain
import Testing

@Suite("The ARN of an AWS Marketplace entity")
struct MarketplaceARNTests {
    static let prefix = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/"

    @Test("is taken apart into type and identifier")
    func parts() throws {
        let arn = try #require(MarketplaceARN(Self.prefix + "Offer/offer-1/2:3"))
        #expect(arn.type == "Offer")
        #expect(arn.identifier == "offer-1/2:3")
    }

    @Test("has a region of one or two letters, a word and a number", arguments: ["us-east-1", "a-b-0", "us--99"])
    func regions(_ region: String) {
        #expect(MarketplaceARN("arn:aws:aws-marketplace:\(region):123456789012:AWSMarketplace/Offer/o") != nil)
    }

    @Test(
        "has no other region",
        arguments: ["", "us-east", "us-gov-east-1", "usa-east-1", "US-EAST-1", "us-east-", "us-east-1a", "-east-1"]
    )
    func otherRegions(_ region: String) {
        #expect(MarketplaceARN("arn:aws:aws-marketplace:\(region):123456789012:AWSMarketplace/Offer/o") == nil)
    }

    @Test(
        "has an account of twelve digits",
        arguments: ["", "12345678901", "1234567890123", "12345678901a", "١٢٣٤٥٦٧٨٩٠١٢"]
    )
    func otherAccounts(_ account: String) {
        #expect(MarketplaceARN("arn:aws:aws-marketplace:us-east-1:\(account):AWSMarketplace/Offer/o") == nil)
    }

    @Test("has no control characters", arguments: ["\n", "\r", "\u{0}", "\t", "\u{7F}"])
    func controlCharacters(_ character: String) {
        #expect(MarketplaceARN(Self.prefix + "Offer/offer-1" + character) == nil)
        #expect(MarketplaceARN(Self.prefix + "Offer/a" + character + "b") == nil)
    }

    @Test(
        "has nothing missing and nothing misspelled",
        arguments: [
            "", "arn", "arn:aws:aws-marketplace:us-east-1:123456789012", prefix, prefix + "Offer", prefix + "Offer/",
            prefix + "/offer-1", " " + prefix + "Offer/o",
            "ARN:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/o",
            "arn:aws-cn:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/o",
            "arn:aws:marketplace:us-east-1:123456789012:AWSMarketplace/Offer/o",
            "arn:aws:aws-marketplace:us-east-1:123456789012:Marketplace/Offer/o",
        ]
    )
    func others(_ text: String) {
        #expect(MarketplaceARN(text) == nil)
    }
}
