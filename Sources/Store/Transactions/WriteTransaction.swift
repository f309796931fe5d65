/// A transaction that may change the database, valid inside the body that received it.
public struct WriteTransaction: SQLWriting {
    @usableFromInline let connection: any Connection

    public init(_ connection: any Connection) {
        self.connection = connection
    }

    @inlinable
    public func scan(_ statement: Statement, _ parameters: [SQLValue], _ eachRow: (Row) throws -> Bool) throws {
        try connection.guarding { try connection.scan(statement, parameters, eachRow) }
    }

    @inlinable
    @discardableResult
    public func run(_ statement: Statement, _ parameters: [SQLValue]) throws -> Int {
        try connection.guarding { try connection.run(statement, parameters) }
    }

    /// Runs schema statements, separated by semicolons and without parameters; they are not kept prepared.
    ///
    /// - Parameter script: in the words of `PortableSchema`.
    public func execute(_ script: String) throws {
        try connection.guarding { try connection.execute(script) }
    }
}
