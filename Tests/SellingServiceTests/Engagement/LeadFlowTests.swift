import AWSJSON
import SellingShapes
import SellingWire
import SmithyTypes
import Testing

extension SellingServiceTests {
    /// The recorded flow of a lead, with the recorded requests' members, unmodelled ones included.
    @Suite("A lead between two accounts, as recorded")
    struct LeadFlowTests {
        static let createEngagement = #"""
            {"ClientToken": "t1", "Catalog": "Sandbox", "Title": "New Business Deal - 4974 Initiative",
             "Description": "Lead generated from recent campaign activities",
             "Contexts": [{"Type": "Lead", "Payload": {"Lead": {
               "Customer": {"CompanyName": "Acme Corp", "Industry": "Aerospace", "Address": {"CountryCode": "US"}},
               "Interactions": [{"SourceType": "Campaign", "CustomerAction": "Completed Form",
                 "SourceName": "Handcrafted Granite Towels Campaign - 2025", "SourceId": "TERCRJPJ",
                 "Contact": {"BusinessTitle": "Global Data Officer", "Email": "test@test.com",
                             "FirstName": "Sarina", "LastName": "Prosacco"}}]}}}]}
            """#

        static func createInvitation(_ engagement: String) -> String {
            #"""
            {"Catalog": "Sandbox", "ClientToken": "t2", "EngagementIdentifier": "\#(engagement)",
             "SenderAwsAccountId": "aws", "SenderCompanyName": "AWS",
             "Invitation": {
               "Message": "We have a qualified lead. Would you like to collaborate?",
               "Receiver": {"Account": {"AwsAccountId": "\#(ServiceUnderTest.otherAccount)"}},
               "PayloadType": "LeadInvitation",
               "Payload": {"LeadInvitation": {
                 "Insights": {"EngagementScore": "High"},
                 "Customer": {"CompanyName": "Stroman, Littel and Champlin", "Industry": "Software and Internet",
                   "CountryCode": "US", "WebsiteUrl": "https://reese.biz", "MarketSegment": "Enterprise",
                   "AwsMaturity": "Evaluating"},
                 "Interaction": {"SourceType": "Campaign", "SourceId": "TFTRUZV3",
                   "SourceName": "Partner Referral Program - 2025",
                   "ContactBusinessTitle": "Corporate Program Agent", "Usecase": "Database"}}}},
             "Receiver": {"Account": {"AwsAccountId": "\#(ServiceUnderTest.otherAccount)"}}}
            """#
        }

        static func update(_ engagement: String, _ lock: String) -> String {
            #"""
            {"Catalog": "Sandbox", "EngagementIdentifier": "\#(engagement)", "ContextIdentifier": "1",
             "EngagementLastModifiedAt": "\#(lock)", "Type": "Lead",
             "Payload": {"Lead": {"QualificationStatus": "Qualified",
               "Customer": {"CompanyName": "Hyatt, Wunsch and Fisher", "Industry": "Software and Internet",
                 "Address": {"CountryCode": "US", "StateOrRegion": "Lake Keven", "City": "Lake Keven"},
                 "WebsiteUrl": "https://gardner.name", "MarketSegment": "Enterprise",
                 "AwsMaturity": "Single-Account"},
               "Interaction": {"InteractionDate": "2025-09-08T13:26:51.645895823Z", "SourceType": "Campaign",
                 "SourceId": "S2", "SourceName": "Campaign - 2025", "CustomerAction": "Completed Form",
                 "BusinessProblem": "Labore voluptatibus dolores et.", "Usecase": "Database",
                 "Contact": {"BusinessTitle": "Agent", "Email": "test@test.com",
                             "FirstName": "A", "LastName": "B"}}}}}
            """#
        }

        @Test("created, invited, read, accepted, read, updated", arguments: StoreKind.all)
        func flow(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let created = try CreateEngagementResponse(
                    stored: try await service.send("CreateEngagement", Self.createEngagement).body
                )
                let engagement = try #require(created.id)
                let start = service.clock.now
                #expect(created.arn == "arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/\(engagement)")
                #expect(created.modifiedAt == start)
                service.clock.advance(byMilliseconds: 37_000)

                let sent = try CreateEngagementInvitationResponse(
                    stored: try await service.send("CreateEngagementInvitation", Self.createInvitation(engagement)).body
                )
                try await expectInvitation(service, sent, engagement)
                let early = try await refusal {
                    _ = try await service.engagement(engagement, account: ServiceUnderTest.otherAccount)
                }
                #expect(early.code == "ResourceNotFoundException")

                service.clock.advance(byMilliseconds: 7_000)
                let accepted = try await service.send(
                    "AcceptEngagementInvitation",
                    #"{"Catalog": "Sandbox", "Identifier": "\#(sent.id)"}"#,
                    account: ServiceUnderTest.otherAccount
                )
                #expect(accepted.code == nil && accepted.body.isEmpty)
                try await expectJoined(service, engagement, createdAt: start)
                try await expectUpdated(service, engagement)
            }
        }

        private func expectInvitation(
            _ service: ServiceUnderTest,
            _ sent: CreateEngagementInvitationResponse,
            _ engagement: String
        ) async throws {
            #expect(sent.arn == "arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement-invitation/\(sent.id)")
            let shown = try await service.invitation(sent.id, account: ServiceUnderTest.otherAccount)
            let expected = GetEngagementInvitationResponse(
                arn: sent.arn,
                catalog: .sandbox,
                engagementDescription: "Lead generated from recent campaign activities",
                engagementId: engagement,
                engagementTitle: "New Business Deal - 4974 Initiative",
                existingMembers: [EngagementMemberSummary(companyName: "Partner 111122223333")],
                expirationDate: Timestamp(
                    millisecondsSinceEpoch: service.clock.now.millisecondsSinceEpoch + 15 * 86_400_000
                ),
                id: sent.id,
                invitationDate: service.clock.now,
                invitationMessage: "We have a qualified lead. Would you like to collaborate?",
                payload: .lead,
                payloadType: .leadInvitation,
                receiver: .account(AccountReceiver(awsAccountId: ServiceUnderTest.otherAccount)),
                senderAwsAccountId: ServiceUnderTest.account,
                senderCompanyName: "Partner 111122223333",
                status: .pending
            )
            #expect(shown == expected)
        }

        private func expectJoined(
            _ service: ServiceUnderTest,
            _ engagement: String,
            createdAt start: Timestamp
        ) async throws {
            var lead = LeadContext.sample
            lead.interactions[0].interactionDate = start
            let expected = GetEngagementResponse(
                arn: "arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/\(engagement)",
                contexts: [EngagementContextDetails(id: "1", payload: .lead(lead), type: .lead)],
                createdAt: start,
                createdBy: ServiceUnderTest.account,
                description: "Lead generated from recent campaign activities",
                id: engagement,
                memberCount: 2,
                modifiedAt: service.clock.now,
                modifiedBy: ServiceUnderTest.otherAccount,
                title: "New Business Deal - 4974 Initiative"
            )
            for account in [ServiceUnderTest.account, ServiceUnderTest.otherAccount] {
                #expect(try await service.engagement(engagement, account: account) == expected)
            }
        }

        private func expectUpdated(_ service: ServiceUnderTest, _ engagement: String) async throws {
            let lock = service.clock.now.iso8601
            service.clock.advance(byMilliseconds: 1_000)
            let reply = try await service.send(
                "UpdateEngagementContext",
                // As boto3 and others send it: finer than the server keeps.
                Self.update(engagement, lock.replacing("Z", with: "987654Z")),
                account: ServiceUnderTest.otherAccount
            )
            let answer = try UpdateEngagementContextResponse(stored: reply.body)
            #expect(answer.contextId == "1" && answer.engagementId == engagement)
            #expect(answer.engagementLastModifiedAt == service.clock.now)
            let changed = try await service.engagement(engagement)
            #expect(changed.modifiedAt == service.clock.now)
            #expect(changed.modifiedBy == ServiceUnderTest.otherAccount)
            guard case .lead(let lead) = changed.contexts?.first?.payload else {
                Issue.record("not a lead")
                return
            }
            #expect(lead.customer.companyName == "Hyatt, Wunsch and Fisher")
            #expect(lead.qualificationStatus == "Qualified")
            #expect(lead.interactions.map(\.sourceId) == ["TERCRJPJ", "S2"])
            #expect(lead.interactions.last?.interactionDate?.iso8601 == "2025-09-08T13:26:51.645Z")
        }
    }
}
