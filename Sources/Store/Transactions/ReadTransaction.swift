/// The reading side of a transaction, valid inside the body that received it.
public struct ReadTransaction: SQLReading {
    @usableFromInline let connection: any Connection

    public init(_ connection: any Connection) {
        self.connection = connection
    }

    @inlinable
    public func scan(_ statement: Statement, _ parameters: [SQLValue], _ eachRow: (Row) throws -> Bool) throws {
        try connection.guarding { try connection.scan(statement, parameters, eachRow) }
    }
}
