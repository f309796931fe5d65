public import Store
import Synchronization

/// The access keys that Cosell knows.
///
/// Every request asks for one, so that what was found is kept for a second of real time, absence included. A change
/// made through this object is seen at once; one made by another node within that second.
public final class AccessKeys: Sendable {
    private struct Remembered {
        let key: RegisteredKey?
        let untilNanoseconds: UInt64
    }

    private struct Memory {
        var entries: [String: Remembered] = [:]
        /// How many keys were put here, so that what was read before a change is not remembered after it.
        var changes = 0
    }

    private static let rememberedNanoseconds: UInt64 = 1_000_000_000
    /// Absences are remembered too, and anybody can name a key that is not there.
    private static let mostRemembered = 10_000
    private static let rowsPerPage = 500

    private let store: any Store
    private let secrets: SecretsKey
    private let memory = Mutex(Memory())

    public init(store: any Store, secrets: SecretsKey) {
        self.store = store
        self.secrets = secrets
    }

    /// The registered key of this identifier; nil where there is none.
    public func find(_ identifier: String) async throws -> RegisteredKey? {
        let now = monotonicNanoseconds()
        let (found, changes) = memory.withLock { ($0.entries[identifier], $0.changes) }
        if let found, found.untilNanoseconds > now { return found.key }
        let secrets = secrets
        let key = try await store.read { try AccessKeyTable.find(in: $0, identifier, secrets) }
        memory.withLock { memory in
            guard memory.changes == changes else { return }
            if memory.entries.count >= Self.mostRemembered { memory.entries.removeAll(keepingCapacity: true) }
            memory.entries[identifier] = Remembered(key: key, untilNanoseconds: now + Self.rememberedNanoseconds)
        }
        return key
    }

    /// Registers a key, or changes one, with its account.
    public func put(_ key: RegisteredKey) async throws {
        let sealed = try secrets.seal(key.secretAccessKey, belongingTo: key.accessKeyIdentifier)
        try await store.write { transaction in
            try AccountTable.insert(
                in: transaction,
                key.accountIdentifier,
                companyName: "Partner \(key.accountIdentifier)"
            )
            try AccessKeyTable.put(in: transaction, key, sealedSecret: sealed)
        }
        forget(key.accessKeyIdentifier)
    }

    /// Takes a key away; one that is not there is away already. Its account stays.
    public func delete(_ identifier: String) async throws {
        try await store.write { try AccessKeyTable.delete(in: $0, identifier) }
        forget(identifier)
    }

    /// The registered keys by identifier, of one account or of all; never with a secret.
    public func listed(account: String? = nil) async throws -> [ListedKey] {
        try await everything(identifiedBy: \.accessKeyIdentifier) { transaction, start, limit in
            try AccessKeyTable.page(in: transaction, after: start, limit: limit)
        }
        .filter { account == nil || $0.accountIdentifier == account }
    }

    /// Every account that has, or had, a key, by identifier.
    public func accounts() async throws -> [String] {
        try await everything(identifiedBy: { $0 }) { transaction, start, limit in
            try AccountTable.page(in: transaction, after: start, limit: limit)
        }
    }

    /// Reads a list page by page, each in a transaction of its own: reads are short.
    private func everything<Row: Sendable>(
        identifiedBy identifier: (Row) -> String,
        _ page: @escaping @Sendable (ReadTransaction, _ after: String, _ limit: Int) throws -> [Row]
    ) async throws -> [Row] {
        var rows: [Row] = []
        while true {
            let start = rows.last.map(identifier) ?? ""
            let next = try await store.read { try page($0, start, Self.rowsPerPage) }
            rows += next
            if next.count < Self.rowsPerPage { return rows }
        }
    }

    private func forget(_ identifier: String) {
        memory.withLock { memory in
            memory.changes += 1
            memory.entries[identifier] = nil
        }
    }

    /// What a first start registers: the default account, with a root key that everybody knows.
    public func registerDefaultsInEmptyStore() async throws {
        let isEmpty = try await store.read { try AccountTable.count(in: $0) == 0 }
        guard isEmpty else { return }
        try await put(
            RegisteredKey(
                accessKeyIdentifier: "test",
                accountIdentifier: Self.defaultAccountIdentifier,
                secretAccessKey: "test"
            )
        )
    }

    /// Opens one stored secret, so that a wrong secrets key is noticed before anybody is refused for it.
    ///
    /// - Throws: `SecretsError.wrongKey`.
    public func checkSecretsKey() async throws {
        let secrets = secrets
        try await store.read { try AccessKeyTable.openAny(in: $0, secrets) }
    }

    /// The account of the key `test`, and of an unregistered key that is no account's number.
    public static let defaultAccountIdentifier = "123456789012"
}
