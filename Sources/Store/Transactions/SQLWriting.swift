/// What may be changed in the database inside a transaction.
public protocol SQLWriting: SQLReading {
    /// Runs a statement.
    ///
    /// - Returns: the number of rows it inserted, updated or deleted.
    /// - Throws: `StoreError.constraint` where the schema does not allow it, among others.
    @discardableResult
    func run(_ statement: Statement, _ parameters: [SQLValue]) throws -> Int
}

extension SQLWriting {
    /// Runs a statement without parameters.
    @inlinable
    @discardableResult
    public func run(_ statement: Statement) throws -> Int {
        try run(statement, [])
    }
}
