import Store

extension MigrationRoom {
    /// What AWS's reviewer will do by itself, and when.
    static let reviewPlanMigration = Migration(
        number: 7,
        name: "plans of AWS's reviewer",
        statements: [reviewPlan, dueReviewPlans]
    )

    /// `due_at_ms` is null while the partner has to submit again first; `steps` are those that are left, as JSON.
    private static let reviewPlan = """
        CREATE TABLE review_plan (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            id TEXT NOT NULL,
            due_at_ms BIGINT,
            steps BYTEA NOT NULL,
            PRIMARY KEY (account, catalog, id)
        )
        """

    private static let dueReviewPlans = """
        CREATE INDEX review_plan_due
            ON review_plan (due_at_ms, account, catalog, id) WHERE due_at_ms IS NOT NULL
        """
}
