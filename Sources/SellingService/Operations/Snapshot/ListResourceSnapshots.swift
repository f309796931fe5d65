import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the last snapshots of an engagement, one for each resource and template, to a member of it.
struct ListResourceSnapshotsOperation: Operation {
    typealias Contract = ListResourceSnapshots

    let environment: SellingEnvironment

    func run(
        _ input: ListResourceSnapshotsRequest,
        for call: Call
    ) async throws -> Answer<ListResourceSnapshotsResponse> {
        var question = input
        question.nextToken = nil
        question.maxResults = nil
        let walk = try PageWalk(
            Contract.self,
            question,
            size: input.maxResults ?? Contract.defaultMaxResults,
            after: input.nextToken,
            // What is not for the caller is left out, whatever was asked for.
            isFiltered: true,
            call,
            environment
        )
        let page = try await environment.store.read { transaction -> Page<SnapshotSeries> in
            let isMember = try EngagementTable.isMember(
                in: transaction,
                catalog: input.catalog,
                identifier: input.engagementIdentifier,
                account: call.accountIdentifier
            )
            guard isMember else {
                throw Contract.Failure.refused(
                    .engagementNotFound(input.engagementIdentifier, as: "engagementIdentifier")
                )
            }
            return try SnapshotTable.page(
                in: transaction,
                catalog: input.catalog,
                engagement: input.engagementIdentifier,
                walk,
                where: { $0.isVisible(to: call.accountIdentifier) && input.asksFor($0) }
            )
        }
        return .value(
            ListResourceSnapshotsResponse(
                nextToken: page.nextToken,
                resourceSnapshotSummaries: page.items.map { $0.summary(environment) }
            )
        )
    }
}

extension ListResourceSnapshotsRequest {
    /// Whether every filter that is there lets the series pass.
    fileprivate func asksFor(_ series: SnapshotSeries) -> Bool {
        (resourceType == nil || resourceType == series.subject.resourceType)
            && (resourceIdentifier == nil || resourceIdentifier == series.subject.resource)
            && (resourceSnapshotTemplateIdentifier == nil
                || resourceSnapshotTemplateIdentifier == series.subject.template)
            && (createdBy == nil || createdBy == series.createdBy)
    }
}

extension SnapshotSeries {
    fileprivate func summary(_ environment: SellingEnvironment) -> ResourceSnapshotSummary {
        ResourceSnapshotSummary(
            arn: environment.snapshotARN(subject, revision: lastRevision),
            createdBy: createdBy,
            resourceId: subject.resource,
            resourceSnapshotTemplateName: subject.template,
            resourceType: subject.resourceType,
            revision: lastRevision
        )
    }
}
