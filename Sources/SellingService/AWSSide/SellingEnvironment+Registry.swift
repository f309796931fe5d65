import SellingDomain
import SellingShapes
import Store

/// A solution as whoever runs Cosell gives it to an account.
public struct NewSolution: Sendable {
    /// Nil for a new one.
    public let identifier: String?
    public let name: String
    public let category: String
    /// A value of the model's SolutionStatus.
    public let status: String

    public init(identifier: String?, name: String, category: String, status: String) {
        self.identifier = identifier
        self.name = name
        self.category = category
        self.status = status
    }
}

/// What partners keep elsewhere in Partner Central and AWS Marketplace, and this API only refers to.
extension SellingEnvironment {
    /// Gives an account a solution, or changes one.
    public func putSolution(
        account: String,
        catalog: String,
        _ new: NewSolution
    ) async throws -> (identifier: String, arn: String) {
        let catalog = CatalogIdentifier(rawValue: catalog)
        let identifier: String
        if let given = new.identifier {
            identifier = given
        } else {
            identifier = try await freeSolutionIdentifier(account: account, catalog)
        }
        let arn = solutionARN(catalog, account: account, identifier)
        let shelf = solutionShelf(account: account, catalog)
        let now = now()
        try await store.write { transaction in
            let old = try SolutionTable.find(in: transaction, shelf, identifier)
            try SolutionTable.put(
                in: transaction,
                shelf,
                SolutionBase(
                    arn: arn,
                    catalog: catalog,
                    category: new.category,
                    createdDate: old?.createdDate ?? now,
                    id: identifier,
                    name: new.name,
                    status: SolutionStatus(rawValue: new.status)
                )
            )
        }
        return (identifier, arn)
    }

    /// Registers a Marketplace entity; false where the ARN is none.
    public func putMarketplaceEntity(account: String, catalog: String, arn: String) async throws -> Bool {
        guard MarketplaceARN(arn) != nil else { return false }
        try await store.write { transaction in
            try MarketplaceEntityTable.put(
                in: transaction,
                account: account,
                CatalogIdentifier(rawValue: catalog),
                arn
            )
        }
        return true
    }

    /// The next identifier that the account has no solution of: others may have been given by name.
    private func freeSolutionIdentifier(account: String, _ catalog: CatalogIdentifier) async throws -> String {
        let shelf = solutionShelf(account: account, catalog)
        while true {
            let number = String(try await solutionNumbers.next())
            // Seven digits at least, as in every recorded identifier.
            let identifier = "S-" + String(repeating: "0", count: max(0, 7 - number.count)) + number
            let isFree = try await store.read { try SolutionTable.find(in: $0, shelf, identifier) == nil }
            if isFree { return identifier }
        }
    }
}
