import CPostgreSQL
import Store

extension PostgresConnection {
    /// What the server's refusal means here; notes in `state` what the next attempt needs to know.
    func meaning(ofState code: String, _ message: String) -> StoreError {
        switch code {
        case "40001", "40P01":
            state.mustRunAgain = .contention(message)
            return .contention(message)
        case "26000":
            return stalePlan(code, message)
        case "0A000" where message.contains("cached plan"):
            return stalePlan(code, message)
        case "25006":
            return state.access == .read
                ? .misuse("a read cannot change anything: \(message)")
                : .unavailable("the server takes no writes: \(message)")
        case "53100":
            return .full(message)
        case "XX001", "XX002":
            return .corrupt(message)
        default:
            return meaning(ofClass: code.prefix(2), code, message)
        }
    }

    private func meaning(ofClass group: Substring, _ code: String, _ message: String) -> StoreError {
        switch group {
        case "08", "53", "57": .unavailable(message)
        case "22" where code == "22021": .misuse("text with U+0000 cannot be stored")
        case "23": .constraint(message)
        default: .engine(code: "postgres \(code)", message: message)
        }
    }

    /// Another node changed the schema under a kept statement, or something between us and the server (a pooler) put us
    /// on another session: the body runs again with statements prepared anew.
    private func stalePlan(_ code: String, _ message: String) -> StoreError {
        let error = StoreError.engine(code: "postgres \(code)", message: message)
        state.hasStalePlans = true
        state.mustRunAgain = error
        return error
    }
}
