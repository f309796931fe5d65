import SellingDomain
import SellingShapes
import Testing

@Suite("The rules of tags")
struct TagRuleTests {
    static func tags(_ range: ClosedRange<Int>) -> [SellingShapes.Tag] {
        range.map { Tag(key: "key-\($0)", value: "") }
    }

    @Test("a resource can have two hundred, counting what is there and what is sent")
    func limit() throws {
        #expect(TagRules.violations(setting: Self.tags(1...200), beside: []).isEmpty)
        #expect(TagRules.violations(setting: Self.tags(101...200), beside: Self.tags(1...100)).isEmpty)
        let violations = TagRules.violations(setting: Self.tags(101...201), beside: Self.tags(1...100))
        #expect(violations.map(\.rule) == [RuleCatalogue.tagLimit])
        #expect(violations.map(\.code) == [.tooManyValues])
        #expect(violations.first?.offendingValue == "201 tags")
    }

    @Test("a key that is there already takes no room")
    func replaced() {
        #expect(TagRules.violations(setting: Self.tags(1...200), beside: Self.tags(1...200)).isEmpty)
    }

    @Test("each repeated key is told, beside an excess")
    func repeated() {
        let tags = Self.tags(1...201) + [Tag(key: "key-7", value: "again"), Tag(key: "key-3", value: "again")]
        let violations = TagRules.violations(setting: tags, beside: [])
        #expect(
            violations.map(\.rule) == [RuleCatalogue.distinctTags, RuleCatalogue.distinctTags, RuleCatalogue.tagLimit]
        )
        #expect(violations.prefix(2).map(\.offendingValue) == ["key-3", "key-7"])
    }

    @Test("an ARN is taken apart into what it names")
    func taggable() throws {
        let arn = "arn:aws:partnercentral:us-east-1:123456789012:catalog/Sandbox/opportunity/O1"
        let resource = try #require(TaggableResource(arn: arn))
        #expect(resource.accountIdentifier == "123456789012")
        #expect(resource.catalog == "Sandbox")
        #expect(resource.type == "opportunity")
        #expect(resource.identifier == "O1")
    }

    @Test(
        "what is not the ARN of one resource in a catalog is none",
        arguments: [
            "", "O1", "arn:aws:partnercentral:us-east-1:123456789012",
            "arn:aws:partnercentral:us-east-1:123456789012:catalog/AWS/opportunity",
            "arn:aws:partnercentral:us-east-1:123456789012:catalog/AWS/opportunity/O1/more",
            "arn:aws:partnercentral:us-east-1:123456789012:catalogue/AWS/opportunity/O1",
            "arn:aws:s3:us-east-1:123456789012:catalog/AWS/opportunity/O1",
            "urn:aws:partnercentral:us-east-1:123456789012:catalog/AWS/opportunity/O1",
        ]
    )
    func notTaggable(_ arn: String) {
        #expect(TaggableResource(arn: arn) == nil)
    }

    @Test("the role of snapshot jobs is an ARN, or a name in the caller's account")
    func role() {
        #expect(snapshotJobRoleARN("Jobs", account: "111122223333") == "arn:aws:iam::111122223333:role/Jobs")
        let arn = "arn:aws:iam::444455556666:role/path/Jobs"
        #expect(snapshotJobRoleARN(arn, account: "111122223333") == arn)
    }
}
