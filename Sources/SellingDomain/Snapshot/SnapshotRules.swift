public import SellingShapes

/// What a request for a snapshot, or for a job that takes snapshots, must satisfy beyond the model.
public enum SnapshotRules {
    /// The template that a partner names.
    ///
    /// - Parameter others: what else is wrong with the request, to be told together.
    /// - Throws: what is wrong with the name; a template that is AWS's is told apart from one that there is not.
    public static func template(
        named name: String,
        for resourceType: ResourceType,
        beside others: [RuleViolation] = []
    ) throws(Refusal) -> SnapshotTemplate<GetOpportunityResponse> {
        let known = SnapshotTemplates.ofPartners.filter { $0.resourceType == resourceType }
        guard let template = known.first(where: { $0.name == name }) else {
            let names = known.map(\.name).joined(separator: "' or '")
            let isOfAWS = SnapshotTemplates.ofAWS.contains { $0.name == name && $0.resourceType == resourceType }
            throw .violations(
                [isOfAWS ? templateOfAWS(name, names) : unknownTemplate(name, resourceType, names)] + others
            )
        }
        guard others.isEmpty else { throw .violations(others) }
        return template
    }

    private static func templateOfAWS(_ name: String, _ known: String) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.snapshotTemplateIsPartners,
            "resourceSnapshotTemplateIdentifier",
            .actionNotPermitted,
            "Snapshots with the template '\(name)' are taken by AWS. A partner takes them with '\(known)'.",
            offendingValue: name,
            wouldPass: known
        )
    }

    private static func unknownTemplate(_ name: String, _ type: ResourceType, _ known: String) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.snapshotTemplateExists,
            "resourceSnapshotTemplateIdentifier",
            .invalidValue,
            "'\(name)' is no template for a resource of type \(type.rawValue). Did you mean '\(known)'?",
            offendingValue: name,
            wouldPass: known
        )
    }
}
