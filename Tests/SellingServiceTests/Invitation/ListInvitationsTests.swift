import SellingShapes
import SellingWire
import Store
import Testing

extension SellingServiceTests {
    @Suite("ListEngagementInvitations")
    struct ListInvitationsTests {
        typealias Adjustment = (inout ListEngagementInvitationsRequest) -> Void

        static func list(
            _ service: ServiceUnderTest,
            _ side: ParticipantType,
            account: String = ServiceUnderTest.account,
            _ adjust: Adjustment = { _ in }
        ) async throws -> (identifiers: [String], token: String?) {
            var request = ListEngagementInvitationsRequest(catalog: .sandbox, participantType: side)
            adjust(&request)
            let answer = try await service.call(ListEngagementInvitations.self, request, account: account)
            return ((answer.engagementInvitationSummaries ?? []).map(\.id), answer.nextToken)
        }

        @Test("shows each side its own, the newest first, as what it is to it", arguments: StoreKind.all)
        func sides(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let first = try await service.invite(to: engagement)
                service.clock.advance(byMilliseconds: 1)
                let second = try await service.invite(ServiceUnderTest.thirdAccount, to: engagement, .lead)
                #expect(try await Self.list(service, .sender).identifiers == [second, first])
                #expect(try await Self.list(service, .receiver).identifiers.isEmpty)
                let (other, third) = (ServiceUnderTest.otherAccount, ServiceUnderTest.thirdAccount)
                #expect(try await Self.list(service, .receiver, account: other).identifiers == [first])
                #expect(try await Self.list(service, .receiver, account: third).identifiers == [second])
                #expect(try await Self.list(service, .sender) { $0.catalog = .aws }.identifiers.isEmpty)
                let whole = try await service.invitation(second)
                let summary = EngagementInvitationSummary(
                    arn: whole.arn,
                    catalog: .sandbox,
                    engagementId: engagement,
                    engagementTitle: "Docks",
                    expirationDate: whole.expirationDate,
                    id: second,
                    invitationDate: whole.invitationDate,
                    participantType: .receiver,
                    payloadType: .leadInvitation,
                    receiver: whole.receiver,
                    senderAwsAccountId: ServiceUnderTest.account,
                    senderCompanyName: whole.senderCompanyName,
                    status: .pending
                )
                let request = ListEngagementInvitationsRequest(catalog: .sandbox, participantType: .receiver)
                let answer = try await service.call(ListEngagementInvitations.self, request, account: third)
                #expect(answer.engagementInvitationSummaries == [summary])
            }
        }

        @Test("needs the side that is asked for", arguments: StoreKind.all)
        func required(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let reply = try await service.send("ListEngagementInvitations", #"{"Catalog": "Sandbox"}"#)
                #expect(reply.validation?.errorList?.map(\.fieldName) == ["participantType"])
                #expect(reply.validation?.errorList?.map(\.code) == [.requiredFieldMissing])
            }
        }

        @Test("every filter must name it", arguments: StoreKind.all)
        func filters(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let receiver = ServiceUnderTest.otherAccount
                var sent: [String] = []
                var engagements: [String] = []
                for (sender, payload) in [
                    (ServiceUnderTest.account, Payload.sample), (ServiceUnderTest.account, .lead),
                    (ServiceUnderTest.thirdAccount, .lead),
                ] {
                    engagements.append(try await service.createEngagement(account: sender))
                    sent.append(try await service.invite(to: engagements[engagements.count - 1], payload, by: sender))
                    service.clock.advance(byMilliseconds: 1)
                }
                try await service.accept(sent[1])
                let (named, all) = (engagements, sent)
                let questions: [(Adjustment, [String])] = [
                    ({ $0.status = [.pending] }, [sent[2], sent[0]]),
                    ({ $0.status = [.accepted, .rejected] }, [sent[1]]),
                    ({ $0.payloadType = [.leadInvitation] }, [sent[2], sent[1]]),
                    ({ $0.senderAwsAccountId = [ServiceUnderTest.thirdAccount, "aws"] }, [sent[2]]),
                    ({ $0.senderAwsAccountId = ["aws"] }, []),
                    ({ $0.engagementIdentifier = [named[0], named[2]] }, [sent[2], sent[0]]),
                    (
                        {
                            $0.engagementIdentifier = [
                                "arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/\(named[1])", "arn:none",
                            ]
                        }, [sent[1]]
                    ),
                    ({ $0.engagementIdentifier = ["arn:none"] }, []),
                    (
                        {
                            $0.payloadType = [.leadInvitation]
                            $0.status = [.pending]
                        }, [sent[2]]
                    ),
                    ({ $0.sort = .init(sortBy: .invitationDate, sortOrder: .ascending) }, all),
                ]
                for (number, (adjust, expected)) in questions.enumerated() {
                    let found = try await Self.list(service, .receiver, account: receiver, adjust).identifiers
                    #expect(found == expected, "question \(number)")
                }
            }
        }

        @Test("pages of any size show everything once, in order", arguments: StoreKind.all, SortOrder.modelled)
        func pages(_ kind: StoreKind, _ order: SortOrder) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                for number in 0..<7 {
                    try await service.invite(String(200_000_000_000 + number), to: engagement)
                    // Some share their millisecond: their identifiers order them.
                    if number % 3 == 0 { service.clock.advance(byMilliseconds: 1) }
                }
                let adjust: Adjustment = { $0.sort = .init(sortBy: .invitationDate, sortOrder: order) }
                let whole = try await Self.list(service, .sender, adjust).identifiers
                #expect(whole.count == 7)
                for size in 1...8 {
                    var shown: [String] = []
                    var token: String?
                    repeat {
                        let next = token
                        let page = try await Self.list(service, .sender) {
                            adjust(&$0)
                            $0.maxResults = size
                            $0.nextToken = next
                        }
                        #expect(page.identifiers.count <= size)
                        shown += page.identifiers
                        token = page.token
                    } while token != nil && shown.count < 100
                    #expect(shown == whole, "pages of \(size)")
                }
            }
        }

        @Test("a token continues its own question alone", arguments: StoreKind.all)
        func tokens(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                for number in 0..<3 { try await service.invite(String(200_000_000_000 + number), to: engagement) }
                let token = try #require(try await Self.list(service, .sender) { $0.maxResults = 1 }.token)
                for adjust in [
                    { $0.participantType = .receiver }, { $0.catalog = .aws }, { $0.status = [.pending] },
                    { $0.nextToken = "page-2" },
                ] as [Adjustment] {
                    let refused = try await refusal {
                        _ = try await Self.list(service, .sender) {
                            $0.nextToken = token
                            adjust(&$0)
                        }
                    }
                    #expect(refused.validation?.errorList?.map(\.fieldName) == ["nextToken"])
                }
                #expect(try await Self.list(service, .sender) { $0.nextToken = token }.identifiers.count == 2)
            }
        }
    }
}
