public import Store

extension MigrationRoom {
    /// Accounts and their access keys; secrets are encrypted under a key that is not here.
    public static let identity = MigrationRoom(
        name: "identity",
        migrations: [
            Migration(
                number: 1,
                name: "accounts and access keys",
                statements: [
                    """
                    CREATE TABLE account (
                        account TEXT PRIMARY KEY,
                        company_name TEXT NOT NULL,
                        website_url TEXT
                    )
                    """,
                    """
                    CREATE TABLE access_key (
                        access_key TEXT PRIMARY KEY,
                        account TEXT NOT NULL,
                        user_name TEXT,
                        sealed_secret BYTEA NOT NULL,
                        session_token TEXT,
                        expires_at_ms BIGINT
                    )
                    """,
                ]
            )
        ]
    )
}

/// The statements over accounts.
enum AccountTable {
    private static let countRows: Statement = "SELECT COUNT(*) FROM account"
    private static let insertRow: Statement = """
        INSERT INTO account (account, company_name) VALUES ($1, $2) ON CONFLICT (account) DO NOTHING
        """

    private static let selectPage: Statement =
        "SELECT account FROM account WHERE account > $1 ORDER BY account LIMIT $2"

    /// Up to `limit` accounts whose identifiers come after one, in their order.
    static func page(in transaction: some SQLReading, after start: String, limit: Int) throws -> [String] {
        try transaction.all(selectPage, [.text(start), .integer(Int64(limit))]) { $0.text(0) }
    }

    static func count(in transaction: some SQLReading) throws -> Int {
        Int(try transaction.first(countRows) { $0.integer(0) } ?? 0)
    }

    static func insert(in transaction: some SQLWriting, _ account: String, companyName: String) throws {
        try transaction.run(insertRow, [.text(account), .text(companyName)])
    }
}

/// The statements over access keys.
enum AccessKeyTable {
    private static let columns = "access_key, account, user_name, expires_at_ms"
    private static let selectPage = Statement(
        "SELECT \(columns) FROM access_key WHERE access_key > $1 ORDER BY access_key LIMIT $2"
    )
    private static let deleteRow: Statement = "DELETE FROM access_key WHERE access_key = $1"
    private static let selectRow: Statement = """
        SELECT account, user_name, sealed_secret, session_token, expires_at_ms FROM access_key WHERE access_key = $1
        """
    private static let selectAny: Statement = "SELECT access_key, sealed_secret FROM access_key LIMIT 1"
    private static let upsertRow: Statement = """
        INSERT INTO access_key (access_key, account, user_name, sealed_secret, session_token, expires_at_ms)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (access_key) DO UPDATE SET account = excluded.account, user_name = excluded.user_name,
            sealed_secret = excluded.sealed_secret, session_token = excluded.session_token,
            expires_at_ms = excluded.expires_at_ms
        """

    static func find(in transaction: some SQLReading, _ identifier: String, _ secrets: SecretsKey) throws
        -> RegisteredKey?
    {
        try transaction.first(selectRow, [.text(identifier)]) { row in
            RegisteredKey(
                accessKeyIdentifier: identifier,
                accountIdentifier: row.text(0),
                userName: row.optionalText(1),
                secretAccessKey: try secrets.open(row.bytes(2), belongingTo: identifier),
                sessionToken: row.optionalText(3),
                expiresAtMilliseconds: row.optionalInteger(4)
            )
        }
    }

    /// Opens the secret of some key; does nothing where there is none.
    static func openAny(in transaction: some SQLReading, _ secrets: SecretsKey) throws {
        _ = try transaction.first(selectAny) { try secrets.open($0.bytes(1), belongingTo: $0.text(0)) }
    }

    /// Up to `limit` keys whose identifiers come after one, in their order, without their secrets.
    static func page(in transaction: some SQLReading, after start: String, limit: Int) throws -> [ListedKey] {
        try transaction.all(selectPage, [.text(start), .integer(Int64(limit))]) { row in
            ListedKey(
                accessKeyIdentifier: row.text(0),
                accountIdentifier: row.text(1),
                userName: row.optionalText(2),
                expiresAtMilliseconds: row.optionalInteger(3)
            )
        }
    }

    static func delete(in transaction: some SQLWriting, _ identifier: String) throws {
        try transaction.run(deleteRow, [.text(identifier)])
    }

    static func put(in transaction: some SQLWriting, _ key: RegisteredKey, sealedSecret: [UInt8]) throws {
        try transaction.run(
            upsertRow,
            [
                .text(key.accessKeyIdentifier), .text(key.accountIdentifier), .optional(key.userName),
                .bytes(sealedSecret), .optional(key.sessionToken), .optional(key.expiresAtMilliseconds),
            ]
        )
    }
}
