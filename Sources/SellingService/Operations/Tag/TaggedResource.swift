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
        guard let resource = TaggableResource(arn: arn),
            case let catalog = CatalogIdentifier(rawValue: resource.catalog), catalog.isModelled
        else { return false }
        let account = call.accountIdentifier
        switch resource.type {
        case "opportunity":
            let key = OpportunityKey(account: account, catalog: catalog, identifier: resource.identifier)
            return try arn == environment.opportunityARN(catalog, account: account, key.identifier)
                && OpportunityTable.document(in: transaction, key) != nil
        case "resource-snapshot-job":
            let key = SnapshotJobKey(account: account, catalog: catalog, identifier: resource.identifier)
            return try arn == environment.snapshotJobARN(key) && SnapshotJobTable.find(in: transaction, key) != nil
        default:
            return false
        }
    }
}
