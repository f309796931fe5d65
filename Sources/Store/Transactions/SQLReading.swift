/// What may be asked of the database inside a transaction.
public protocol SQLReading {
    /// Calls `eachRow` with the rows in their order until it answers false.
    ///
    /// While it walks, `eachRow` runs no other statement: engines differ in what that would see.
    func scan(_ statement: Statement, _ parameters: [SQLValue], _ eachRow: (Row) throws -> Bool) throws
}

extension SQLReading {
    /// The first row, decoded, or nil where there is none. Also for `INSERT … RETURNING` inside a write.
    @inlinable
    public func first<Value>(
        _ statement: Statement,
        _ parameters: [SQLValue] = [],
        _ decode: (Row) throws -> Value
    ) throws -> Value? {
        var found: Value?
        try scan(statement, parameters) { row in
            found = try decode(row)
            return false
        }
        return found
    }

    /// Every row, decoded, in order. The statement bounds their number by `LIMIT`.
    @inlinable
    public func all<Value>(
        _ statement: Statement,
        _ parameters: [SQLValue] = [],
        _ decode: (Row) throws -> Value
    ) throws -> [Value] {
        var rows: [Value] = []
        try scan(statement, parameters) { row in
            rows.append(try decode(row))
            return true
        }
        return rows
    }
}
