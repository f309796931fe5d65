/// The tables of numbered events and of where they are sent.
extension MigrationRoom {
    /// Every event for good, with the envelope as it is sent.
    static let eventLog = """
        CREATE TABLE event_log (
            sequence BIGINT PRIMARY KEY,
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            resource TEXT NOT NULL,
            detail_type TEXT NOT NULL,
            envelope BYTEA NOT NULL
        );
        CREATE INDEX event_log_by_account ON event_log (account, sequence)
        """

    static let eventTarget = """
        CREATE TABLE event_target (
            name TEXT PRIMARY KEY,
            revision BIGINT NOT NULL,
            kind TEXT NOT NULL,
            account TEXT,
            detail_types TEXT,
            endpoint TEXT,
            path TEXT,
            region TEXT,
            access_key TEXT,
            event_bus TEXT,
            source TEXT,
            sealed_secret BYTEA,
            sealed_secret_access_key BYTEA,
            is_duplicating BIGINT NOT NULL,
            delay_ms BIGINT NOT NULL,
            is_shuffling BIGINT NOT NULL
        )
        """

    /// Which node sends to a target, and until when unless it says so again. Apart from the target, which the relay
    /// reads with every batch: a lease that is renewed must not make it run again.
    static let eventLease = """
        CREATE TABLE event_lease (
            target TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            until_ms BIGINT NOT NULL
        )
        """

    /// What has come of each event at each target that wants it. Both indexes hold only what is still to be sent.
    static let eventDelivery = """
        CREATE TABLE event_delivery (
            target TEXT NOT NULL,
            sequence BIGINT NOT NULL,
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            resource TEXT NOT NULL,
            status BIGINT NOT NULL,
            attempts BIGINT NOT NULL,
            due_at_ms BIGINT NOT NULL,
            last_error TEXT,
            PRIMARY KEY (target, sequence)
        );
        CREATE INDEX event_delivery_pending ON event_delivery (target, sequence) WHERE status = 0;
        CREATE INDEX event_delivery_pending_by_resource
            ON event_delivery (target, account, catalog, resource, sequence) WHERE status = 0
        """
}
