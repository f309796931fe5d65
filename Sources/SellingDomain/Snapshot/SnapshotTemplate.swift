public import SellingShapes

/// A template of snapshots: of what they are made and what they show of it, who takes them and who sees them.
///
/// - Parameter Source: what a snapshot is made of.
public struct SnapshotTemplate<Source>: Sendable {
    /// What requests and answers call it.
    public let name: String
    /// What its snapshots are taken of.
    public let resourceType: ResourceType
    public let maker: SnapshotMaker
    public let audience: SnapshotAudience
    /// What a snapshot shows.
    public let view: @Sendable (Source) -> ResourceSnapshotPayload
}

/// Who takes a template's snapshots.
public enum SnapshotMaker: Sendable {
    /// The account that owns the opportunity.
    case owner
    /// AWS alone.
    case aws

    /// The account that takes snapshots of an opportunity which `owner` has.
    public func account(owner: String) -> String {
        switch self {
        case .owner: owner
        case .aws: Company.aws.accountIdentifier
        }
    }
}

/// Whom a template's snapshots are for (`RuleCatalogue.snapshotIsForMembers`).
public enum SnapshotAudience: Sendable {
    /// Every member of the engagement.
    case members
    /// The account that owns the opportunity, and no other partner.
    case owner

    /// Whether a member of the engagement sees snapshots of an opportunity which `owner` has.
    public func includes(_ account: String, owner: String) -> Bool {
        switch self {
        case .members: true
        case .owner: account == owner || account == Company.aws.accountIdentifier
        }
    }

    /// Whom a snapshot is for, of the engagement's members.
    public func targets(among members: [String], owner: String) -> [String] {
        switch self {
        case .members: members
        case .owner: [owner]
        }
    }
}

/// The templates that there are: one for each member of the model's ResourceSnapshotPayload. No recorded request that
/// succeeded has another.
public enum SnapshotTemplates {
    /// Those that a partner takes snapshots with.
    public static let ofPartners = [opportunitySummaryView]
    /// Those that AWS takes snapshots with.
    public static let ofAWS = [awsOpportunitySummaryFullView]

    /// What a partner shows of an opportunity to the other members (captured).
    public static let opportunitySummaryView = SnapshotTemplate<GetOpportunityResponse>(
        name: "OpportunitySummaryView",
        resourceType: .opportunity,
        maker: .owner,
        audience: .members,
        view: { .opportunitySummary(OpportunitySummaryView(of: $0)) }
    )

    /// What AWS shows of its side to the opportunity's owner (developer guide, events: visible only to the owner).
    public static let awsOpportunitySummaryFullView = SnapshotTemplate<GetAwsOpportunitySummaryResponse>(
        name: "AwsOpportunitySummaryFullView",
        resourceType: .opportunity,
        maker: .aws,
        audience: .owner,
        view: { .awsOpportunitySummaryFullView(AwsOpportunitySummaryFullView(of: $0)) }
    )

    /// Whom the snapshots of a template are for; nil where there is no template of that name.
    public static func audience(of name: String) -> SnapshotAudience? {
        ofPartners.first { $0.name == name }?.audience ?? ofAWS.first { $0.name == name }?.audience
    }
}
