import AWSJSON
import SellingDomain
import SellingShapes
import Store

/// The resource behind a tag operation's ARN.
enum TaggedResource {
    /// Whether the ARN is, to the letter, that of a resource which the caller owns. An ARN of another account, region or
    /// catalog is not found, like one of a resource that is not there.
    static func exists(
        _ arn: String,
        _ call: Call,
        _ environment: SellingEnvironment,
        in transaction: some SQLReading
    ) throws -> Bool {
        guard let resource = TaggableResource(arn: arn), resource.type == "opportunity",
            case let catalog = CatalogIdentifier(rawValue: resource.catalog), catalog.isModelled
        else { return false }
        let account = call.accountIdentifier
        guard arn == environment.opportunityARN(catalog, account: account, resource.identifier) else { return false }
        let key = OpportunityKey(account: account, catalog: catalog, identifier: resource.identifier)
        return try OpportunityTable.document(in: transaction, key) != nil
    }
}
