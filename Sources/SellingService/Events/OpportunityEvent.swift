import AWSJSON
import SellingShapes
import SmithyTypes
import Store

/// What EventBridge hears of an opportunity.
///
/// The detail is as AWS's events page and recorded events have it; the envelope around it is put on where events leave.
enum OpportunityEvent: String {
    case created = "Opportunity Created"
    case updated = "Opportunity Updated"

    func append(in transaction: some SQLWriting, _ key: OpportunityKey, at now: Timestamp) throws {
        try Outbox.append(
            in: transaction,
            OutboxEvent(
                account: key.account,
                catalog: key.catalog.rawValue,
                resource: key.identifier,
                detailType: rawValue,
                occurredAtMilliseconds: now.millisecondsSinceEpoch,
                detail: detail(key)
            )
        )
    }

    private func detail(_ key: OpportunityKey) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("schemaVersion", "1")
        writer.member("catalog", key.catalog.rawValue)
        writer.key("opportunity")
        writer.beginObject()
        writer.member("identifier", key.identifier)
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }
}
