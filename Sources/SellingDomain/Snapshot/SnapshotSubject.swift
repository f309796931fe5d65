public import SellingShapes

/// What a row of snapshots is of: one resource, by one template, in one engagement. Its revisions are 1, 2, 3 …
public struct SnapshotSubject: Sendable, Hashable {
    public let catalog: CatalogIdentifier
    public let engagement: String
    public let resourceType: ResourceType
    public let resource: String
    /// The template's name.
    public let template: String

    public init(
        catalog: CatalogIdentifier,
        engagement: String,
        resourceType: ResourceType,
        resource: String,
        template: String
    ) {
        self.catalog = catalog
        self.engagement = engagement
        self.resourceType = resourceType
        self.resource = resource
        self.template = template
    }

    /// What tells it apart within its engagement; no part has a slash.
    public var series: String { "\(resourceType.rawValue)/\(resource)/\(template)" }

    /// The part of a revision's ARN that follows the catalog (captured).
    public func path(revision: Int) -> String {
        "engagement/\(engagement)/resource/\(resourceType.rawValue)/\(resource)/template/\(template)/snapshot/\(revision)"
    }
}
