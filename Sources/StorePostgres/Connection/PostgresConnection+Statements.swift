import CPostgreSQL
import Store

extension PostgresConnection: Connection {
    func scan(_ statement: Statement, _ parameters: [SQLValue], _ eachRow: (Row) throws -> Bool) throws {
        let result = try answer(to: statement, parameters)
        let row = Row(result)
        while result.goToNextRow() {
            let wantsMore = try eachRow(row)
            if let complaint = result.complaint {
                throw StoreError.misuse("\(complaint): \(statement.text)")
            }
            guard wantsMore else { return }
        }
    }

    func run(_ statement: Statement, _ parameters: [SQLValue]) throws -> Int {
        try answer(to: statement, parameters).changedRows
    }

    func execute(_ script: String) throws {
        try leavePipeline()
        if !state.hasBegun {
            state.hasBegun = true
            try runPlainly(state.begin)
        }
        try runPlainly(PostgresSettings.schemaWords.words(of: script))
        try enterPipeline()
    }

    private func answer(to statement: Statement, _ values: [SQLValue]) throws -> PostgresResult {
        if !state.hasBegun {
            try send(state.begin)
        }
        state.hasBegun = true
        try send(statement, values)
        let result = try receive()
        guard !result.isOfNothing else { throw StoreError.misuse("the statement is empty") }
        return result
    }
}
