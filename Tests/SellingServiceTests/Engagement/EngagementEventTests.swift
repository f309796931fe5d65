import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    @Suite("Events of engagements and invitations")
    struct EngagementEventTests {
        private static let first = ServiceUnderTest.account
        private static let second = ServiceUnderTest.otherAccount
        private static let third = ServiceUnderTest.thirdAccount

        @Test("are told once to each account that they concern, in their order", arguments: StoreKind.all)
        func exactly(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement(token: "t")
                _ = try await service.createEngagement(token: "t")
                let invitation = try await service.invite(to: engagement, token: "i")
                try await service.invite(to: engagement, token: "i")
                try await service.accept(invitation)
                _ = try await refusal { try await service.accept(invitation) }
                _ = try await EngagementContextTests.add(service, to: engagement, account: Self.second)
                let rejected = try await service.invite(Self.third, to: engagement, by: Self.second)
                try await service.reject(rejected, account: Self.third)
                _ = try await service.engagement(engagement)
                #expect(
                    try await service.told() == [
                        "\(Self.first) Engagement Created",
                        "\(Self.first) Engagement Invitation Created", "\(Self.second) Engagement Invitation Created",
                        "\(Self.first) Engagement Invitation Accepted",
                        "\(Self.second) Engagement Invitation Accepted",
                        "\(Self.first) Engagement Member Added", "\(Self.second) Engagement Member Added",
                        "\(Self.first) Engagement Updated", "\(Self.second) Engagement Updated",
                        "\(Self.second) Engagement Invitation Created", "\(Self.third) Engagement Invitation Created",
                        "\(Self.second) Engagement Invitation Rejected",
                        "\(Self.third) Engagement Invitation Rejected",
                    ]
                )
            }
        }

        @Test("AWS is told nothing, for nobody listens there", arguments: StoreKind.all)
        func aws(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let sent = try await service.invite("aws", to: engagement)
                let event = try #require(try await service.pendingEvents().last?.event)
                #expect(event.detailType == "Engagement Invitation Created" && event.resource == sent)
                #expect(String(decoding: event.detail, as: UTF8.self).contains(#""participantType":"SENDER""#))
                #expect(
                    try await service.told()
                        == ["\(Self.first) Engagement Created", "\(Self.first) Engagement Invitation Created"]
                )
            }
        }

        @Test("say what AWS's recorded events say, about whom and when", arguments: StoreKind.all)
        func content(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement([.lead, .project, .lead])
                let invitation = try await service.invite(to: engagement, .lead)
                service.clock.advance(byMilliseconds: 1_500)
                try await service.accept(invitation)
                service.clock.advance(byMilliseconds: 1_500)
                _ = try await EngagementContextTests.add(service, to: engagement)
                let events = try await service.pendingEvents().map(\.event)
                let arn = "arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement"
                let details = events.map { String(decoding: $0.detail, as: UTF8.self) }
                #expect(details == Self.details(engagement, invitation, arn))
                #expect(
                    events.map(\.resources)
                        == [["\(arn)/\(engagement)"]]
                        + Array(repeating: ["\(arn)-invitation/\(invitation)"], count: 4)
                        + Array(repeating: ["\(arn)/\(engagement)"], count: 4)
                )
                #expect(events.map(\.resource).prefix(2) == [engagement, invitation])
                #expect(events.allSatisfy { $0.catalog == "Sandbox" })
                let start = service.clock.now.millisecondsSinceEpoch - 3_000
                #expect(
                    events.map { $0.occurredAtMilliseconds - start }
                        == [0, 0, 0, 1_500, 1_500, 1_500, 1_500, 3_000, 3_000]
                )
            }
        }

        private static func details(_ engagement: String, _ invitation: String, _ arn: String) -> [String] {
            let named = #""engagementArn":"\#(arn)/\#(engagement)","engagementId":"\#(engagement)""#
            let types = #""ContextTypes":["Lead","CustomerProject"]"#
            let sides =
                #""arn":"\#(arn)-invitation/\#(invitation)","id":"\#(invitation)","engagementId":"\#(engagement)","#
                + #""senderAccountId":"111122223333","receiverAccountId":"444455556666""#
            let company = #""senderCompanyName":"Partner 111122223333","expirationDate":"2026-01-16T00:00:00.000Z""#
            let created = ["SENDER", "RECEIVER"].map { side in
                #"{"catalog":"Sandbox","schemaVersion":"1.0","engagementInvitation":{\#(sides),\#(company),"#
                    + #""participantType":"\#(side)","payloadType":"LeadInvitation"}}"#
            }
            let accepted = ["SENDER", "RECEIVER"].map { side in
                #"{"catalog":"Sandbox","engagementInvitation":{\#(sides),"#
                    + #""participantType":"\#(side)","payloadType":"LeadInvitation"}}"#
            }
            let added =
                #"{"catalog":"Sandbox","engagement":{"id":"\#(engagement)"},"#
                + #""engagementMember":{"accountId":"444455556666","companyName":"Partner 444455556666"}}"#
            let updated =
                #"{"catalog":"Sandbox","engagement":{\#(named),"LastModifiedAt":"2026-01-01T00:00:03.000Z","#
                + #""LastModifiedBy":"111122223333",\#(types)}}"#
            return [
                #"{"catalog":"Sandbox","engagement":{\#(named),"CreatedAt":"2026-01-01T00:00:00.000Z","#
                    + #""CreatedBy":"111122223333",\#(types)}}"#
            ] + created + accepted + [added, added, updated, updated]
        }
    }
}
