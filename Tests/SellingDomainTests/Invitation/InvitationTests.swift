import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("An invitation to an engagement")
struct InvitationTests {
    private static let start = Timestamp(millisecondsSinceEpoch: 1_000)
    private static let end = Timestamp(millisecondsSinceEpoch: 1_000 + 15 * 86_400_000)
    private static let before = Timestamp(millisecondsSinceEpoch: end.millisecondsSinceEpoch - 1)

    private static let payload = Payload.leadInvitation(
        LeadInvitationPayload(
            customer: LeadInvitationCustomer(companyName: "Acme"),
            interaction: LeadInvitationInteraction(contactBusinessTitle: "CTO")
        )
    )

    private static func request(to receiver: String, _ payload: Payload = payload) -> Invitation {
        Invitation(message: "?", payload: payload, receiver: .account(AccountReceiver(awsAccountId: receiver)))
    }

    private static func sample(to receiver: String = "2", at now: Timestamp = start) -> EngagementInvitation {
        EngagementInvitation(
            to: .sample,
            by: Company.unnamed("1"),
            request(to: receiver),
            NewInvitationFacts(identifier: "engi-1", arn: "arn:engi-1", now: now)
        )
    }

    @Test("is kept as the document that its sender reads, and comes back the same")
    func document() {
        #expect(EngagementInvitation(Self.sample().document) == Self.sample())
        #expect(EngagementInvitation(Self.sample().rejected(for: "Other").document)?.rejectionReason == "Other")
        #expect(EngagementInvitation(GetEngagementInvitationResponse(catalog: .aws, id: "engi-1")) == nil)
    }

    @Test("runs out at its moment, and only while nobody has answered")
    func expiry() {
        let invitation = Self.sample()
        #expect(invitation.expiresAt == Self.end)
        #expect(invitation.status(at: Self.before) == .pending)
        #expect(invitation.status(at: Self.end) == .expired)
        #expect(invitation.expired(at: Self.before) == nil)
        #expect(invitation.expired(at: Self.end)?.writtenStatus == .expired)
        for answered in [invitation.accepted(), invitation.rejected(for: nil)] {
            #expect(answered.status(at: Self.end) == answered.writtenStatus)
            #expect(answered.expired(at: Self.end) == nil)
        }
        #expect(invitation.expired(at: Self.end)?.expired(at: Self.end) == nil)
    }

    @Test("can be answered while it is pending, by its receiver")
    func answer() {
        let invitation = Self.sample()
        #expect(invitation.answerConflict(at: Self.before) == nil)
        #expect(invitation.answerConflict(at: Self.end)?.rule == RuleCatalogue.invitationExpiry)
        #expect(invitation.accepted().answerConflict(at: Self.start)?.rule == RuleCatalogue.invitationPending)
        #expect(invitation.rejected(for: nil).answerConflict(at: Self.start)?.rule == RuleCatalogue.invitationPending)
        #expect(invitation.answerViolations(by: "2").isEmpty)
        #expect(invitation.answerViolations(by: "1").map(\.rule) == [RuleCatalogue.receiverAnswers])
    }

    @Test("goes to another account, and to a lead in catalog AWS from AWS alone")
    func creation() {
        func rules(_ receiver: String, _ sender: String, _ catalog: CatalogIdentifier) -> [Rule] {
            invitationViolations(Self.request(to: receiver), by: sender, in: catalog).map(\.rule)
        }
        #expect(rules("2", "1", .sandbox).isEmpty)
        #expect(rules("1", "1", .sandbox) == [RuleCatalogue.invitationOfOneself])
        #expect(rules("aws", "1", .sandbox).isEmpty)
        #expect(rules("2", "aws", .aws).isEmpty)
        #expect(rules("1", "1", .aws) == [RuleCatalogue.invitationOfOneself, RuleCatalogue.leadInvitationSender])
    }

    @Test("is sent once to each account, and to nine at most")
    func participation() {
        let nine = (2...10).map { Self.sample(to: "\($0)") }
        func participation(
            _ invitations: some Sequence<EngagementInvitation>,
            _ members: [String] = ["1"],
            at now: Timestamp = Self.start
        ) -> Participation {
            Participation(members: members, invitations: Array(invitations), at: now)
        }
        #expect(participation(nine).conflict(inviting: "1")?.rule == RuleCatalogue.invitationOnce)
        #expect(participation(nine).conflict(inviting: "2")?.rule == RuleCatalogue.invitationOnce)
        #expect(participation(nine).conflict(inviting: "11") == nil)
        #expect(participation(nine).excess?.rule == RuleCatalogue.inviteeLimit)
        #expect(participation(nine.map { $0.accepted() }).excess?.rule == RuleCatalogue.inviteeLimit)
        #expect(participation(nine.dropLast()).excess == nil)
        // Members that came without an invitation count as well.
        #expect(participation(nine.dropLast(), ["1", "0"]).excess?.rule == RuleCatalogue.memberLimit)
        // What has run out counts no more, written or not.
        #expect(participation(nine, at: Self.end).excess == nil)
        #expect(participation(nine, at: Self.end).conflict(inviting: "2") == nil)
    }

    @Test("shows its receiver no payload once it was rejected or has run out")
    func view() {
        let members = [Company.unnamed("1"), .aws]
        let shown = Self.sample().view(for: "2", members: members, at: Self.start)
        #expect(shown?.payload == Self.payload)
        #expect(
            shown?.existingMembers == [
                EngagementMemberSummary(companyName: "Partner 1"),
                EngagementMemberSummary(companyName: "AWS", websiteUrl: "www.aws.com"),
            ]
        )
        #expect(Self.sample().view(for: "3", members: members, at: Self.start) == nil)
        let gone =
            [Self.sample().view(for: "2", members: members, at: Self.end)]
            + [Self.sample().rejected(for: nil).view(for: "2", members: members, at: Self.start)]
        #expect(gone.map { $0?.payload } == [nil, nil])
        #expect(gone.map { $0?.status } == [.expired, .rejected])
        #expect(Self.sample().view(for: "1", members: members, at: Self.end)?.payload == Self.payload)
    }
}
