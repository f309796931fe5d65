import AWSJSON
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

/// What must hold of the store after every operation, whatever was asked in whatever order.
struct EngagementInvariants {
    /// Engagements that a task made: their creator is told of itself too.
    var madeByTask: Set<String> = []
    /// Every snapshot that was ever seen, by its series and revision.
    private var snapshots: [String: String] = [:]

    init() {}

    mutating func check(_ service: ServiceUnderTest, _ when: String) async throws {
        let facts = try await Facts(service)
        checkMembers(facts, when)
        checkInvitationEvents(facts, when)
        checkMemberEvents(facts, when)
        checkOpportunityEvents(facts, when)
        try checkSnapshots(facts, when)
    }

    /// Nobody is a member but the creator and who accepted, each once, counted in the order of joining.
    private func checkMembers(_ facts: Facts, _ when: String) {
        for (identifier, engagement) in facts.engagements {
            let members = facts.members[identifier] ?? []
            let accepted = facts.invitations.filter { $0.engagementId == identifier && $0.status == .accepted }
            #expect(members.first == engagement.createdBy, "\(when)")
            #expect(members.count == engagement.memberCount, "\(when)")
            #expect(Set(members).count == members.count, "\(when)")
            #expect(members.dropFirst().sorted() == accepted.compactMap(\.receiverAccount).sorted(), "\(when)")
        }
    }

    /// Of each invitation both sides hear what happened to it, once, and nothing else.
    private func checkInvitationEvents(_ facts: Facts, _ when: String) {
        var expected: [String: Int] = [:]
        for invitation in facts.invitations {
            var kinds = ["Created"]
            switch invitation.status {
            case .accepted: kinds.append("Accepted")
            case .rejected: kinds.append("Rejected")
            case .expired: kinds.append("Expired")
            default: break
            }
            for kind in kinds {
                for account in [invitation.senderAwsAccountId, invitation.receiverAccount] where account != "aws" {
                    expected["\(account ?? "") Engagement Invitation \(kind) \(invitation.id)", default: 0] += 1
                }
            }
        }
        #expect(facts.counts { $0.hasPrefix("Engagement Invitation") } == expected, "\(when)")
    }

    /// Of each member all members hear, the new one included; of a new engagement its creator.
    private func checkMemberEvents(_ facts: Facts, _ when: String) {
        var expected: [String: Int] = [:]
        for (identifier, engagement) in facts.engagements {
            let members = facts.members[identifier] ?? []
            for (position, account) in members.enumerated() where account != "aws" {
                let isTold = position == 0 && madeByTask.contains(identifier) ? 1 : 0
                let joins = members.count - max(position, 1) + isTold
                if joins > 0 { expected["\(account) Engagement Member Added \(identifier)"] = joins }
            }
            if let creator = engagement.createdBy, creator != "aws" {
                expected["\(creator) Engagement Created \(identifier)"] = 1
            }
        }
        let told = facts.counts { ["Engagement Member Added", "Engagement Created"].contains($0) }
        #expect(told == expected, "\(when)")
    }

    /// Every opportunity that can be read was told as created, once; a hidden one was not.
    private func checkOpportunityEvents(_ facts: Facts, _ when: String) {
        let expected = Dictionary(
            facts.opportunities.map { ("\($0.account) Opportunity Created \($0.identifier)", 1) },
            uniquingKeysWith: +
        )
        #expect(facts.counts { $0 == "Opportunity Created" } == expected, "\(when)")
    }

    /// A snapshot stays as it was taken, and everybody whom it is for hears of it, once.
    private mutating func checkSnapshots(_ facts: Facts, _ when: String) throws {
        var expected: [String: Int] = [:]
        for (key, bytes) in facts.snapshots {
            let text = String(decoding: bytes, as: UTF8.self)
            if let known = snapshots.updateValue(text, forKey: key) { #expect(known == text, "\(when): \(key)") }
            let document = try GetResourceSnapshotResponse(stored: bytes)
            for account in document.targetMemberAccounts ?? [] where account != "aws" {
                expected["\(account) \(document.arn ?? "")", default: 0] += 1
            }
        }
        #expect(snapshots.count == facts.snapshots.count, "\(when): a snapshot is gone")
        #expect(facts.snapshotEvents == expected, "\(when)")
    }
}

/// What the store holds of engagements.
private struct Facts {
    var engagements: [String: GetEngagementResponse] = [:]
    var members: [String: [String]] = [:]
    let invitations: [GetEngagementInvitationResponse]
    let opportunities: [(account: String, identifier: String)]
    let snapshots: [String: [UInt8]]
    private let events: [(account: String, detailType: String, resource: String, detail: String)]

    init(_ service: ServiceUnderTest) async throws {
        let store = service.store
        let found = try await store.read { transaction in
            try transaction.all("SELECT document FROM engagement") { try GetEngagementResponse(stored: $0.bytes(0)) }
        }
        for engagement in found { engagements[engagement.id ?? ""] = engagement }
        let rows = try await store.read { transaction in
            try transaction.all("SELECT engagement, account FROM engagement_member ORDER BY engagement, position") {
                ($0.text(0), $0.text(1))
            }
        }
        for (engagement, account) in rows { members[engagement, default: []].append(account) }
        invitations = try await store.read { transaction in
            try transaction.all("SELECT document FROM engagement_invitation") {
                try GetEngagementInvitationResponse(stored: $0.bytes(0))
            }
        }
        opportunities = try await store.read { transaction in
            try transaction.all("SELECT account, id FROM opportunity") { (account: $0.text(0), identifier: $0.text(1)) }
        }
        let taken = try await store.read { transaction in
            try transaction.all("SELECT engagement, series, revision, document FROM resource_snapshot") {
                ("\($0.text(0)) \($0.text(1)) \($0.integer(2))", $0.bytes(3))
            }
        }
        snapshots = Dictionary(taken, uniquingKeysWith: { first, _ in first })
        events = try await store.read { transaction in
            try transaction.all("SELECT account, detail_type, resource, detail FROM outbox ORDER BY position") { row in
                (row.text(0), row.text(1), row.text(2), String(decoding: row.bytes(3), as: UTF8.self))
            }
        }
    }

    /// How often each account was told something of each resource.
    func counts(_ isWanted: (String) -> Bool) -> [String: Int] {
        events.filter { isWanted($0.detailType) }.reduce(into: [:]) { counts, event in
            counts["\(event.account) \(event.detailType) \(event.resource)", default: 0] += 1
        }
    }

    /// How often each account was told of each snapshot, by its ARN.
    var snapshotEvents: [String: Int] {
        events.filter { $0.detailType == "Engagement Resource Snapshot Created" }.reduce(into: [:]) { counts, event in
            let arn = event.detail.split(separator: #""arn":""#).dropFirst().first?.prefix { $0 != "\"" } ?? ""
            counts["\(event.account) \(arn)", default: 0] += 1
        }
    }
}

extension GetEngagementInvitationResponse {
    fileprivate var receiverAccount: String? {
        guard case .account(let account) = receiver else { return nil }
        return account.awsAccountId
    }
}
