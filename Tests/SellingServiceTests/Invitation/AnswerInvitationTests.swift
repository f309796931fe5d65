import SellingShapes
import SellingWire
import Store
import Testing

extension SellingServiceTests {
    @Suite("AcceptEngagementInvitation and RejectEngagementInvitation")
    struct AnswerInvitationTests {
        private static let answers = ["AcceptEngagementInvitation", "RejectEngagementInvitation"]

        private static func body(_ identifier: String, catalog: String = "Sandbox") -> String {
            #"{"Catalog": "\#(catalog)", "Identifier": "\#(identifier)"}"#
        }

        @Test("an ARN will do", arguments: StoreKind.all)
        func arn(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement)
                let arn = try #require(try await service.invitation(invitation).arn)
                try await service.accept(arn)
                #expect(try await service.invitation(invitation).status == .accepted)
                #expect(try await service.members(engagement).map(\.accountId).last == ServiceUnderTest.otherAccount)
            }
        }

        @Test("a rejection keeps its reason, and takes the payload from the receiver", arguments: StoreKind.all)
        func rejection(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement)
                let before = try await service.engagement(engagement)
                try await service.reject(invitation, "Unable to support")
                let sent = try await service.invitation(invitation)
                let received = try await service.invitation(invitation, account: ServiceUnderTest.otherAccount)
                #expect(sent.status == .rejected && sent.rejectionReason == "Unable to support")
                #expect(sent.payload == .sample)
                #expect(received.status == .rejected && received.rejectionReason == "Unable to support")
                #expect(received.payload == nil && received.engagementTitle == "Docks")
                #expect(try await service.engagement(engagement) == before)
                // As the next receiver is told: without a reason.
                let next = try await service.invite(ServiceUnderTest.thirdAccount, to: engagement)
                try await service.reject(next, account: ServiceUnderTest.thirdAccount)
                #expect(try await service.invitation(next).rejectionReason == nil)
            }
        }

        @Test("only its receiver answers; others learn nothing", arguments: StoreKind.all)
        func whose(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                try await service.join(ServiceUnderTest.thirdAccount, engagement)
                let invitation = try await service.invite(to: engagement)
                let rows = try await service.engagementRows()
                for answer in Self.answers {
                    let sender = try await service.send(answer, Self.body(invitation))
                    #expect(sender.validation?.errorList?.map(\.code) == [.actionNotPermitted])
                    for account in [ServiceUnderTest.thirdAccount, ServiceUnderTest.outsider, "aws"] {
                        let reply = try await service.send(answer, Self.body(invitation), account: account)
                        #expect(reply.code == "ResourceNotFoundException", "\(account)")
                    }
                    for (identifier, catalog) in [
                        (invitation, "AWS"), ("engi-0000000000000", "Sandbox"),
                        (
                            "arn:aws:partnercentral:us-east-2::catalog/Sandbox/engagement-invitation/\(invitation)",
                            "Sandbox"
                        ),
                        (
                            "arn:aws:partnercentral:us-east-1::catalog/AWS/engagement-invitation/\(invitation)",
                            "Sandbox"
                        ),
                        ("arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/\(invitation)", "Sandbox"),
                    ] {
                        let reply = try await service.send(
                            answer,
                            Self.body(identifier, catalog: catalog),
                            account: ServiceUnderTest.otherAccount
                        )
                        #expect(reply.code == "ResourceNotFoundException", "\(identifier) \(catalog)")
                    }
                    let malformed = try await service.send(answer, Self.body("eng-1"))
                    #expect(malformed.validation?.errorList?.map(\.code) == [.invalidStringFormat])
                }
                #expect(try await service.engagementRows() == rows)
            }
        }

        @Test("an invitation is answered once, either way", arguments: StoreKind.all, answers)
        func once(_ kind: StoreKind, _ first: String) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement)
                let answer = try await service.send(
                    first,
                    Self.body(invitation),
                    account: ServiceUnderTest.otherAccount
                )
                #expect(answer.code == nil && answer.body.isEmpty)
                let rows = try await service.engagementRows()
                for second in Self.answers {
                    let reply = try await service.send(
                        second,
                        Self.body(invitation),
                        account: ServiceUnderTest.otherAccount
                    )
                    #expect(reply.code == "ConflictException", "\(second) after \(first)")
                }
                #expect(try await service.engagementRows() == rows)
            }
        }

        @Test("of twenty acceptances and rejections at once one wins", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement)
                let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
                    for number in 0..<20 {
                        group.addTask {
                            try await service.send(
                                number % 4 == 3 ? Self.answers[1] : Self.answers[0],
                                Self.body(invitation),
                                account: ServiceUnderTest.otherAccount
                            )
                        }
                    }
                    return try await group.reduce(into: [Reply]()) { $0.append($1) }
                }
                #expect(replies.count { $0.code == nil } == 1)
                #expect(replies.count { $0.code == "ConflictException" } == 19)
                let accepted = try await service.invitation(invitation).status == .accepted
                let members = try await service.members(engagement).count
                #expect(members == (accepted ? 2 : 1))
                #expect(try await service.engagement(engagement).memberCount == members)
                let told = try await service.told().filter { $0.hasPrefix(ServiceUnderTest.otherAccount) }
                #expect(told.count == (accepted ? 3 : 2))
            }
        }

        @Test("acceptances of several accounts at once all count", arguments: StoreKind.all)
        func several(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let accounts = (0..<9).map { String(200_000_000_000 + $0) }
                var invitations: [(String, String)] = []
                for account in accounts {
                    invitations.append((account, try await service.invite(account, to: engagement)))
                }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (account, invitation) in invitations {
                        group.addTask { try await service.accept(invitation, account: account) }
                    }
                    try await group.waitForAll()
                }
                #expect(try await service.engagement(engagement).memberCount == 10)
                let members = try await service.members(engagement).compactMap(\.accountId)
                #expect(members.count == 10 && Set(members) == Set(accounts + [ServiceUnderTest.account]))
            }
        }
    }
}
