/// One step in the life of a room's tables: applied once to a database, whole or not at all, never edited afterwards.
public struct Migration: Sendable, Hashable {
    /// 1, 2, 3 … within its room.
    public let number: Int
    /// Says what it does; kept in the database, so that a step changed in hindsight is noticed.
    public let name: String
    /// In the words of `PortableSchema`.
    public let statements: [String]

    public init(number: Int, name: String, statements: [String]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}
