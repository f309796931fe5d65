/// What an engine gives to a transaction: three verbs on a connection that one thread uses at a time.
public protocol Connection: AnyObject {
    /// Calls `eachRow` with the rows of a statement until it answers false. A change is made whole either way.
    func scan(_ statement: Statement, _ parameters: [SQLValue], _ eachRow: (Row) throws -> Bool) throws

    /// Runs a statement and returns how many rows it changed.
    func run(_ statement: Statement, _ parameters: [SQLValue]) throws -> Int

    /// Runs schema statements, `PortableSchema`, which are not kept.
    func execute(_ script: String) throws

    /// The first failure of a statement in the transaction under way.
    var failure: StoreError? { get set }
}

extension Connection {
    /// Runs a whole body. A body that returned normally over a failed statement fails with that statement's error.
    public func perform<Transaction, Value>(
        _ body: (Transaction) throws -> Value,
        in transaction: Transaction
    ) throws -> Value {
        failure = nil
        let value = try body(transaction)
        if let failure {
            throw failure
        }
        return value
    }

    /// Runs one statement, unless an earlier one has failed, and remembers the failure.
    @inlinable
    func guarding<Value>(_ statement: () throws -> Value) throws -> Value {
        if let failure {
            throw failure
        }
        do {
            return try statement()
        } catch let error as StoreError {
            failure = error
            throw error
        }
    }
}
