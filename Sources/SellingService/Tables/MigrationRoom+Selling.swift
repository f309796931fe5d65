public import Store

extension MigrationRoom {
    /// The tables of the Selling service. Keys begin with account and catalog.
    public static let selling = MigrationRoom(
        name: "selling",
        migrations: [
            Migration(
                number: 1,
                name: "opportunities, tags, solutions, Marketplace entities and settings",
                statements: [opportunity, tag, solution, marketplaceEntity, settings]
            ),
            .opportunityListing,
            reviewMigration,
            Migration(
                number: 4,
                name: "engagements, their members and invitations, and companies",
                statements: engagements
            ),
            Migration(
                number: 5,
                name: "resource snapshots and resource snapshot jobs",
                statements: snapshots
            ),
            Migration(
                number: 6,
                name: "tasks, inherited opportunities and the invitations of referrals",
                statements: tasks
            ),
            reviewPlanMigration,
        ]
    )

    private static let opportunity = """
        CREATE TABLE opportunity (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            id TEXT NOT NULL,
            origin TEXT NOT NULL,
            document BYTEA NOT NULL,
            PRIMARY KEY (account, catalog, id)
        )
        """

    private static let tag = """
        CREATE TABLE tag (
            account TEXT NOT NULL,
            resource_arn TEXT NOT NULL,
            tag_key TEXT NOT NULL,
            tag_value TEXT NOT NULL,
            PRIMARY KEY (account, resource_arn, tag_key)
        )
        """

    private static let solution = """
        CREATE TABLE solution (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            id TEXT NOT NULL,
            document BYTEA NOT NULL,
            PRIMARY KEY (account, catalog, id)
        )
        """

    private static let settings = """
        CREATE TABLE selling_system_settings (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            snapshot_job_role_arn TEXT,
            PRIMARY KEY (account, catalog)
        )
        """

    private static let marketplaceEntity = """
        CREATE TABLE marketplace_entity (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            arn TEXT NOT NULL,
            PRIMARY KEY (account, catalog, arn)
        )
        """
}
