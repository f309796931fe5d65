import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// The snapshots of one opportunity, in one engagement, by one template: how the next comes about, for a request, a job
/// or a task, in the transaction of what it follows from.
struct OpportunitySnapshots<Source: Sendable>: Sendable {
    let environment: SellingEnvironment
    let opportunity: OpportunityKey
    let engagement: String
    let template: SnapshotTemplate<Source>

    var subject: SnapshotSubject {
        SnapshotSubject(
            catalog: opportunity.catalog,
            engagement: engagement,
            resourceType: template.resourceType,
            resource: opportunity.identifier,
            template: template.name
        )
    }

    /// Adds a revision and tells everybody whom it is for.
    func append(in transaction: some SQLWriting, _ source: Source, at now: Timestamp) throws -> TakenSnapshot {
        let maker = template.maker.account(owner: opportunity.account)
        var series =
            try SnapshotTable.series(in: transaction, subject)
            ?? SnapshotSeries(
                subject: subject,
                owner: opportunity.account,
                createdBy: maker,
                firstCreatedAt: now,
                lastRevision: 0
            )
        series.lastRevision += 1
        let members = try EngagementTable.members(
            in: transaction,
            catalog: opportunity.catalog,
            identifier: engagement
        )
        let taken = TakenSnapshot(
            subject: subject,
            revision: series.lastRevision,
            arn: environment.snapshotARN(subject, revision: series.lastRevision),
            createdBy: maker,
            targets: template.audience.targets(among: members, owner: opportunity.account)
        )
        try SnapshotTable.append(in: transaction, to: series, taken.document(template.view(source), at: now).encoded())
        if taken.revision == 1 { try EngagementResourceAssociationTable.put(in: transaction, series) }
        let arn = environment.engagementARN(opportunity.catalog, engagement)
        try SnapshotCreated(snapshot: taken, engagementARN: arn).append(in: transaction, to: taken.targets, at: now)
        return taken
    }

    /// Whether the last snapshot shows something else than the next would; true where there is none yet.
    func isOutdated(in transaction: some SQLReading, _ source: Source) throws -> Bool {
        guard let series = try SnapshotTable.series(in: transaction, subject),
            let document = try SnapshotTable.document(in: transaction, subject, revision: series.lastRevision),
            let last = try GetResourceSnapshotResponse(stored: document).payload
        else { return true }
        return template.view(source).isNews(after: last)
    }
}

extension OpportunitySnapshots where Source == GetOpportunityResponse {
    /// The opportunity, where its owner is a member of the engagement.
    ///
    /// - Throws: ResourceNotFoundException where either is not there for the caller.
    func load<Failure: ModelsResourceNotFoundException & ModelsValidationException>(
        in transaction: some SQLReading,
        as failure: Failure.Type
    ) throws -> GetOpportunityResponse {
        let isMember = try EngagementTable.isMember(
            in: transaction,
            catalog: opportunity.catalog,
            identifier: engagement,
            account: opportunity.account
        )
        guard isMember else {
            throw Failure.refused(.engagementNotFound(engagement, as: "engagementIdentifier"))
        }
        guard let found = try OpportunityTable.find(in: transaction, opportunity) else {
            throw Failure.refused(.opportunityNotFound(opportunity.identifier, as: "resourceIdentifier"))
        }
        return found
    }

    /// Takes the owner's snapshot. The first one makes an engagement that is about a lead one about a project too
    /// (`RuleCatalogue.snapshotMakesProject`).
    func take(
        in transaction: some SQLWriting,
        _ source: GetOpportunityResponse,
        at now: Timestamp
    ) throws -> TakenSnapshot {
        let taken = try append(in: transaction, source, at: now)
        if taken.revision == 1 {
            let found = try EngagementTable.find(
                in: transaction,
                catalog: opportunity.catalog,
                identifier: engagement
            )
            try found?.addingProject(of: source, by: opportunity.account, at: now)?.saveUpdate(in: transaction)
        }
        return taken
    }
}

/// A snapshot that was taken, without what it shows.
struct TakenSnapshot: Sendable {
    let subject: SnapshotSubject
    let revision: Int
    let arn: String
    let createdBy: String
    /// The accounts whom it is for.
    let targets: [String]

    /// What GetResourceSnapshot answers.
    func document(_ payload: ResourceSnapshotPayload, at now: Timestamp) -> GetResourceSnapshotResponse {
        GetResourceSnapshotResponse(
            arn: arn,
            catalog: subject.catalog,
            createdAt: now,
            createdBy: createdBy,
            engagementId: subject.engagement,
            payload: payload,
            resourceId: subject.resource,
            resourceSnapshotTemplateName: subject.template,
            resourceType: subject.resourceType,
            revision: revision,
            targetMemberAccounts: targets
        )
    }
}

extension SellingEnvironment {
    func snapshotARN(_ subject: SnapshotSubject, revision: Int) -> String {
        sharedARN(subject.catalog, subject.path(revision: revision))
    }

    func snapshotJobARN(_ key: SnapshotJobKey) -> String {
        arn(key.catalog, account: key.account, "resource-snapshot-job/\(key.identifier)")
    }

    func newSnapshotJobIdentifier() -> String { identifiers.next("job-", length: 13) }
}
