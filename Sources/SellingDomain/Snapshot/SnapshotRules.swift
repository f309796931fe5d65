public import SellingShapes

/// What a request for a snapshot, or for a job that takes snapshots, must satisfy beyond the model.
public enum SnapshotRules {
    /// The template that a partner asks for.
    ///
    /// - Throws: what is wrong with it; a template that is AWS's alone is told apart from one that there is not.
    public static func template(
        named name: String,
        for resourceType: ResourceType
    ) throws(Refusal) -> SnapshotTemplate {
        guard let template = SnapshotTemplate.named(name), template.resourceType == resourceType else {
            throw .violations([unknownTemplate(name, resourceType)])
        }
        guard case .owner = template.maker else { throw .violations([templateOfAWS(name, resourceType)]) }
        return template
    }

    private static func unknownTemplate(_ name: String, _ resourceType: ResourceType) -> RuleViolation {
        let known = partnersTemplates(for: resourceType)
        return RuleViolation(
            RuleCatalogue.snapshotTemplateExists,
            "resourceSnapshotTemplateIdentifier",
            .invalidValue,
            "'\(name)' is no template for a resource of type \(resourceType.rawValue). Did you mean "
                + "'\(known.joined(separator: "' or '"))'?",
            offendingValue: name,
            wouldPass: known.joined(separator: ", ")
        )
    }

    private static func templateOfAWS(_ name: String, _ resourceType: ResourceType) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.snapshotTemplateIsPartners,
            "resourceSnapshotTemplateIdentifier",
            .actionNotPermitted,
            "Snapshots with the template '\(name)' are taken by AWS.",
            offendingValue: name,
            wouldPass: partnersTemplates(for: resourceType).joined(separator: ", ")
        )
    }

    private static func partnersTemplates(for resourceType: ResourceType) -> [String] {
        SnapshotTemplate.all.filter { template in
            guard case .owner = template.maker else { return false }
            return template.resourceType == resourceType
        }.map(\.name)
    }
}

extension ResourceSnapshotJobStatus {
    /// Only a stopped job can be deleted (DeleteResourceSnapshotJob); nil where it may be.
    public var deletionConflict: String? {
        self == .stopped ? nil : "The resource snapshot job is \(rawValue). Stop it before you delete it."
    }
}
