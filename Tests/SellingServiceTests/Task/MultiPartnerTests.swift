import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    /// A partner invites another to its opportunity, and AWS reviews both together (PM 086 to 101).
    @Suite("A multi-partner opportunity")
    struct MultiPartnerTests {
        private static let account = ServiceUnderTest.account
        private static let other = ServiceUnderTest.otherAccount
        private static let third = ServiceUnderTest.thirdAccount

        /// The recorded invitation's payload, as far as it is copied.
        private static let payload = Payload.opportunityInvitation(
            OpportunityInvitationPayload(
                customer: EngagementCustomer(
                    companyName: "Company20",
                    countryCode: .us,
                    industry: .agriculture,
                    websiteUrl: "marcelina.org"
                ),
                project: ProjectDetails(
                    businessProblem: "This is a very important problem",
                    expectedCustomerSpend: [
                        ExpectedCustomerSpend(
                            amount: "10000.00",
                            currencyCode: .usd,
                            estimationUrl: "https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef",
                            frequency: .monthly,
                            targetCompany: "AWS"
                        )
                    ],
                    targetCompletionDate: "2026-10-04",
                    title: "Project32"
                ),
                receiverResponsibilities: [.distributor]
            )
        )

        /// What the inviter submitted, and the engagement about it.
        private static func submitted(_ service: ServiceUnderTest) async throws -> (String, engagement: String) {
            let opportunity = try await service.createComplete()
            let answer = try await service.submitByTask(opportunity)
            return (opportunity, try #require(answer.engagementId))
        }

        @Test("gives the invited partner an opportunity, member for member as captured", arguments: StoreKind.all)
        func copy(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let (_, engagement) = try await Self.submitted(service)
                let invitation = try await service.invite(to: engagement, Self.payload)
                let answer = try await service.acceptByTask(invitation)
                #expect(answer.taskStatus == .complete, "\(answer.message ?? "")")
                let identifier = try #require(answer.opportunityId)
                let copy = try await service.opportunity(identifier, of: Self.other)
                let account = Account(
                    address: Address(countryCode: .us),
                    companyName: "Company20",
                    industry: .agriculture,
                    websiteUrl: "marcelina.org"
                )
                #expect(copy.customer == Customer(account: account, contacts: []))
                #expect(copy.primaryNeedsFromAws == [.doNotNeedSupportFromAwsSalesRep])
                #expect(copy.opportunityTeam?.map(\.businessTitle) == ["OpportunityOwner"])
                #expect(
                    copy.lifeCycle
                        == LifeCycle(reviewStatus: .submitted, stage: .prospect, targetCloseDate: "2026-10-04")
                )
                #expect(copy.project?.title == "Project32")
                #expect(copy.project?.customerBusinessProblem == "This is a very important problem")
                #expect(copy.project?.expectedCustomerSpend?.map(\.amount) == ["10000"])
                #expect(copy.project?.expectedCustomerSpend?.map(\.estimationUrl) == [nil])
                #expect(copy.marketing == Marketing(source: MarketingSource.none))
                #expect(copy.nationalSecurity == .no && copy.opportunityType == .netNewBusiness)
                let members = try await service.members(engagement, account: Self.other).map(\.accountId)
                #expect(members == [Self.account, Self.other])
                #expect(try await service.revisions(identifier, in: engagement) == 1)
            }
        }

        @Test("is approved for both at once, and AWS joins once", arguments: StoreKind.all)
        func approved(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let (opportunity, engagement) = try await Self.submitted(service)
                let invitation = try await service.invite(to: engagement, Self.payload)
                let copy = try #require(try await service.acceptByTask(invitation).opportunityId)
                try await service.clearEvents()
                try await service.decide(.approved, opportunity)
                for (identifier, account) in [(opportunity, Self.account), (copy, Self.other)] {
                    let reviewed = try await service.opportunity(identifier, of: account)
                    #expect(reviewed.lifeCycle?.reviewStatus == .approved, "\(account)")
                }
                let members = try await service.members(engagement).map(\.accountId)
                #expect(members == [Self.account, Self.other, "aws"])
                let shared = try await service.call(
                    GetAwsOpportunitySummary.self,
                    GetAwsOpportunitySummaryRequest(catalog: .sandbox, relatedOpportunityIdentifier: copy),
                    account: Self.other
                )
                #expect(shared.origin == .partnerReferral && shared.involvementType == .coSell)
                #expect(shared.relatedOpportunityId == copy && shared.relatedEntityIds?.solutions == [])
                #expect(shared.opportunityTeam?.map(\.businessTitle) == [.pdm])
                #expect(shared.project?.expectedCustomerSpend?.map(\.amount) == ["2500"])
                let told = Dictionary(grouping: try await service.told(), by: \.self).mapValues(\.count)
                #expect(
                    told == [
                        "\(Self.account) Engagement Invitation Accepted": 1,
                        "\(Self.account) Engagement Member Added": 1, "\(Self.other) Engagement Member Added": 1,
                        "\(Self.account) Opportunity Updated": 1, "\(Self.other) Opportunity Updated": 1,
                        // Of each opportunity, to both; and of AWS's side, to each owner alone.
                        "\(Self.account) Engagement Resource Snapshot Created": 3,
                        "\(Self.other) Engagement Resource Snapshot Created": 3,
                    ]
                )
            }
        }

        @Test("begins approved where the inviter's is, through any number of partners", arguments: StoreKind.all)
        func inherited(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let (opportunity, engagement) = try await Self.submitted(service)
                let first = try await service.acceptByTask(try await service.invite(to: engagement, Self.payload))
                let onward = try await service.invite(Self.third, to: engagement, Self.payload, by: Self.other)
                let second = try await service.acceptByTask(onward, account: Self.third)
                try await service.decide(.approved, opportunity)
                let later = "888899990000"
                let last = try await service.acceptByTask(
                    try await service.invite(later, to: engagement, Self.payload),
                    account: later
                )
                for (answer, account) in [(first, Self.other), (second, Self.third), (last, later)] {
                    let identifier = try #require(answer.opportunityId)
                    let reviewed = try await service.opportunity(identifier, of: account)
                    #expect(reviewed.lifeCycle?.reviewStatus == .approved, "\(account)")
                }
            }
        }

        @Test("asks an inherited opportunity for the rest from Qualified on only", arguments: StoreKind.all)
        func qualified(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let (opportunity, engagement) = try await Self.submitted(service)
                let answer = try await service.acceptByTask(try await service.invite(to: engagement, Self.payload))
                try await service.decide(.approved, opportunity)
                let copy = try #require(answer.opportunityId)
                var update = UpdateOpportunityRequest(echoing: try await service.opportunity(copy, of: Self.other))
                update.lifeCycle?.nextSteps = "Call them"
                update.lastModifiedDate = try await service.call(
                    UpdateOpportunity.self,
                    update,
                    account: Self.other
                ).lastModifiedDate
                update.lifeCycle?.stage = .qualified
                let reply = try await refusal { [update] in
                    try await service.call(UpdateOpportunity.self, update, account: Self.other)
                }
                let fields = reply.validation?.errorList?.map(\.fieldName) ?? []
                #expect(fields.contains("project.customerUseCase") && fields.contains("project.deliveryModels"))
            }
        }

        @Test("rejected, leaves AWS out and the invited partner as it was", arguments: StoreKind.all)
        func rejected(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                let answer = try await service.submitByTask(opportunity)
                let engagement = try #require(answer.engagementId)
                let copy = try await service.acceptByTask(try await service.invite(to: engagement, Self.payload))
                try await service.clearEvents()
                try await service.decide(.rejected, opportunity)
                let invitation = try await service.invitation(try #require(answer.engagementInvitationId))
                #expect(invitation.status == .rejected)
                #expect(try await service.members(engagement).count == 2)
                #expect(
                    try await service.told() == [
                        "\(Self.account) Engagement Invitation Rejected", "\(Self.account) Opportunity Updated",
                        "\(Self.account) Engagement Resource Snapshot Created",
                        "\(Self.other) Engagement Resource Snapshot Created",
                    ]
                )
                let kept = try await service.opportunity(try #require(copy.opportunityId), of: Self.other)
                #expect(kept.lifeCycle?.reviewStatus == .submitted)
            }
        }

        @Test("approved, tells in the order of the events page, AWS's snapshot included", arguments: StoreKind.all)
        func order(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let (opportunity, engagement) = try await Self.submitted(service)
                try await service.clearEvents()
                try await service.decide(.approved, opportunity)
                #expect(
                    try await service.told()
                        == [
                            "Engagement Invitation Accepted", "Engagement Member Added",
                            "Engagement Resource Snapshot Created", "Opportunity Updated",
                            "Engagement Resource Snapshot Created",
                        ].map { "\(Self.account) \($0)" }
                )
                let view = try await service.shown(
                    opportunity,
                    in: engagement,
                    template: "AwsOpportunitySummaryFullView"
                )
                #expect(view.createdBy == "aws" && view.targetMemberAccounts == [Self.account])
                let own = try await service.shown(opportunity, in: engagement)
                #expect(own.targetMemberAccounts == [Self.account, "aws"])
            }
        }

        @Test("a decision that is revised has AWS answer no second time", arguments: StoreKind.all)
        func revised(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let (opportunity, engagement) = try await Self.submitted(service)
                try await service.decide(.approved, opportunity)
                try await service.decide(.rejected, opportunity)
                try await service.decide(.approved, opportunity)
                #expect(try await service.members(engagement).map(\.accountId) == [Self.account, "aws"])
                let accepted = try await service.told().filter { $0.hasSuffix("Invitation Accepted") }
                #expect(accepted.count == 1)
            }
        }

        @Test("is a draft where the inviter shows no opportunity", arguments: StoreKind.all)
        func withoutSource(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement([.project])
                let answer = try await service.acceptByTask(try await service.invite(to: engagement, Self.payload))
                let copy = try await service.opportunity(try #require(answer.opportunityId), of: Self.other)
                #expect(copy.lifeCycle?.reviewStatus == .pendingSubmission)
                #expect(try await service.count("inherited_opportunity") == 0)
            }
        }
    }
}
