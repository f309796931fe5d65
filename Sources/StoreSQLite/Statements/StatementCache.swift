import CSQLite
import Store

/// The statements a connection has prepared, found by their number.
final class StatementCache {
    /// Far above the statements of a program: a bound against texts that are composed without one.
    private static let limit = 2_000

    private let connection: OpaquePointer
    private var prepared: [PreparedStatement?] = []
    private var count = 0

    init(connection: OpaquePointer) {
        self.connection = connection
    }

    func prepared(_ statement: Statement) throws -> PreparedStatement {
        if statement.number < prepared.count, let kept = prepared[statement.number] {
            return kept
        }
        if count == Self.limit {
            forgetResting()
        }
        let new = try PreparedStatement(statement.text, on: connection)
        while prepared.count <= statement.number {
            prepared.append(nil)
        }
        prepared[statement.number] = new
        count += 1
        return new
    }

    /// Before the connection closes. Statements are not finalized by their own end of life, because the handle must
    /// outlive them.
    func finalizeAll() {
        for statement in prepared {
            statement?.finalize()
        }
        prepared = []
        count = 0
    }

    private func forgetResting() {
        for (number, statement) in prepared.enumerated() where statement?.isRunning == false {
            statement?.finalize()
            prepared[number] = nil
            count -= 1
        }
    }
}
