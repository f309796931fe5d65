import AWSJSON
import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// Something happened to an invitation. Both sides are told, each as what it is.
struct InvitationEvent: EventDetail {
    enum Kind: String {
        case created = "Engagement Invitation Created"
        case accepted = "Engagement Invitation Accepted"
        case rejected = "Engagement Invitation Rejected"
        case expired = "Engagement Invitation Expired"
    }

    let kind: Kind
    let invitation: EngagementInvitation
    /// Recorded in capitals, though the events page has small letters in a comment.
    let participantType: ParticipantType

    var detailType: String { kind.rawValue }
    var catalog: CatalogIdentifier { invitation.catalog }
    var resource: String { invitation.identifier }
    var resourceARNs: [String] { [invitation.arn] }

    /// Tells sender and receiver.
    static func append(
        _ kind: Kind,
        _ invitation: EngagementInvitation,
        in transaction: some SQLWriting,
        at now: Timestamp
    ) throws {
        try InvitationEvent(kind: kind, invitation: invitation, participantType: .sender)
            .append(in: transaction, to: invitation.senderAccount, at: now)
        try InvitationEvent(kind: kind, invitation: invitation, participantType: .receiver)
            .append(in: transaction, to: invitation.receiverAccount, at: now)
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("catalog", catalog.rawValue)
        // Recorded with this event alone.
        if kind == .created { writer.member("schemaVersion", "1.0") }
        writer.key("engagementInvitation")
        writer.beginObject()
        writer.member("arn", invitation.arn)
        writer.member("id", invitation.identifier)
        writer.member("engagementId", invitation.engagementIdentifier)
        writer.member("senderAccountId", invitation.senderAccount)
        writer.member("receiverAccountId", invitation.receiverAccount)
        if kind == .created {
            writer.member("senderCompanyName", invitation.senderCompanyName)
            writer.member("expirationDate", invitation.expiresAt, .dateTime)
        }
        writer.member("participantType", participantType.rawValue)
        writer.member("payloadType", invitation.payloadType.rawValue)
        writer.endObject()
    }
}
