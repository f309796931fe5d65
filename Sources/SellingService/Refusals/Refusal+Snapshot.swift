import SellingDomain

extension Refusal {
    static func snapshotNotFound(_ subject: SnapshotSubject, revision: Int?) -> Refusal {
        .notFound(
            RuleCatalogue.snapshotExists,
            fieldName: revision == nil ? "resourceIdentifier" : "revision",
            offendingValue: revision.map(String.init) ?? subject.resource
        )
    }

    static func snapshotJobNotFound(_ identifier: String) -> Refusal {
        .notFound(
            RuleCatalogue.snapshotJobExists,
            fieldName: "resourceSnapshotJobIdentifier",
            offendingValue: identifier
        )
    }
}
