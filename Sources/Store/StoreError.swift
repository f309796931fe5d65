/// Why the store could not do what it was asked.
public enum StoreError: Error, Sendable, Hashable {
    /// The store cannot be reached, is closed or is held by another process; or a connection was lost after COMMIT was
    /// sent, so that nobody can say whether that write took place. Says which.
    case unavailable(String)
    /// Other transactions kept getting in the way for as long as a transaction is run again (5 seconds).
    case contention(String)
    /// There is no room left on the disk, or in the bound set for the database.
    case full(String)
    /// A statement went against a primary key, a unique index, NOT NULL or CHECK.
    case constraint(String)
    /// The engine found the database damaged.
    case corrupt(String)
    /// The program asked wrongly: parameters that do not fit the statement, a column of another kind, a change inside a
    /// read, text with U+0000.
    case misuse(String)
    /// A newer program has been here: the database has migration `found` of a room of which this program knows `known`.
    case newerSchema(room: String, found: Int, known: Int)
    /// A migration that was applied under the name `found` is called `known` in this program: their histories differ.
    case renamedMigration(room: String, number: Int, found: String, known: String)
    /// Anything else the engine said, with its own code.
    case engine(code: String, message: String)
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unavailable(let reason): "the store is unavailable: \(reason)"
        case .contention(let reason): "other transactions kept conflicting with this one: \(reason)"
        case .full(let reason): "the store is full: \(reason)"
        case .constraint(let reason): "a constraint of the database does not allow this: \(reason)"
        case .corrupt(let reason): "the database is damaged: \(reason)"
        case .misuse(let reason): "the store was used wrongly: \(reason)"
        case .newerSchema(let room, let found, let known):
            "the database has migration \(found) of '\(room)', this program knows up to \(known): use a newer program"
        case .renamedMigration(let room, let number, let found, let known):
            "migration \(number) of '\(room)' was applied as '\(found)', this program calls it '\(known)'"
        case .engine(let code, let message): "the engine failed (\(code)): \(message)"
        }
    }
}
