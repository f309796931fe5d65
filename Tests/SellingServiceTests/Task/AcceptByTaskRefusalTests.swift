import SellingShapes
import SellingWire
import Store
import Testing

extension SellingServiceTests {
    @Suite("StartEngagementByAcceptingInvitationTask refuses")
    struct AcceptByTaskRefusalTests {
        private static let other = ServiceUnderTest.otherAccount

        private static func expect(
            _ code: String,
            _ service: ServiceUnderTest,
            _ invitation: String,
            _ account: String = other
        ) async throws {
            let rows = try await service.rows()
            let reply = try await refusal { _ = try await service.acceptByTask(invitation, account: account) }
            #expect(reply.code == code)
            #expect(try await service.rows() == rows)
            #expect(try await service.count("task") == 0)
        }

        @Test("an invitation to a lead, which AcceptEngagementInvitation takes", arguments: StoreKind.all)
        func lead(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement, .lead)
                try await Self.expect("ValidationException", service, invitation)
                try await service.accept(invitation)
            }
        }

        @Test("one of others, of another catalog, one that is none", arguments: StoreKind.all)
        func notFound(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement([.project])
                let invitation = try await service.invite(to: engagement)
                try await Self.expect("ResourceNotFoundException", service, invitation, ServiceUnderTest.thirdAccount)
                try await Self.expect("ResourceNotFoundException", service, "engi-0000000000000")
                let arn = "arn:aws:partnercentral:us-east-1::catalog/AWS/engagement-invitation/\(invitation)"
                try await Self.expect("ResourceNotFoundException", service, arn)
            }
        }

        @Test("its sender", arguments: StoreKind.all)
        func sender(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let invitation = try await service.invite(to: try await service.createEngagement([.project]))
                try await Self.expect("ValidationException", service, invitation, ServiceUnderTest.account)
            }
        }

        @Test("one that is answered", arguments: StoreKind.all)
        func answered(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement([.project])
                let accepted = try await service.invite(to: engagement)
                try await service.accept(accepted)
                try await Self.expect("ConflictException", service, accepted)
                let third = ServiceUnderTest.thirdAccount
                let rejected = try await service.invite(third, to: engagement)
                try await service.reject(rejected, account: third)
                try await Self.expect("ConflictException", service, rejected, third)
            }
        }

        @Test("a second acceptance, also at the same moment: one opportunity, one member", arguments: StoreKind.all)
        func twice(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement([.project])
                let invitation = try await service.invite(to: engagement)
                let node = try await service.restarted()
                async let first = Self.outcome(service, invitation)
                async let second = Self.outcome(node, invitation)
                #expect(try await [first, second].sorted() == ["COMPLETE", "ConflictException"])
                #expect(try await service.engagement(engagement).memberCount == 2)
                #expect(try await service.count("opportunity") == 1)
                #expect(try await service.count("task") == 1)
                let told = try await service.told()
                #expect(told.filter { $0 == "\(Self.other) Engagement Invitation Accepted" }.count == 1)
                #expect(told.filter { $0 == "\(Self.other) Opportunity Created" }.count == 1)
            }
        }

        private static func outcome(_ service: ServiceUnderTest, _ invitation: String) async throws -> String {
            do {
                return try await service.acceptByTask(invitation).taskStatus?.rawValue ?? ""
            } catch let reply as Reply { return reply.code ?? "" }
        }
    }
}
