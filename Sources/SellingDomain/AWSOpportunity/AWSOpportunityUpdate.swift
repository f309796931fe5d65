public import SellingShapes
public import SmithyTypes

// What AWS's people do to AWS's own opportunity, to be seen by GetAwsOpportunitySummary.

extension GetAwsOpportunitySummaryResponse {
    /// The summary after AWS has changed what `sent` names; what it does not name stays, within the life cycle too.
    ///
    /// Ours: AWS's sellers work in a tool of AWS's own. The partner sees the history of next steps grow as its own does,
    /// and the reason of a lost deal go with the stage.
    public func updated(
        by sent: GetAwsOpportunitySummaryResponse,
        at now: Timestamp
    ) throws(Refusal) -> GetAwsOpportunitySummaryResponse {
        let violations = identityViolations(sent)
        guard violations.isEmpty else { throw .violations(violations) }
        var changed = self
        changed.cosellMotion = sent.cosellMotion ?? cosellMotion
        changed.customer = sent.customer ?? customer
        changed.insights = insights.map { $0.updated(by: sent.insights) } ?? sent.insights
        changed.involvementType = sent.involvementType ?? involvementType
        changed.involvementTypeChangeReason = sent.involvementTypeChangeReason ?? involvementTypeChangeReason
        changed.lifeCycle =
            sent.lifeCycle.map { (lifeCycle ?? AwsOpportunityLifeCycle()).updated(by: $0, at: now) }
            ?? lifeCycle
        changed.opportunityTeam = sent.opportunityTeam ?? opportunityTeam
        changed.project = sent.project ?? project
        changed.relatedEntityIds = sent.relatedEntityIds ?? relatedEntityIds
        changed.softwareRevenue = sent.softwareRevenue ?? softwareRevenue
        changed.visibility = sent.visibility ?? visibility
        return changed
    }

    /// Which opportunity it is, and who referred it, is not AWS's to change.
    private func identityViolations(_ sent: GetAwsOpportunitySummaryResponse) -> [RuleViolation] {
        let members = [
            ("catalog", Optional(sent.catalog.rawValue), Optional(catalog.rawValue)),
            ("origin", sent.origin?.rawValue, origin?.rawValue),
            ("relatedOpportunityId", sent.relatedOpportunityId, relatedOpportunityId),
        ]
        return members.filter { $0.1 != nil && $0.1 != $0.2 }.map { name, value, stored in
            RuleViolation(
                RuleCatalogue.awsOpportunityIdentity,
                name,
                .actionNotPermitted,
                "\(name) is '\(stored ?? "")' and cannot be changed.",
                offendingValue: value,
                wouldPass: "'\(stored ?? "")', or no value"
            )
        }
    }
}

extension AwsOpportunityLifeCycle {
    fileprivate func updated(by sent: AwsOpportunityLifeCycle, at now: Timestamp) -> AwsOpportunityLifeCycle {
        let stage = sent.stage ?? stage
        return AwsOpportunityLifeCycle(
            closedLostReason: sent.closedLostReason ?? (stage == .closedLost ? closedLostReason : nil),
            nextSteps: sent.nextSteps ?? nextSteps,
            nextStepsHistory: sent.nextStepsHistory ?? history(adding: sent.nextSteps, at: now),
            stage: stage,
            targetCloseDate: sent.targetCloseDate ?? targetCloseDate
        )
    }

    /// The history with a new text of next steps, where it is new: the last 50 are kept (model).
    private func history(adding text: String?, at now: Timestamp) -> [ProfileNextStepsHistory]? {
        guard let text, !text.isEmpty, text != nextSteps else { return nextStepsHistory }
        let history = (nextStepsHistory ?? []) + [ProfileNextStepsHistory(time: now, value: text)]
        return Array(history.suffix(50))
    }
}

extension AwsOpportunityInsights {
    fileprivate func updated(by sent: AwsOpportunityInsights?) -> AwsOpportunityInsights {
        AwsOpportunityInsights(
            awsProductsSpendInsightsBySource: sent?.awsProductsSpendInsightsBySource
                ?? awsProductsSpendInsightsBySource,
            engagementScore: sent?.engagementScore ?? engagementScore,
            nextBestActions: sent?.nextBestActions ?? nextBestActions,
            opportunityQuality: sent?.opportunityQuality ?? opportunityQuality,
            recommendations: sent?.recommendations ?? recommendations
        )
    }
}
