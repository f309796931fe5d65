import CPostgreSQL
import Store

/// One connection to a server, used by the thread that made it.
///
/// It is in libpq's pipeline mode, where commands are sent without waiting for the answer to the one before: BEGIN, the
/// preparation of a statement and its first run travel together, so that a transaction of one statement takes two round
/// trips (the other is COMMIT) and not four.
final class PostgresConnection {
    let handle: OpaquePointer
    var failure: StoreError?

    /// Statements the server holds prepared for this connection, by number.
    var prepared: Set<Int> = []
    var parameters = ParameterBuffer()
    /// What was sent since the last answer.
    var sent: [SentCommand] = []
    var state = TransactionState(access: .read)

    init(_ settings: PostgresSettings) throws {
        handle = try Self.connect(settings)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        do {
            try runPlainly(settings.sessionScript)
            try checkServer(settings.durability)
            try enterPipeline()
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    deinit {
        PQfinish(handle)
    }

    var isLost: Bool {
        PQstatus(handle) != CONNECTION_OK
    }

    /// What libpq last said of the connection, on one line.
    var message: String {
        Self.message(of: handle)
    }

    func enterPipeline() throws {
        guard PQenterPipelineMode(handle) == 1 else { throw StoreError.unavailable(message) }
    }

    func leavePipeline() throws {
        guard PQexitPipelineMode(handle) == 1 else { throw StoreError.unavailable(message) }
    }

    /// Runs statements without parameters outside the pipeline, which takes no such scripts.
    func runPlainly(_ script: String) throws {
        let result = PostgresResult(PQexec(handle, script))
        if let error = result.error(of: self) {
            throw error
        }
    }

    private static func connect(_ settings: PostgresSettings) throws -> OpaquePointer {
        var keywords: [UnsafeMutablePointer<CChar>?] = settings.parameters.map { duplicate($0.keyword) }
        var values: [UnsafeMutablePointer<CChar>?] = settings.parameters.map { duplicate($0.value) }
        defer { (keywords + values).forEach { $0?.deallocate() } }
        keywords.append(nil)
        values.append(nil)
        let opened = keywords.withUnsafeBufferPointer { keywords in
            values.withUnsafeBufferPointer { values in
                keywords.withMemoryRebound(to: UnsafePointer<CChar>?.self) { keywords in
                    values.withMemoryRebound(to: UnsafePointer<CChar>?.self) { values in
                        PQconnectdbParams(keywords.baseAddress, values.baseAddress, 1)
                    }
                }
            }
        }
        guard let opened else { throw StoreError.unavailable("no memory for a connection") }
        guard PQstatus(opened) == CONNECTION_OK else {
            defer { PQfinish(opened) }
            throw StoreError.unavailable(message(of: opened))
        }
        return opened
    }

    private static func duplicate(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = text.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (index, byte) in bytes.enumerated() {
            copy[index] = byte
        }
        return copy
    }

    private static func message(of handle: OpaquePointer) -> String {
        let lines = String(cString: PQerrorMessage(handle)).split(separator: "\n")
        return lines.isEmpty ? "the connection was lost" : lines.joined(separator: "; ")
    }
}
