public import SellingShapes

/// A template of snapshots: what a snapshot shows of a resource, who takes it and who sees it.
public struct SnapshotTemplate: Sendable {
    /// Who takes a template's snapshots, and so of whose knowledge they are made.
    public enum Maker: Sendable {
        /// The account that owns the opportunity, of the opportunity.
        case owner(view: @Sendable (GetOpportunityResponse) -> ResourceSnapshotPayload)
        /// AWS alone, of its own side of the opportunity.
        case aws(view: @Sendable (GetAwsOpportunitySummaryResponse) -> ResourceSnapshotPayload)
    }

    /// Whom a template's snapshots are meant for.
    public enum Audience: Sendable {
        /// Every member of the engagement.
        case members
        /// The account that owns the opportunity, and no other partner.
        case owner
    }

    /// What requests and answers call it.
    public let name: String
    /// What its snapshots are taken of.
    public let resourceType: ResourceType
    public let maker: Maker
    public let audience: Audience
}

extension SnapshotTemplate {
    /// Every template. Both are members of the model's ResourceSnapshotPayload; recorded requests have no other that
    /// succeeded.
    public static let all = [opportunitySummaryView, awsOpportunitySummaryFullView]

    /// What a partner shows of an opportunity to the other members (captured).
    public static let opportunitySummaryView = SnapshotTemplate(
        name: "OpportunitySummaryView",
        resourceType: .opportunity,
        maker: .owner { .opportunitySummary(OpportunitySummaryView(of: $0)) },
        audience: .members
    )

    /// What AWS shows of its side to the opportunity's owner (developer guide, events: visible only to the owner).
    public static let awsOpportunitySummaryFullView = SnapshotTemplate(
        name: "AwsOpportunitySummaryFullView",
        resourceType: .opportunity,
        maker: .aws { .awsOpportunitySummaryFullView(AwsOpportunitySummaryFullView(of: $0)) },
        audience: .owner
    )

    /// The template of a name; names are exact.
    public static func named(_ name: String) -> SnapshotTemplate? {
        all.first { $0.name == name }
    }

    /// Whether `account`, a member of the engagement, sees a snapshot of an opportunity that `owner` has.
    public func isVisible(to account: String, owner: String) -> Bool {
        switch audience {
        case .members: true
        case .owner: account == owner || account == awsAccount
        }
    }

    /// Whom a snapshot is for, of the engagement's members.
    public func targets(among members: [String], owner: String) -> [String] {
        switch audience {
        case .members: members
        case .owner: [owner]
        }
    }

    /// What the owner's snapshot of an opportunity shows; nil where the template is AWS's.
    public func ownersView(of opportunity: GetOpportunityResponse) -> ResourceSnapshotPayload? {
        switch maker {
        case .owner(let view): view(opportunity)
        case .aws: nil
        }
    }
}

/// How AWS is named where other accounts have twelve digits (captured).
public let awsAccount = "aws"
