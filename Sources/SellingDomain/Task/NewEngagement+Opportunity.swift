public import SellingShapes
import SmithyTypes

extension Engagement {
    /// The engagement that a task makes for an opportunity.
    ///
    /// Its title and description are the project's title and business problem (captured), cut to what the model lets an
    /// engagement hold. It begins with the customer project, which a submission wants it to have (developer guide, leads).
    public init(for opportunity: GetOpportunityResponse, _ facts: NewEngagementFacts) {
        self.init(
            created: CreateEngagementRequest(
                catalog: opportunity.catalog,
                clientToken: "",
                contexts: [
                    EngagementContextDetails(
                        payload: .customerProject(CustomerProjectsContext(of: opportunity)),
                        type: .customerProject
                    )
                ],
                description: (opportunity.project?.customerBusinessProblem ?? "").firstScalars(255),
                title: (opportunity.project?.title ?? "").firstScalars(40)
            ),
            facts
        )
    }
}

extension OpportunityInvitationPayload {
    /// What an invitation to an opportunity tells of it, which is little: where the customer is and what it wants.
    ///
    /// Undocumented: what stands where an opportunity leaves a member out that the model requires here, as a skeleton or
    /// a national security customer's may. An answer must have it, so that it has a placeholder plainly made up.
    public init(
        of opportunity: GetOpportunityResponse,
        for responsibilities: [ReceiverResponsibility],
        from contacts: [SenderContact]
    ) {
        let account = opportunity.customer?.account
        let project = opportunity.project
        let farOff = Timestamp(millisecondsSinceEpoch: opportunity.createdDate.millisecondsSinceEpoch + 90 * 86_400_000)
        self.init(
            customer: EngagementCustomer(
                companyName: account?.statedCompanyName ?? "Undisclosed",
                countryCode: account?.address?.countryCode ?? .us,
                industry: account?.industry ?? .other,
                websiteUrl: account?.websiteUrl ?? "undisclosed.example"
            ),
            project: ProjectDetails(
                businessProblem: project?.customerBusinessProblem ?? "The business problem is not told yet.",
                expectedCustomerSpend: project?.expectedCustomerSpend ?? [],
                targetCompletionDate: opportunity.lifeCycle?.targetCloseDate ?? farOff.day,
                title: project?.title.flatMap { $0.isEmpty ? nil : $0 } ?? "Untitled"
            ),
            receiverResponsibilities: responsibilities,
            senderContacts: contacts.isEmpty ? nil : contacts
        )
    }
}

extension Invitation {
    /// How a task invites AWS. Undocumented: with what words and as what; both are ours.
    public init(ofAWSTo opportunity: GetOpportunityResponse) {
        let contacts = (opportunity.opportunityTeam ?? []).prefix(1).compactMap { contact in
            contact.email.map {
                SenderContact(
                    businessTitle: contact.businessTitle,
                    email: $0,
                    firstName: contact.firstName,
                    lastName: contact.lastName,
                    phone: contact.phone
                )
            }
        }
        self.init(
            message: "An opportunity was submitted to AWS, who is invited to it.",
            payload: .opportunityInvitation(
                OpportunityInvitationPayload(of: opportunity, for: [.coSellFacilitator], from: contacts)
            ),
            receiver: .account(AccountReceiver(awsAccountId: Company.aws.accountIdentifier))
        )
    }

    /// How AWS invites a partner to an opportunity that it refers (recorded invitations; the address is made up).
    public init(ofReferral opportunity: GetOpportunityResponse, to receiver: Company) {
        let manager = SenderContact(
            businessTitle: "PDM",
            email: "partner.development@aws.example",
            firstName: "Partner",
            lastName: "Development"
        )
        self.init(
            message: "This invite is for an AWS originated referral. Accepting this invitation will create an AWS "
                + "originated opportunity in your pipeline.",
            payload: .opportunityInvitation(
                OpportunityInvitationPayload(
                    of: opportunity,
                    for: [.servicesPartner, .softwarePartner],
                    from: [manager]
                )
            ),
            receiver: .account(AccountReceiver(alias: receiver.name, awsAccountId: receiver.accountIdentifier))
        )
    }
}

extension String {
    /// The text cut to so many Unicode scalars, in which the model counts.
    func firstScalars(_ count: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
    }
}
