// MARK: Resource snapshots

extension RuleCatalogue {
    public static let snapshotTemplateExists = Rule(
        "snapshot.template-exists",
        "A snapshot is taken with one of the templates that there are for the resource's type.",
        evidence: "CreateResourceSnapshot: an existing and valid template; the names are those of recorded snapshots",
        .documented
    )
    public static let snapshotTemplateIsPartners = Rule(
        "snapshot.template-of-aws",
        "A partner takes no snapshot with AwsOpportunitySummaryFullView: that is AWS's view of its own side.",
        evidence: "developer guide, events: AWS makes it and only the opportunity's owner sees it; the refusal is ours",
        .inferred
    )
    public static let snapshotExists = Rule(
        "snapshot.exists",
        "A snapshot is found by engagement, resource, template and revision, by those it is meant for.",
        evidence: "GetResourceSnapshot: ResourceNotFoundException where it is not there or not visible to the caller",
        .documented
    )
    public static let snapshotIsForMembers = Rule(
        "snapshot.audience",
        "Every member of the engagement sees a partner's snapshots; AWS's full view is seen by the opportunity's owner.",
        evidence: "developer guide, events and multi-partner opportunities",
        .documented
    )
    public static let snapshotMakesProject = Rule(
        "snapshot.adds-project",
        "The first snapshot in an engagement that has a lead and no customer project adds a customer project.",
        evidence: "developer guide, leads; a recorded conversion of a lead gives the new context's identifier",
        .documented
    )
    public static let snapshotJobNews = Rule(
        "snapshot-job.news",
        "A running job takes a snapshot with the change of what its template shows, offers aside, and when it is "
            + "started with something new to show.",
        evidence: "developer guide, events: a solution is followed by a snapshot, an offer not; at the start inferred",
        .documented
    )
    public static let snapshotJobExists = Rule(
        "snapshot-job.exists",
        "A resource snapshot job is found by its identifier, within its catalog, by the account that created it.",
        evidence: "ResourceNotFoundException of the job operations: not there, or not visible to the caller",
        .documented
    )
    public static let oneSnapshotJob = Rule(
        "snapshot-job.one",
        "An account has one snapshot job for a resource, an engagement and a template.",
        evidence: "CreateResourceSnapshotJob models ConflictException and nothing else of it could conflict",
        .inferred
    )
    public static let snapshotJobIsStopped = Rule(
        "snapshot-job.stopped-before-deletion",
        "A snapshot job is stopped before it is deleted.",
        evidence: "DeleteResourceSnapshotJob; it models ConflictException",
        .documented
    )
}
