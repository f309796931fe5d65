/// One SQL statement that SQLite and PostgreSQL run unchanged, with `$1`, `$2` … for its parameters.
///
/// Each connection prepares it at first use and keeps it. Statements are meant to be written once, as
/// `static let find: Statement = "SELECT …"`: a statement is known by a small number given at registration, so that a
/// connection finds its prepared form by indexing an array, without hashing the text again.
///
/// A literal takes no interpolation: values travel as parameters, never inside the text. Texts that a program composes
/// (from a bounded choice of filters and orders) go through `init(_:)`; equal texts are one statement.
///
/// A parameter that stands alone in a select list has no type of its own on PostgreSQL: write `CAST($1 AS BIGINT)`.
public struct Statement: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The place of the statement in this process's register: 0, 1, 2 …
    public let number: Int
    public let text: String

    public init(_ text: String) {
        self.number = StatementRegister.number(of: text)
        self.text = text
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    public static func == (left: Statement, right: Statement) -> Bool {
        left.number == right.number
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(number)
    }
}

/// The same, for modules that have statements of another kind; the protocol `Store` keeps `Store.Statement` from being
/// written.
public typealias SQLStatement = Statement
