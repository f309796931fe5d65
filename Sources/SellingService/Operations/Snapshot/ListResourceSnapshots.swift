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
        let paged = PagedQuestion(
            Contract.self,
            input,
            nextToken: \.nextToken,
            maxResults: \.maxResults,
            call,
            environment
        )
        let start = try paged.start(.descending)
        let named = NamedEngagement(input.engagementIdentifier, in: input.catalog, for: call, environment)
        let page = try await environment.store.read { transaction in
            guard let engagement = try named.memberIdentifier(in: transaction) else {
                throw Contract.Failure.refused(
                    .engagementNotFound(input.engagementIdentifier, as: "engagementIdentifier")
                )
            }
            return try SnapshotTable.page(
                in: transaction,
                catalog: input.catalog,
                engagement: engagement,
                after: start,
                size: input.maxResults ?? Contract.defaultMaxResults,
                where: { $0.isVisible(to: call.accountIdentifier) && input.asksFor($0) }
            )
        }
        return .value(
            ListResourceSnapshotsResponse(
                nextToken: page.end.map(paged.token(after:)),
                resourceSnapshotSummaries: page.elements.map { $0.summary(environment) }
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
