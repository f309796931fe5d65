import AWSJSON
import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// What EventBridge hears of something that happened: one type for each kind of event, as AWS's events page and
/// recorded events have it. The envelope around the detail is put on where events leave.
protocol EventDetail: Sendable {
    /// The envelope's `detail-type`.
    var detailType: String { get }
    var catalog: CatalogIdentifier { get }
    /// Identifier of what changed; the unit within which order is kept.
    var resource: String { get }
    /// The envelope's `resources`.
    var resourceARNs: [String] { get }

    /// Writes the members of the detail into an object that the caller opened and will close.
    func writeMembers(to writer: inout JSONWriter)
}

extension EventDetail {
    /// Tells an account. AWS itself takes part as an account, but nobody listens there.
    func append(in transaction: some SQLWriting, to account: String, at now: Timestamp) throws {
        guard account != Company.aws.accountIdentifier else { return }
        var writer = JSONWriter()
        writer.beginObject()
        writeMembers(to: &writer)
        writer.endObject()
        try Outbox.append(
            in: transaction,
            OutboxEvent(
                account: account,
                catalog: catalog.rawValue,
                resource: resource,
                detailType: detailType,
                occurredAtMilliseconds: now.millisecondsSinceEpoch,
                detail: writer.bytes,
                resources: resourceARNs
            )
        )
    }

    /// Tells each of some accounts, once.
    func append(in transaction: some SQLWriting, to accounts: [String], at now: Timestamp) throws {
        for account in accounts { try append(in: transaction, to: account, at: now) }
    }
}
