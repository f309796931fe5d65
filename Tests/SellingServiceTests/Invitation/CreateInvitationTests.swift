import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("CreateEngagementInvitation")
    struct CreateInvitationTests {
        private static let (first, second) = (ServiceUnderTest.account, ServiceUnderTest.otherAccount)

        @Test("keeps what was sent; sender and receiver read it by identifier and by ARN", arguments: StoreKind.all)
        func created(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let identifier = try await service.invite(to: engagement)
                #expect(identifier.wholeMatch(of: #/engi-[0-9a-z]{13}/#) != nil)
                let sent = try await service.invitation(identifier)
                #expect(sent.payload == .sample && sent.payloadType == .opportunityInvitation)
                #expect(sent.receiver == .account(AccountReceiver(alias: "Yard", awsAccountId: Self.second)))
                #expect(sent.status == .pending && sent.rejectionReason == nil)
                #expect(try await service.invitation(identifier, account: Self.second) == sent)
                #expect(try await service.invitation(try #require(sent.arn), account: Self.second) == sent)
            }
        }

        @Test("a second one to the same account is a conflict while the first holds", arguments: StoreKind.all)
        func once(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement)
                try await Self.expectRefused("ConflictException", service) {
                    _ = try await service.invite(to: engagement)
                }
                try await service.accept(invitation)
                try await Self.expectRefused("ConflictException", service) {
                    _ = try await service.invite(to: engagement)
                }
                // The creator is a member without an invitation.
                try await Self.expectRefused("ConflictException", service) {
                    try await service.invite(Self.first, to: engagement, by: Self.second)
                }
            }
        }

        @Test("an account that rejected, or let it run out, can be invited again", arguments: StoreKind.all)
        func again(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                try await service.reject(try await service.invite(to: engagement))
                try await service.invite(to: engagement)
                service.clock.advance(byMilliseconds: 15 * 86_400_000)
                let third = try await service.invite(to: engagement)
                try await service.accept(third)
                #expect(try await service.engagement(engagement).memberCount == 2)
            }
        }

        @Test("nine are invited at most, those who rejected not counted", arguments: StoreKind.all)
        func limit(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let accounts = (0..<11).map { String(200_000_000_000 + $0) }
                for account in accounts.prefix(5) { try await service.join(account, engagement) }
                var last = ""
                for account in accounts[5..<9] { last = try await service.invite(account, to: engagement) }
                try await Self.expectRefused("ServiceQuotaExceededException", service) {
                    try await service.invite(accounts[9], to: engagement)
                }
                try await service.reject(last, account: accounts[8])
                let tenth = try await service.invite(accounts[9], to: engagement)
                try await service.accept(tenth, account: accounts[9])
                for account in accounts[5..<8] {
                    let request = ListEngagementInvitationsRequest(catalog: .sandbox, participantType: .receiver)
                    let listed = try await service.call(ListEngagementInvitations.self, request, account: account)
                    let invitation = try #require(listed.engagementInvitationSummaries?.first?.id)
                    try await service.accept(invitation, account: account)
                }
                #expect(try await service.members(engagement).count == 10)
                try await Self.expectRefused("ServiceQuotaExceededException", service) {
                    try await service.invite(accounts[10], to: engagement)
                }
            }
        }

        @Test("nobody invites itself; in catalog AWS no partner invites to a lead", arguments: StoreKind.all)
        func violations(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement(catalog: .aws)
                let rows = try await service.engagementRows()
                let refused = try await refusal {
                    try await service.invite(Self.first, to: engagement, .lead, catalog: .aws)
                }
                #expect(refused.validation?.reason == .businessValidationFailed)
                #expect(
                    refused.validation?.errorList?.map(\.fieldName)
                        == ["invitation.receiver.account.awsAccountId", "invitation.payload"]
                )
                #expect(try await service.engagementRows() == rows)
                try await service.invite(to: engagement, catalog: .aws)
            }
        }

        @Test("of twenty at once to one account one is sent", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let codes = try await withThrowingTaskGroup(of: String?.self) { group in
                    for _ in 0..<20 {
                        group.addTask {
                            do { try await service.invite(to: engagement) } catch let reply as Reply {
                                return reply.code
                            }
                            return nil
                        }
                    }
                    return try await group.reduce(into: [String?]()) { $0.append($1) }
                }
                #expect(codes.count { $0 == nil } == 1)
                #expect(codes.count { $0 == "ConflictException" } == 19)
                #expect(try await service.count("engagement_invitation") == 1)
            }
        }

        @Test(
            "a token answers what was answered first, though the account is a member by now",
            arguments: StoreKind.all
        )
        func replay(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement, token: "t")
                try await service.accept(invitation)
                #expect(try await service.invite(to: engagement, token: "t") == invitation)
                let other = try await refusal { try await service.invite("aws", to: engagement, token: "t") }
                #expect(other.code == "ConflictException")
            }
        }

        private static func expectRefused(
            _ code: String,
            _ service: ServiceUnderTest,
            _ call: () async throws -> Void
        ) async throws {
            let rows = try await service.engagementRows()
            #expect(try await refusal(of: call).code == code)
            #expect(try await service.engagementRows() == rows)
        }
    }
}
