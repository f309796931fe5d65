import AWSJSON
import SellingDomain
import SellingShapes

/// A snapshot was taken; every account whom it is for is told, whoever took it.
struct SnapshotCreated: EventDetail {
    let snapshot: TakenSnapshot
    let engagementARN: String

    var detailType: String { "Engagement Resource Snapshot Created" }
    var catalog: CatalogIdentifier { snapshot.subject.catalog }
    var resource: String { snapshot.subject.resource }
    var resourceARNs: [String] { [engagementARN] }

    func writeMembers(to writer: inout JSONWriter) {
        let subject = snapshot.subject
        writer.member("schemaVersion", "1")
        writer.member("catalog", subject.catalog.rawValue)
        writer.key("resourceSnapshot")
        writer.beginObject()
        writer.member("arn", snapshot.arn)
        writer.member("engagementId", subject.engagement)
        writer.member("resourceId", subject.resource)
        writer.member("resourceType", subject.resourceType.rawValue)
        writer.member("createdBy", snapshot.createdBy)
        writer.list("targetMemberAccounts", snapshot.targets) { account, writer in writer.string(account) }
        writer.member("resourceSnapshotTemplateName", subject.template)
        writer.endObject()
    }
}
