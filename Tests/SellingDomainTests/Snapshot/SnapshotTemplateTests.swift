import SellingDomain
import SellingShapes
import Testing

@Suite("Templates of snapshots")
struct SnapshotTemplateTests {
    static let owner = "111122223333"
    static let other = "444455556666"

    @Test("a partner takes snapshots with one, AWS with the other")
    func makers() {
        #expect(SnapshotTemplates.ofPartners.map(\.name) == ["OpportunitySummaryView"])
        #expect(SnapshotTemplates.ofAWS.map(\.name) == ["AwsOpportunitySummaryFullView"])
        #expect(SnapshotTemplates.ofPartners.map { $0.maker.account(owner: Self.owner) } == [Self.owner])
        #expect(SnapshotTemplates.ofAWS.map { $0.maker.account(owner: Self.owner) } == ["aws"])
    }

    @Test("a partner's is for every member, AWS's for the opportunity's owner and AWS itself")
    func audiences() throws {
        let partners = try #require(SnapshotTemplates.audience(of: "OpportunitySummaryView"))
        let full = try #require(SnapshotTemplates.audience(of: "AwsOpportunitySummaryFullView"))
        let members = [Self.owner, Self.other, "aws"]
        #expect(members.filter { partners.includes($0, owner: Self.owner) } == members)
        #expect(members.filter { full.includes($0, owner: Self.owner) } == [Self.owner, "aws"])
        #expect(partners.targets(among: members, owner: Self.owner) == members)
        #expect(full.targets(among: members, owner: Self.owner) == [Self.owner])
        #expect(SnapshotTemplates.audience(of: "Opportunity") == nil)
    }

    @Test(
        "a name that there is not is told with the one that there is",
        arguments: ["Opportunity", "opportunitysummaryview"]
    )
    func unknown(_ name: String) {
        let violations = refusal { () throws(Refusal) in
            try SnapshotRules.template(named: name, for: .opportunity)
        }?.violations
        #expect(violations?.map(\.rule) == [RuleCatalogue.snapshotTemplateExists])
        #expect(violations?.map(\.code) == [.invalidValue])
        #expect(violations?.map(\.fieldName) == ["resourceSnapshotTemplateIdentifier"])
        #expect(violations?.first?.message.contains("'OpportunitySummaryView'") == true)
        #expect(violations?.map(\.offendingValue) == [name])
    }

    @Test("AWS's own is not a partner's to take, and is told beside what else is wrong")
    func ofAWS() {
        let others = TagRules.repetitions([Tag(key: "a", value: "1"), Tag(key: "a", value: "2")])
        let violations = refusal { () throws(Refusal) in
            try SnapshotRules.template(named: "AwsOpportunitySummaryFullView", for: .opportunity, beside: others)
        }?.violations
        #expect(violations?.map(\.code) == [.actionNotPermitted, .duplicateKeyValue])
    }

    @Test("what else is wrong refuses a good name too")
    func others() {
        let others = TagRules.repetitions([Tag(key: "a", value: "1"), Tag(key: "a", value: "2")])
        let violations = refusal { () throws(Refusal) in
            try SnapshotRules.template(named: "OpportunitySummaryView", for: .opportunity, beside: others)
        }?.violations
        #expect(violations == others)
    }

    @Test("a revision's path is the captured one's")
    func path() {
        let subject = SnapshotSubject(
            catalog: .sandbox,
            engagement: "eng-t1mfgo4bsg73e0",
            resourceType: .opportunity,
            resource: "O5465588",
            template: "OpportunitySummaryView"
        )
        #expect(
            subject.path(revision: 4)
                == "engagement/eng-t1mfgo4bsg73e0/resource/Opportunity/O5465588/template/OpportunitySummaryView/snapshot/4"
        )
    }
}
