import AWSJSON
import SellingDomain
import SellingShapes
import SmithyTypes

/// An engagement was created; its creator is told.
struct EngagementCreated: EventDetail {
    let engagement: Engagement

    var detailType: String { "Engagement Created" }
    var catalog: CatalogIdentifier { engagement.catalog }
    var resource: String { engagement.identifier }
    var resourceARNs: [String] { [engagement.arn] }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("catalog", catalog.rawValue)
        writer.key("engagement")
        writer.beginObject()
        writer.identifiers(of: engagement)
        // The mixed casing is the events page's own.
        writer.member("CreatedAt", engagement.createdAt, .dateTime)
        writer.member("CreatedBy", engagement.createdBy)
        writer.contextTypes(of: engagement)
        writer.endObject()
    }
}

/// The contexts of an engagement changed; all members are told.
struct EngagementUpdated: EventDetail {
    let engagement: Engagement

    var detailType: String { "Engagement Updated" }
    var catalog: CatalogIdentifier { engagement.catalog }
    var resource: String { engagement.identifier }
    var resourceARNs: [String] { [engagement.arn] }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("catalog", catalog.rawValue)
        writer.key("engagement")
        writer.beginObject()
        writer.identifiers(of: engagement)
        writer.member("LastModifiedAt", engagement.modifiedAt, .dateTime)
        writer.member("LastModifiedBy", engagement.modifiedBy)
        writer.contextTypes(of: engagement)
        writer.endObject()
    }
}

/// A member joined an engagement; all members are told.
///
/// Undocumented: whether the new member is told of itself. It is here, as the guide's list for a submission, in which
/// the submitting partner hears of a new member, suggests.
struct EngagementMemberAdded: EventDetail {
    let engagement: Engagement
    let member: Company

    var detailType: String { "Engagement Member Added" }
    var catalog: CatalogIdentifier { engagement.catalog }
    var resource: String { engagement.identifier }
    var resourceARNs: [String] { [engagement.arn] }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("catalog", catalog.rawValue)
        writer.key("engagement")
        writer.beginObject()
        writer.member("id", engagement.identifier)
        writer.endObject()
        writer.key("engagementMember")
        writer.beginObject()
        writer.member("accountId", member.accountIdentifier)
        writer.member("companyName", member.name)
        writer.endObject()
    }
}

extension JSONWriter {
    fileprivate mutating func identifiers(of engagement: Engagement) {
        member("engagementArn", engagement.arn)
        member("engagementId", engagement.identifier)
    }

    fileprivate mutating func contextTypes(of engagement: Engagement) {
        list("ContextTypes", engagement.contextTypes) { type, writer in writer.string(type.rawValue) }
    }
}
