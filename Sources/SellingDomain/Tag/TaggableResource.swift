/// What a tag operation's ARN names, as far as it can be tagged.
///
/// Only opportunities and resource snapshot jobs can be (service documentation); engagements, invitations and tasks have
/// no account in their ARN, so that the model's pattern keeps them out.
public struct TaggableResource: Sendable, Hashable {
    public let accountIdentifier: String
    /// As it stands in the ARN: `AWS` or `Sandbox`, or something that is no catalog.
    public let catalog: String
    /// `opportunity`, `resource-snapshot-job` …
    public let type: String
    public let identifier: String

    /// Nil where the text is not the ARN of one resource in a catalog.
    public init?(arn: String) {
        let fields = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0] == "arn", fields[2] == "partnercentral" else { return nil }
        let path = fields[5].split(separator: "/", omittingEmptySubsequences: false)
        guard path.count == 4, path[0] == "catalog" else { return nil }
        accountIdentifier = String(fields[4])
        catalog = String(path[1])
        type = String(path[2])
        identifier = String(path[3])
    }
}
