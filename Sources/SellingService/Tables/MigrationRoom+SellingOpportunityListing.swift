import Store

extension Migration {
    /// The columns and indexes by which opportunities are listed; see `OpportunityPlan` for which serves what.
    ///
    /// The table is made anew and filled from the old one, so that the columns come before the document: SQLite reads a
    /// row from its front, and would go through a long document to reach what stands behind it.
    static let opportunityListing = Migration(
        number: 2,
        name: "columns and indexes by which opportunities are listed",
        statements: [table, copy, "DROP TABLE opportunity", "ALTER TABLE opportunity_listed RENAME TO opportunity"]
            + indexes
    )

    private static let table = """
        CREATE TABLE opportunity_listed (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            id TEXT NOT NULL,
            origin TEXT NOT NULL,
            last_modified_ms BIGINT NOT NULL DEFAULT 0,
            created_ms BIGINT NOT NULL DEFAULT 0,
            target_close_date TEXT NOT NULL DEFAULT '',
            stage TEXT NOT NULL DEFAULT '',
            review_status TEXT NOT NULL DEFAULT '',
            company_key TEXT NOT NULL DEFAULT '',
            identifier_key TEXT NOT NULL DEFAULT '',
            document BYTEA NOT NULL,
            PRIMARY KEY (account, catalog, id)
        )
        """

    private static let copy = """
        INSERT INTO opportunity_listed (account, catalog, id, origin, document)
        SELECT account, catalog, id, origin, document FROM opportunity
        """

    private static let indexes = [
        ("opportunity_by_last_modified", "last_modified_ms, identifier_key"),
        ("opportunity_by_created", "created_ms, identifier_key"),
        ("opportunity_by_identifier", "identifier_key"),
        ("opportunity_by_company", "company_key, identifier_key"),
        ("opportunity_by_target_close", "target_close_date, identifier_key"),
        ("opportunity_of_company", "company_key, last_modified_ms, identifier_key"),
        ("opportunity_of_review_status", "review_status, last_modified_ms, identifier_key"),
        ("opportunity_of_stage", "stage, last_modified_ms, identifier_key"),
    ].map { name, columns in "CREATE INDEX \(name) ON opportunity (account, catalog, \(columns))" }
}
