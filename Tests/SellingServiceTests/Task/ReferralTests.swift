import AWSJSON
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    /// Sandbox's simulation of an opportunity that AWS refers to a partner (PM 053 and what follows it).
    @Suite("An AWS referral")
    struct ReferralTests {
        private static let account = ServiceUnderTest.account

        @Test("appears as an invitation of AWS's, which tells what an invitation may", arguments: StoreKind.all)
        func invitation(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.refer()
                let summary = try #require(try await service.received(account: Self.account).first)
                #expect(summary.status == .pending && summary.payloadType == .opportunityInvitation)
                #expect(summary.senderAwsAccountId == "aws" && summary.senderCompanyName == "AWS")
                #expect(summary.engagementTitle == "Pattern archive")
                #expect(summary.expirationDate == .of2026(15 * 86_400_000))
                let identifier = summary.id
                let reply = try await service.send(
                    "GetEngagementInvitation",
                    #"{"Catalog": "Sandbox", "Identifier": "\#(identifier)"}"#
                )
                let whole = try GetEngagementInvitationResponse(stored: reply.body)
                #expect(
                    whole.existingMembers
                        == [EngagementMemberSummary(companyName: "AWS", websiteUrl: "www.aws.com")]
                )
                #expect(whole.invitationMessage?.hasPrefix("This invite is for an AWS originated referral.") == true)
                for hidden in ["98101", "Washington", "210987654321", opportunity] {
                    #expect(!reply.text.contains(hidden), "\(hidden)")
                }
                let told = try await service.told()
                #expect(told == ["\(Self.account) Engagement Invitation Created"])
                let engagement = try #require(whole.engagementId)
                let sight = try await refusal { _ = try await service.engagement(engagement) }
                #expect(sight.code == "ResourceNotFoundException")
            }
        }

        @Test("accepted by task, is the partner's: approved, since when it was referred", arguments: StoreKind.all)
        func accepted(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.refer {
                    $0.partnerOpportunityIdentifier = "CRM-1"
                    $0.customer?.contacts = [Contact(email: "jane.doe@acmecorp.com", firstName: "Jane")]
                    $0.tags = [Tag(key: "a", value: "1")]
                }
                let referred = service.clock.now
                let invitation = try #require(try await service.received(account: Self.account).first?.id)
                service.clock.advance(byMilliseconds: 60_000)
                try await service.clearEvents()
                let answer = try await service.acceptByTask(invitation, account: Self.account)
                #expect(answer.taskStatus == .complete, "\(answer.message ?? "")")
                #expect(answer.opportunityId == identifier && answer.engagementInvitationId == invitation)
                #expect(answer.resourceSnapshotJobId?.hasPrefix("job-") == true)
                let opportunity = try await service.get(identifier)
                #expect(opportunity.lifeCycle?.reviewStatus == .approved && opportunity.lifeCycle?.stage == .prospect)
                #expect(opportunity.createdDate == referred && opportunity.lastModifiedDate > service.clock.now)
                #expect(opportunity.customer?.account?.address?.postalCode == "98101")
                #expect(opportunity.customer?.contacts?.map(\.firstName) == ["Jane"])
                #expect(opportunity.partnerOpportunityIdentifier == "CRM-1")
                #expect(opportunity.primaryNeedsFromAws == [.coSellDealSupport])
                try await Self.expectAWSSide(service, identifier)
                #expect(
                    try await service.told()
                        == [
                            "Engagement Invitation Accepted", "Engagement Member Added", "Opportunity Created",
                            "Opportunity Updated", "Engagement Resource Snapshot Created",
                        ].map { "\(Self.account) \($0)" }
                )
                let tags = ListTagsForResourceRequest(resourceArn: try #require(opportunity.arn))
                #expect(try await service.call(ListTagsForResource.self, tags).tags == [Tag(key: "a", value: "1")])
                #expect(try await service.count("aws_referral") == 0)
            }
        }

        private static func expectAWSSide(_ service: ServiceUnderTest, _ identifier: String) async throws {
            let summary = try await service.summary(identifier)
            #expect(summary.origin == .awsReferral)
            #expect(summary.involvementType == .coSell && summary.visibility == .full)
            #expect(summary.opportunityTeam?.map(\.businessTitle) == [.pdm])
        }

        @Test("rejected, is gone for good", arguments: StoreKind.all)
        func rejected(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.refer { $0.tags = [Tag(key: "a", value: "1")] }
                let invitation = try #require(try await service.received(account: Self.account).first?.id)
                try await service.reject(invitation, "Customer problem unclear", account: Self.account)
                try await Self.expectGone(service, identifier, invitation)
                #expect(try await service.invitation(invitation).payload == nil)
            }
        }

        @Test("left alone for 15 days, is gone for good", arguments: StoreKind.all)
        func expired(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.refer { $0.tags = [Tag(key: "a", value: "1")] }
                let invitation = try #require(try await service.received(account: Self.account).first?.id)
                service.clock.advance(byMilliseconds: 15 * 86_400_000)
                let late = try await refusal { _ = try await service.acceptByTask(invitation, account: Self.account) }
                #expect(late.code == "ConflictException")
                try await service.environment.runDueWork(upTo: service.clock.now)
                try await Self.expectGone(service, identifier, invitation)
                #expect(try await service.told().filter { $0.hasSuffix("Expired") }.count == 1)
            }
        }

        @Test("accepted without the task, becomes no opportunity any more", arguments: StoreKind.all)
        func acceptedOtherwise(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.refer()
                let invitation = try #require(try await service.received(account: Self.account).first?.id)
                try await service.accept(invitation, account: Self.account)
                try await Self.expectGone(service, identifier, invitation)
            }
        }

        private static func expectGone(
            _ service: ServiceUnderTest,
            _ identifier: String,
            _ invitation: String
        ) async throws {
            let again = try await refusal { _ = try await service.acceptByTask(invitation, account: account) }
            #expect(again.code == "ConflictException")
            let hidden = try await refusal { _ = try await service.get(identifier) }
            #expect(hidden.code == "ResourceNotFoundException")
            for table in ["aws_referral", "opportunity", "tag", "task"] {
                #expect(try await service.count(table) == 0, "\(table)")
            }
        }

        @Test("is one referral however often the request is sent", arguments: StoreKind.all)
        func replayed(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                var request = CreateOpportunityRequest.complete(.sandbox)
                request.origin = .awsReferral
                let first = try await service.call(CreateOpportunity.self, request)
                #expect(try await service.call(CreateOpportunity.self, request) == first)
                #expect(try await service.received(account: Self.account).count == 1)
                #expect(try await service.count("engagement") == 1)
            }
        }

        @Test("of a skeleton is an invitation that clients can read", arguments: StoreKind.all)
        func skeleton(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let request = CreateOpportunityRequest(catalog: .sandbox, clientToken: "t", origin: .awsReferral)
                let identifier = try await service.call(CreateOpportunity.self, request).id
                let invitation = try #require(try await service.received(account: Self.account).first?.id)
                guard case .opportunityInvitation(let payload) = try await service.invitation(invitation).payload else {
                    Issue.record("no invitation to an opportunity")
                    return
                }
                #expect(payload.project.targetCompletionDate == "2026-04-01")
                let answer = try await service.acceptByTask(invitation, account: Self.account)
                #expect(answer.opportunityId == identifier)
                #expect(try await service.get(identifier).project == nil)
            }
        }
    }
}
