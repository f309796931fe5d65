public import SellingShapes

/// What came of an update.
public struct UpdatedOpportunity: Sendable, Hashable {
    public let opportunity: GetOpportunityResponse
    /// The members that were stored and are no longer, because the update did not say them: the commonest mistake with
    /// a full replacement. By field name, with the value that is gone.
    public let emptied: [EmptiedField]
}

/// A member that an update emptied by leaving it out.
public struct EmptiedField: Sendable, Hashable {
    public let fieldName: String
    public let value: String
}

extension GetOpportunityResponse {
    /// The opportunity after a partner's UpdateOpportunity: a full replacement within the window of its review state.
    ///
    /// The caller has compared LastModifiedDate already. A decision that the partner makes in AWS's place (Sandbox) is
    /// taken over with what is said of it; in catalog AWS what a partner says of the review is ignored.
    public func updated(
        by request: UpdateOpportunityRequest,
        _ setting: OpportunitySetting
    ) throws(Refusal) -> UpdatedOpportunity {
        let stored = OpportunityContent(self)
        let sent = OpportunityContent(request)
        let decision = ReviewLifecycle.simulatedDecision(sent.lifeCycle, on: self)
        let content = replacement(sent, of: stored)
        var violations = EditWindow.of(reviewStatus).violations(of: sent.spendAsKept(beside: stored), against: stored)
        violations += clearedDurationViolations(sent, stored)
        violations += lockViolations(decision, setting)
        violations += contractValueViolations(content.project, isNew: false)
        violations += goodStandingViolations(content, stored, decision, setting)
        guard violations.isEmpty else { throw .violations(violations.withoutRepetitions) }
        var changed = saying(content.kept)
        changed.lifeCycle = lifeCycle(of: content, decision, sent.lifeCycle, setting)
        changed.touch(at: setting.now)
        return UpdatedOpportunity(opportunity: changed, emptied: emptiedFields(content, stored))
    }

    /// What the update makes of the stored content, before the rules have looked at it.
    private func replacement(_ sent: OpportunityContent, of stored: OpportunityContent) -> OpportunityContent {
        var content = EditWindow.of(reviewStatus).merged(sent, into: stored)
        // An update without a project says nothing of the contract's duration either, and so leaves it.
        let keepsContract = stored.project?.statedContractDuration != nil
        content.project = (content.project ?? (keepsContract ? Project() : nil))?.completed(from: stored.project)
        return content
    }

    /// Null is not absent for a duration, and so a change where the duration is frozen.
    private func clearedDurationViolations(
        _ sent: OpportunityContent,
        _ stored: OpportunityContent
    ) -> [RuleViolation] {
        let (window, field) = (EditWindow.of(reviewStatus), OpportunityField.contractDuration)
        guard window.frozen.contains(field), sent.project?.expectedContractDuration == .some(nil),
            !field.isMissing(in: stored)
        else { return [] }
        return [window.violation(of: field, sent, stored)]
    }

    private func emptiedFields(_ content: OpportunityContent, _ stored: OpportunityContent) -> [EmptiedField] {
        OpportunityField.all.filter { !$0.isMissing(in: stored) && $0.isMissing(in: content) }.map { field in
            EmptiedField(fieldName: field.name, value: field.text(in: stored) ?? "")
        }
    }
}

extension OpportunityContent {
    /// With the spend as the service would keep it: what it adds or drops by itself is no change of the partner's.
    fileprivate func spendAsKept(beside stored: OpportunityContent) -> OpportunityContent {
        guard let project, project.expectedCustomerSpend != nil else { return self }
        var content = self
        let kept = project.completed(from: stored.project).withSpendAsKept()
        content.project?.expectedCustomerSpend = kept.expectedCustomerSpend
        return content
    }

    /// As it is kept: empty lists where answers have them, what the service adds, and no word of the partner's on
    /// what is AWS's.
    fileprivate var kept: OpportunityContent {
        var content = self
        content.project = project.map { $0.withSpendAsKept() }
        content.customer = customer.map(\.withContacts)
        content.marketing = marketing.withSource
        content.nationalSecurity = nationalSecurity ?? .no
        content.opportunityType = opportunityType ?? .netNewBusiness
        return content
    }
}

extension [RuleViolation] {
    /// Each once, in order: two tables may ask for the same member.
    var withoutRepetitions: [RuleViolation] {
        var seen: Set<RuleViolation.Identity> = []
        return filter { seen.insert($0.identity).inserted }
    }
}

extension RuleViolation {
    struct Identity: Hashable {
        let fieldName: String
        let code: ValidationExceptionErrorCode
        let offendingValue: String?
    }

    var identity: Identity { Identity(fieldName: fieldName, code: code, offendingValue: offendingValue) }
}
