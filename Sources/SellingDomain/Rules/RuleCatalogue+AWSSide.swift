// MARK: AWS's own opportunity

extension RuleCatalogue {
    public static let awsOpportunityExists = Rule(
        "aws-opportunity.exists",
        "AWS has an opportunity of its own beside a partner's once the partner's has been submitted.",
        evidence: "developer guide, updates from AWS; that there is none to change before is our reading",
        .inferred
    )
    public static let awsOpportunityIdentity = Rule(
        "aws-opportunity.identity",
        "AWS's opportunity keeps its catalog, its origin and the partner's opportunity beside which it is.",
        evidence: "GetAwsOpportunitySummary: these say which opportunity it is",
        .inferred
    )
}
