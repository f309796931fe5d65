import AWSJSON
import SellingShapes
import SmithyTypes
import Store

/// What EventBridge hears of an opportunity: its owner is told.
enum OpportunityEvent: String {
    case created = "Opportunity Created"
    case updated = "Opportunity Updated"

    func append(in transaction: some SQLWriting, _ key: OpportunityKey, at now: Timestamp) throws {
        try OpportunityChanged(detailType: rawValue, catalog: key.catalog, resource: key.identifier)
            .append(in: transaction, to: key.account, at: now)
    }
}

/// The detail of both; recorded envelopes list no resources.
private struct OpportunityChanged: EventDetail {
    let detailType: String
    let catalog: CatalogIdentifier
    let resource: String

    var resourceARNs: [String] { [] }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("schemaVersion", "1")
        writer.member("catalog", catalog.rawValue)
        writer.key("opportunity")
        writer.beginObject()
        writer.member("identifier", resource)
        writer.endObject()
    }
}
