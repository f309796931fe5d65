import CPostgreSQL
import Store

extension PostgresConnection {
    /// Refuses a server that could not keep what Cosell promises.
    func checkServer(_ durability: Durability) throws {
        guard parameterStatus("server_encoding") == "UTF8" else {
            throw StoreError.unavailable("the database must be encoded as UTF8, to hold every text")
        }
        guard durability == .full else { return }
        // Absent on engines that only speak PostgreSQL's protocol: there the operator answers for the disks.
        guard try setting("fsync") != "off" else {
            throw StoreError.unavailable("the server runs with fsync = off, which full durability cannot rest on")
        }
        guard try setting("synchronous_commit") ?? "on" == "on" else {
            throw StoreError.unavailable("the server did not accept synchronous_commit = on")
        }
    }

    private func parameterStatus(_ name: String) -> String? {
        PQparameterStatus(handle, name).map { String(cString: $0) }
    }

    private func setting(_ name: String) throws -> String? {
        let result = PostgresResult(PQexec(handle, "SELECT current_setting('\(name)', true)"))
        if let error = result.error(of: self) {
            throw error
        }
        return result.goToNextRow() ? result.text(0) : nil
    }
}
