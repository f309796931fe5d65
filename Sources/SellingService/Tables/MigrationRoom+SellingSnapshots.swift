import Store

extension MigrationRoom {
    /// Resource snapshots, the series they form, what they associate, and the jobs that take them.
    ///
    /// An engagement is several accounts', so that its snapshots' keys begin with the catalog; a job is one account's.
    static let snapshots = [
        resourceSnapshot, resourceSnapshotSeries, seriesByAge, engagementResourceAssociation, resourceSnapshotJob,
        jobsByAge, jobsOfResource,
    ]

    /// `series` is the resource's type, its identifier and the template, with slashes between.
    private static let resourceSnapshot = """
        CREATE TABLE resource_snapshot (
            catalog TEXT NOT NULL,
            engagement TEXT NOT NULL,
            series TEXT NOT NULL,
            revision BIGINT NOT NULL,
            document BYTEA NOT NULL,
            PRIMARY KEY (catalog, engagement, series, revision)
        )
        """

    private static let resourceSnapshotSeries = """
        CREATE TABLE resource_snapshot_series (
            catalog TEXT NOT NULL,
            engagement TEXT NOT NULL,
            series TEXT NOT NULL,
            resource_type TEXT NOT NULL,
            resource_id TEXT NOT NULL,
            template TEXT NOT NULL,
            owner TEXT NOT NULL,
            created_by TEXT NOT NULL,
            first_created_at_ms BIGINT NOT NULL,
            last_revision BIGINT NOT NULL,
            PRIMARY KEY (catalog, engagement, series)
        )
        """

    private static let seriesByAge = """
        CREATE INDEX resource_snapshot_series_by_age
            ON resource_snapshot_series (catalog, engagement, first_created_at_ms, series)
        """

    private static let engagementResourceAssociation = """
        CREATE TABLE engagement_resource_association (
            catalog TEXT NOT NULL,
            engagement TEXT NOT NULL,
            resource_type TEXT NOT NULL,
            resource_id TEXT NOT NULL,
            created_by TEXT NOT NULL,
            PRIMARY KEY (catalog, engagement, resource_type, resource_id)
        )
        """

    private static let resourceSnapshotJob = """
        CREATE TABLE resource_snapshot_job (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            id TEXT NOT NULL,
            engagement TEXT NOT NULL,
            resource_type TEXT NOT NULL,
            resource_id TEXT NOT NULL,
            template TEXT NOT NULL,
            status TEXT NOT NULL,
            created_at_ms BIGINT NOT NULL,
            last_successful_execution_ms BIGINT,
            PRIMARY KEY (account, catalog, id)
        )
        """

    private static let jobsByAge = """
        CREATE INDEX resource_snapshot_job_by_age
            ON resource_snapshot_job (account, catalog, created_at_ms, id)
        """

    private static let jobsOfResource = """
        CREATE UNIQUE INDEX resource_snapshot_job_of_resource
            ON resource_snapshot_job (account, catalog, resource_type, resource_id, engagement, template)
        """
}
