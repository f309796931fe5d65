import AWSJSON
import SellingDomain
import SellingShapes
import Store

/// An engagement as a request names it, for who asks.
struct NamedEngagement: Sendable {
    let catalog: CatalogIdentifier
    /// Nil where what was sent can name no engagement of ours.
    let identifier: String?
    let account: String

    init(_ named: String, in catalog: CatalogIdentifier, for call: Call, _ environment: SellingEnvironment) {
        self.catalog = catalog
        identifier = environment.engagementIdentifier(named, in: catalog)
        account = call.accountIdentifier
    }

    /// Its identifier where the caller is a member. One that does not exist and one of others are not told apart.
    func memberIdentifier(in transaction: some SQLReading) throws -> String? {
        guard let identifier,
            try EngagementTable.isMember(
                in: transaction,
                catalog: catalog,
                identifier: identifier,
                account: account
            )
        else { return nil }
        return identifier
    }

    /// The engagement where the caller is a member.
    func find(in transaction: some SQLReading) throws -> Engagement? {
        try memberIdentifier(in: transaction).flatMap {
            try EngagementTable.find(in: transaction, catalog: catalog, identifier: $0)
        }
    }
}

extension Engagement {
    /// The members' companies, in the order in which they joined.
    static func companies(
        in transaction: some SQLReading,
        catalog: CatalogIdentifier,
        identifier: String
    ) throws -> [Company] {
        try EngagementTable.members(in: transaction, catalog: catalog, identifier: identifier)
            .map { try CompanyTable.find(in: transaction, account: $0) }
    }

    /// Keeps the engagement changed, and tells all its members.
    func saveUpdate(in transaction: some SQLWriting) throws {
        try EngagementTable.update(in: transaction, self)
        let members = try EngagementTable.members(in: transaction, catalog: catalog, identifier: identifier)
        try EngagementUpdated(engagement: self).append(in: transaction, to: members, at: modifiedAt)
    }
}
