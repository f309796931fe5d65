import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("A new opportunity")
struct NewOpportunityTests {
    static let now = Timestamp(millisecondsSinceEpoch: 1_700_000_000_123)

    static func created(_ adjust: (inout CreateOpportunityRequest) -> Void = { _ in }) -> GetOpportunityResponse {
        var request = CreateOpportunityRequest(catalog: .sandbox, clientToken: "t")
        adjust(&request)
        return GetOpportunityResponse(
            created: request,
            NewOpportunityFacts(
                identifier: "O10000001",
                arn: "arn:of:it",
                now: now,
                owner: allianceLead(ofAccount: "123456789012")
            )
        )
    }

    @Test("made of nothing, it has the defaults")
    func defaults() {
        let opportunity = Self.created()
        #expect(opportunity.id == "O10000001")
        #expect(opportunity.arn == "arn:of:it")
        #expect(opportunity.catalog == .sandbox)
        #expect(opportunity.createdDate == Self.now)
        #expect(opportunity.lastModifiedDate == Self.now)
        #expect(opportunity.lifeCycle == LifeCycle(reviewStatus: .pendingSubmission, stage: .prospect))
        #expect(opportunity.marketing == Marketing(source: MarketingSource.none))
        #expect(opportunity.nationalSecurity == .no)
        #expect(opportunity.opportunityType == .netNewBusiness)
        #expect(opportunity.customer == nil)
        #expect(opportunity.project == nil)
        #expect(opportunity.softwareRevenue == nil)
        #expect(opportunity.primaryNeedsFromAws == nil)
        #expect(opportunity.partnerOpportunityIdentifier == nil)
    }

    @Test("every list of associations is there, and empty")
    func noAssociations() {
        let related = Self.created().relatedEntityIdentifiers
        #expect(related.solutions == [])
        #expect(related.awsProducts == [])
        #expect(related.awsMarketplaceOffers == [])
        #expect(related.awsMarketplaceOfferSets == [])
        #expect(related.awsMarketplaceSolutions == [])
        #expect(related.awsMarketplaceProducts == [])
    }

    @Test("begins as Pending Submission, whatever is sent", arguments: ReviewStatus.modelled)
    func reviewStatus(_ sent: ReviewStatus) {
        let lifeCycle = Self.created { $0.lifeCycle = LifeCycle(reviewStatus: sent) }.lifeCycle
        #expect(lifeCycle?.reviewStatus == .pendingSubmission)
    }

    @Test("takes nothing that is AWS's to say, and no history that a client makes up")
    func awsMembers() {
        let forged = NextStepsHistory(time: Timestamp(millisecondsSinceEpoch: 1), value: "long ago")
        let lifeCycle = Self.created {
            $0.lifeCycle = LifeCycle(
                nextStepsHistory: [forged],
                reviewComments: "Well done",
                reviewStatusReason: "Because"
            )
        }.lifeCycle
        #expect(lifeCycle == LifeCycle(reviewStatus: .pendingSubmission, stage: .prospect))
    }

    @Test("keeps what is the partner's to say")
    func partnerMembers() {
        let lifeCycle = Self.created {
            $0.lifeCycle = LifeCycle(nextSteps: "Call", stage: .qualified, targetCloseDate: "2030-01-31")
        }.lifeCycle
        #expect(lifeCycle?.stage == .qualified)
        #expect(lifeCycle?.targetCloseDate == "2030-01-31")
        #expect(lifeCycle?.nextSteps == "Call")
        #expect(lifeCycle?.nextStepsHistory == [NextStepsHistory(time: Self.now, value: "Call")])
    }

    @Test("is owned by the account's alliance lead, before the team that was sent")
    func team() {
        let manager = Contact(businessTitle: "PartnerAccountManager", email: "m@example.com")
        let team = Self.created { $0.opportunityTeam = [manager] }.opportunityTeam
        #expect(
            team == [
                Contact(
                    businessTitle: "OpportunityOwner",
                    email: "alliance.lead@partner-123456789012.example",
                    firstName: "Alliance",
                    lastName: "Lead"
                ), manager,
            ]
        )
    }

    @Test("has one owner, whoever was sent as such")
    func oneOwner() {
        let sent = [
            Contact(businessTitle: "OpportunityOwner", email: "o@example.com"), Contact(email: "p@example.com"),
        ]
        let team = Self.created { $0.opportunityTeam = sent }.opportunityTeam
        #expect(team?.map(\.email) == ["alliance.lead@partner-123456789012.example", "p@example.com"])
    }

    @Test("shows an empty list where a customer has no contacts")
    func contacts() {
        #expect(Self.created { $0.customer = Customer() }.customer == Customer(contacts: []))
        let contact = Contact(email: "c@example.com")
        #expect(Self.created { $0.customer = Customer(contacts: [contact]) }.customer?.contacts == [contact])
    }

    @Test("keeps what was sent of marketing, and says None where no source was")
    func marketing() {
        let sent = Marketing(awsFundingUsed: .yes, source: .marketingActivity)
        #expect(Self.created { $0.marketing = sent }.marketing == sent)
        #expect(
            Self.created { $0.marketing = Marketing(campaignName: "Spring") }.marketing
                == Marketing(campaignName: "Spring", source: MarketingSource.none)
        )
    }

    @Test("keeps every other member as it was sent")
    func others() {
        let opportunity = Self.created {
            $0.nationalSecurity = .yes
            $0.opportunityType = .expansion
            $0.partnerOpportunityIdentifier = "CRM-1"
            $0.primaryNeedsFromAws = [.coSellPricingAssistance]
            $0.project = Project(title: "Migration")
            $0.softwareRevenue = SoftwareRevenue(effectiveDate: "2030-01-01")
        }
        #expect(opportunity.nationalSecurity == .yes)
        #expect(opportunity.opportunityType == .expansion)
        #expect(opportunity.partnerOpportunityIdentifier == "CRM-1")
        #expect(opportunity.primaryNeedsFromAws == [.coSellPricingAssistance])
        #expect(opportunity.project == Project(title: "Migration"))
        #expect(opportunity.softwareRevenue == SoftwareRevenue(effectiveDate: "2030-01-01"))
    }
}
