import Store

extension MigrationRoom {
    /// Tasks, which opportunities were made of which, and what a referral's invitation and a resource are found by.
    static let tasks = [
        task, tasksByStart, dueTasks, prospectingByName, prospectingByFailures,
        inheritedOpportunity, seriesOfResource, referralInvitation, referralsByInvitation,
    ]

    /// `due_at_ms` is null once a task has ended. `document` is what the steps work with; it does not change but for
    /// prospecting, whose results it keeps. The last columns but that are prospecting's alone.
    private static let task = """
        CREATE TABLE task (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            status TEXT NOT NULL,
            started_at_ms BIGINT NOT NULL,
            steps_done BIGINT NOT NULL,
            due_at_ms BIGINT,
            engagement TEXT,
            invitation TEXT,
            opportunity TEXT,
            snapshot_job TEXT,
            context TEXT,
            reason_code TEXT,
            message TEXT,
            name_key TEXT NOT NULL,
            failed_count BIGINT NOT NULL,
            document BYTEA NOT NULL,
            PRIMARY KEY (account, catalog, kind, id)
        )
        """

    private static let tasksByStart = """
        CREATE INDEX task_by_start ON task (account, catalog, kind, started_at_ms, id)
        """

    private static let dueTasks = """
        CREATE INDEX task_due ON task (due_at_ms, account, catalog, kind, id) WHERE due_at_ms IS NOT NULL
        """

    private static let prospectingByName = """
        CREATE INDEX task_prospecting_by_name ON task (account, catalog, name_key, id)
            WHERE kind = 'prospecting-from-engagement-task'
        """

    private static let prospectingByFailures = """
        CREATE INDEX task_prospecting_by_failures ON task (account, catalog, failed_count, id)
            WHERE kind = 'prospecting-from-engagement-task'
        """

    /// `source` was another partner's when an invitation to it was accepted, and `id` is what that made.
    private static let inheritedOpportunity = """
        CREATE TABLE inherited_opportunity (
            source_account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            source TEXT NOT NULL,
            account TEXT NOT NULL,
            id TEXT NOT NULL,
            PRIMARY KEY (source_account, catalog, source, account, id)
        )
        """

    private static let seriesOfResource = """
        CREATE INDEX resource_snapshot_series_of_resource
            ON resource_snapshot_series (catalog, resource_type, resource_id, first_created_at_ms, engagement)
        """

    private static let referralInvitation = "ALTER TABLE aws_referral ADD COLUMN invitation TEXT NOT NULL DEFAULT ''"

    private static let referralsByInvitation = """
        CREATE INDEX aws_referral_by_invitation ON aws_referral (account, catalog, invitation)
        """
}
