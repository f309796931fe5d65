import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    /// The recorded flow PM 039 to 052: one account plays AWS, the other converts the lead and submits it.
    @Suite("StartOpportunityFromEngagementTask")
    struct LeadConversionTests {
        private static let partner = ServiceUnderTest.otherAccount

        /// An engagement with a lead that the partner has joined and worked on (PM 039 to 045).
        private static func lead(_ service: ServiceUnderTest, status: String? = "Qualified") async throws -> String {
            let engagement = try await service.createEngagement()
            let invitation = try await service.invite(to: engagement, .lead)
            try await service.accept(invitation)
            let lock = try #require(try await service.engagement(engagement, account: partner).modifiedAt)
            var interaction = LeadInteraction.sample
            interaction.businessProblem = "Labore voluptatibus dolores et."
            try await service.call(
                UpdateEngagementContext.self,
                UpdateEngagementContextRequest(
                    catalog: .sandbox,
                    contextIdentifier: "1",
                    engagementIdentifier: engagement,
                    engagementLastModifiedAt: lock,
                    payload: .lead(
                        UpdateLeadContext(
                            customer: LeadCustomer(
                                address: LeadAddress(city: "Tacoma", countryCode: "US", stateOrRegion: "Washington"),
                                companyName: "Hyatt, Wunsch and Fisher",
                                industry: "Software and Internet",
                                websiteUrl: "https://gardner.name"
                            ),
                            interaction: interaction,
                            qualificationStatus: status
                        )
                    ),
                    type: .lead
                ),
                account: partner
            )
            return engagement
        }

        @Test("answers as captured (PM 046) and drafts the opportunity as captured (PM 049)", arguments: StoreKind.all)
        func captured(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await Self.lead(service)
                let answer = try await service.convertLead(in: engagement, account: Self.partner)
                #expect(answer.taskStatus == .complete, "\(answer.message ?? "")")
                #expect(answer.contextId == "2" && answer.engagementId == engagement)
                #expect(answer.resourceSnapshotJobId?.hasPrefix("job-") == true)
                let stem = "arn:aws:partnercentral:us-east-1::catalog/Sandbox/opportunity-from-engagement-task"
                #expect(answer.taskArn == "\(stem)/\(answer.taskId ?? "")")
                let identifier = try #require(answer.opportunityId)
                let draft = try await service.opportunity(identifier, of: Self.partner)
                let account = Account(
                    address: Address(countryCode: .us),
                    companyName: "Hyatt, Wunsch and Fisher",
                    industry: .softwareAndInternet,
                    websiteUrl: "https://gardner.name"
                )
                #expect(draft.customer == Customer(account: account, contacts: []))
                #expect(
                    draft.lifeCycle
                        == LifeCycle(reviewStatus: .pendingSubmission, stage: .prospect, targetCloseDate: "2026-04-01")
                )
                #expect(draft.marketing == Marketing(source: MarketingSource.none))
                #expect(draft.nationalSecurity == .no && draft.opportunityType == .netNewBusiness)
                #expect(draft.opportunityTeam?.map(\.businessTitle) == ["OpportunityOwner"])
                #expect(draft.primaryNeedsFromAws == nil && draft.softwareRevenue == nil)
                #expect(
                    draft.project
                        == Project(
                            customerBusinessProblem: "Labore voluptatibus dolores et.",
                            expectedCustomerSpend: [],
                            title: "Converted from Lead"
                        )
                )
            }
        }

        @Test("is followed by a submission in the same engagement (PM 047 to 052)", arguments: StoreKind.all)
        func submitted(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await Self.lead(service)
                let converted = try await service.convertLead(in: engagement, account: Self.partner)
                let identifier = try #require(converted.opportunityId)
                try await service.associate(identifier, .solutions, "S-1234567", account: Self.partner)
                let draft = try await service.opportunity(identifier, of: Self.partner)
                var update = UpdateOpportunityRequest(echoing: draft)
                update.customer?.account?.address?.postalCode = "85401"
                update.customer?.account?.address?.stateOrRegion = "Arizona"
                update.project?.customerUseCase = "Security & Compliance"
                update.project?.deliveryModels = [.saaSOrPaaS]
                update.project?.expectedCustomerSpend = [
                    ExpectedCustomerSpend(
                        amount: "12900",
                        currencyCode: .usd,
                        frequency: .monthly,
                        targetCompany: "AWS"
                    )
                ]
                try await service.call(UpdateOpportunity.self, update, account: Self.partner)
                let answer = try await service.submitByTask(identifier, .forVisibilityOnly, account: Self.partner)
                #expect(answer.taskStatus == .complete, "\(answer.message ?? "")")
                #expect(answer.engagementId == engagement)
                #expect(answer.engagementInvitationId?.hasPrefix("engi-") == true)
                let submitted = try await service.opportunity(identifier, of: Self.partner)
                #expect(submitted.lifeCycle?.reviewStatus == .submitted)
                #expect(submitted.primaryNeedsFromAws == [.doNotNeedSupportFromAwsSalesRep])
                #expect(try await service.count("engagement") == 1)
                try await service.decide(.approved, identifier, account: Self.partner)
                let members = try await service.members(engagement).map(\.accountId)
                #expect(members == [ServiceUnderTest.account, Self.partner, "aws"])
            }
        }

        @Test("tells the partner, and both members what they share", arguments: StoreKind.all)
        func events(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await Self.lead(service)
                try await service.clearEvents()
                _ = try await service.convertLead(in: engagement, account: Self.partner)
                #expect(
                    try await service.told() == [
                        "\(Self.partner) Opportunity Created",
                        "\(ServiceUnderTest.account) Engagement Resource Snapshot Created",
                        "\(Self.partner) Engagement Resource Snapshot Created",
                        "\(ServiceUnderTest.account) Engagement Updated",
                        "\(Self.partner) Engagement Updated",
                    ]
                )
            }
        }

        @Test("without a lead to convert it fails by name and changes nothing", arguments: StoreKind.all)
        func failures(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let bare = try await service.createEngagement([.project, .lead])
                let disqualified = try await Self.lead(service, status: "Disqualified")
                let full = try await service.createEngagement(Array(repeating: .lead, count: 5))
                let rows = try await service.rows()
                for (engagement, context, account, reason) in [
                    (bare, "7", ServiceUnderTest.account, ReasonCode.contextNotFound),
                    (bare, "1", ServiceUnderTest.account, .customerProjectContextNotPermitted),
                    (disqualified, "1", Self.partner, .disqualifiedLeadNotPermitted),
                    (full, "1", ServiceUnderTest.account, .serviceQuotaExceeded),
                ] {
                    let answer = try await service.convertLead(in: engagement, context: context, account: account)
                    #expect(answer.taskStatus == .failed)
                    #expect(answer.reasonCode == reason)
                    #expect(answer.message?.isEmpty == false)
                    #expect(answer.opportunityId == nil && answer.contextId == nil)
                    #expect(answer.engagementId == engagement)
                }
                #expect(try await service.rows() == rows)
                let converted = try await service.convertLead(in: bare, context: "2")
                #expect(converted.contextId == "3")
            }
        }

        @Test("an engagement of others is not found, nor is one by its identifier alone", arguments: StoreKind.all)
        func notFound(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await Self.lead(service)
                for (named, account) in [
                    (engagement, ServiceUnderTest.outsider), ("eng-00000000000000", Self.partner),
                    ("arn:aws:partnercentral:us-east-1::catalog/AWS/engagement/\(engagement)", Self.partner),
                ] {
                    let reply = try await refusal { _ = try await service.convertLead(in: named, account: account) }
                    #expect(reply.code == "ResourceNotFoundException")
                }
                let arn = "arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/\(engagement)"
                #expect(try await service.convertLead(in: arn, account: Self.partner).engagementId == engagement)
            }
        }

        @Test("each member makes an opportunity of its own, with a context of its own", arguments: StoreKind.all)
        func twice(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await Self.lead(service)
                let first = try await service.convertLead(in: engagement, account: Self.partner)
                let second = try await service.convertLead(in: engagement)
                #expect([first.contextId, second.contextId] == ["2", "3"])
                #expect(first.opportunityId != second.opportunityId)
            }
        }
    }
}
