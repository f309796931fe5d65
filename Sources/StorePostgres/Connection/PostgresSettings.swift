import Store

/// How every connection of a store is made.
struct PostgresSettings: Sendable {
    let uri: String
    let durability: Durability

    /// What libpq is told. Later ones win, so that the URI may say otherwise of all that stands before it.
    ///
    /// A server that has vanished without a word is noticed in half a minute and not, as the system would have it, in
    /// two hours: until then each transaction sent to it holds a thread.
    var parameters: [(keyword: String, value: String)] {
        [
            ("connect_timeout", "5"),
            ("keepalives_idle", "10"),
            ("keepalives_interval", "5"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "30000"),
            ("fallback_application_name", "cosell"),
            ("dbname", uri),
            ("client_encoding", "UTF8"),
        ]
    }

    /// Sent once per connection. A Cosell that stops dead inside a transaction keeps others off its rows for a minute.
    var sessionScript: String {
        """
        SET synchronous_commit = \(durability == .full ? "on" : "off");
        SET standard_conforming_strings = on;
        SET idle_in_transaction_session_timeout = 60000
        """
    }

    static let schemaWords = PortableSchema(
        identity: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        text: "TEXT COLLATE \"C\""
    )
}
