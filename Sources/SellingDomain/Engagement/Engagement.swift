public import SellingShapes
public import SmithyTypes

/// What a new engagement is given from outside: drawn once, so that making it is a pure function.
public struct NewEngagementFacts: Sendable {
    public let identifier: String
    public let arn: String
    public let now: Timestamp
    /// The account that makes it, its first member.
    public let creator: String

    public init(identifier: String, arn: String, now: Timestamp, creator: String) {
        self.identifier = identifier
        self.arn = arn
        self.now = now
        self.creator = creator
    }
}

/// An engagement: contexts that its members share. It belongs to no account, and every member sees the same.
public struct Engagement: Sendable, Hashable {
    public let catalog: CatalogIdentifier
    public let identifier: String
    public let arn: String
    public let title: String?
    public let description: String?
    public let createdAt: Timestamp
    public let createdBy: String
    /// In the order of their identifiers.
    public internal(set) var contexts: [EngagementContextDetails]
    public internal(set) var memberCount: Int
    /// What UpdateEngagementContext must name: grows with every change.
    public internal(set) var modifiedAt: Timestamp
    public internal(set) var modifiedBy: String

    /// An engagement without contexts, of its creator alone.
    public init(catalog: CatalogIdentifier, title: String?, description: String?, _ facts: NewEngagementFacts) {
        self.catalog = catalog
        identifier = facts.identifier
        arn = facts.arn
        self.title = title
        self.description = description
        createdAt = facts.now
        createdBy = facts.creator
        contexts = []
        memberCount = 1
        modifiedAt = facts.now
        modifiedBy = facts.creator
    }

    /// What kinds of context it has, each once, in the order of the first of each.
    public var contextTypes: [EngagementContextType] {
        contexts.map(\.type).reduce(into: []) { types, type in
            if !types.contains(type) { types.append(type) }
        }
    }

    /// The engagement with another member, who thereby changes it (captured: ModifiedBy is whoever joined).
    public func joined(by account: String, at now: Timestamp) -> Engagement {
        var changed = self
        changed.memberCount += 1
        changed.touch(by: account, at: now)
        return changed
    }

    /// Dates the engagement: never earlier than it was, so that a lock taken on the old date cannot hold again.
    mutating func touch(by account: String, at now: Timestamp) {
        modifiedAt = max(now, Timestamp(millisecondsSinceEpoch: modifiedAt.millisecondsSinceEpoch + 1))
        modifiedBy = account
    }
}

/// An engagement as the document that GetEngagement answers, which is how it is kept.
extension Engagement {
    /// Nil where the document is no whole engagement.
    public init?(_ document: GetEngagementResponse, catalog: CatalogIdentifier) {
        guard let identifier = document.id, let arn = document.arn, let createdAt = document.createdAt,
            let createdBy = document.createdBy, let memberCount = document.memberCount,
            let modifiedAt = document.modifiedAt, let modifiedBy = document.modifiedBy
        else { return nil }
        self.catalog = catalog
        self.identifier = identifier
        self.arn = arn
        title = document.title
        description = document.description
        self.createdAt = createdAt
        self.createdBy = createdBy
        contexts = document.contexts ?? []
        self.memberCount = memberCount
        self.modifiedAt = modifiedAt
        self.modifiedBy = modifiedBy
    }

    public var document: GetEngagementResponse {
        GetEngagementResponse(
            arn: arn,
            contexts: contexts,
            createdAt: createdAt,
            createdBy: createdBy,
            description: description,
            id: identifier,
            memberCount: memberCount,
            modifiedAt: modifiedAt,
            modifiedBy: modifiedBy,
            title: title
        )
    }
}
