import CPostgreSQL
import Store

extension PostgresConnection {
    func send(_ frame: String) throws {
        try check(PQsendQueryParams(handle, frame, 0, nil, nil, nil, nil, 0))
        sent.append(.frame)
    }

    /// Sends a statement, preparing it first where the server does not have it.
    func send(_ statement: Statement, _ values: [SQLValue]) throws {
        try parameters.fill(values, for: statement)
        let name = "s\(statement.number)"
        if !prepared.contains(statement.number) {
            try check(PQsendPrepare(handle, name, statement.text, 0, nil))
            sent.append(.prepare(statement.number))
        }
        let count = Int32(values.count)
        try check(
            parameters.withPointers { values, lengths, formats in
                PQsendQueryPrepared(handle, name, count, values, lengths, formats, Self.binary)
            }
        )
        sent.append(.run)
    }

    /// Marks the end of what was sent, waits for its answers and returns the last of them.
    ///
    /// - Throws: what the first refused command was refused for.
    func receive() throws -> PostgresResult {
        defer { sent = [] }
        try check(PQpipelineSync(handle))
        var last = PostgresResult(nil)
        var refusal: StoreError?
        for command in sent {
            last = PostgresResult(PQgetResult(handle))
            refusal = refusal ?? accept(last, of: command)
            drain()
        }
        // The answer to the mark itself.
        drain()
        if let refusal {
            throw refusal
        }
        return last
    }

    private func accept(_ result: PostgresResult, of command: SentCommand) -> StoreError? {
        if let error = result.error(of: self) {
            return error
        }
        if case .prepare(let number) = command {
            prepared.insert(number)
        }
        return nil
    }

    /// Reads on to the end of one command's answer.
    private func drain() {
        while let rest = PQgetResult(handle) {
            let isMark = PQresultStatus(rest) == PGRES_PIPELINE_SYNC
            PQclear(rest)
            if isMark { return }
        }
    }

    private func check(_ status: Int32) throws {
        guard status == 1 else { throw StoreError.unavailable(message) }
    }

    /// PostgreSQL sends numbers and bytes as they are in this format, without a detour over text.
    private static let binary: Int32 = 1
}
