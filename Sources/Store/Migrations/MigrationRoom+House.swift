extension MigrationRoom {
    /// The house's own tables, which every service uses: identifier counters, replay records, the outbox, where its events
    /// go, and Cosell's clock.
    public static let house = MigrationRoom(
        name: "house",
        migrations: [
            Migration(
                number: 1,
                name: "identifier counters, replay records and the outbox",
                statements: [identifierCounter, replayRecord, outbox]
            ),
            Migration(
                number: 2,
                name: "resources of events",
                statements: ["ALTER TABLE outbox ADD COLUMN resources TEXT NOT NULL DEFAULT '[]'"]
            ),
            Migration(
                number: 3,
                name: "event log, event targets and deliveries",
                statements: [eventLog, eventTarget, eventLease, eventDelivery]
            ),
            clock,
        ]
    )

    private static let identifierCounter = """
        CREATE TABLE identifier_counter (
            name TEXT PRIMARY KEY,
            next_value BIGINT NOT NULL
        )
        """

    private static let replayRecord = """
        CREATE TABLE replay_record (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            operation TEXT NOT NULL,
            token TEXT NOT NULL,
            digest BYTEA NOT NULL,
            output BYTEA NOT NULL,
            PRIMARY KEY (account, catalog, operation, token)
        )
        """

    private static let outbox = """
        CREATE TABLE outbox (
            position ${IDENTITY},
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            resource TEXT NOT NULL,
            detail_type TEXT NOT NULL,
            occurred_at_ms BIGINT NOT NULL,
            detail BYTEA NOT NULL
        )
        """
}
