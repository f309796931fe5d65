import AWSJSON
import Synchronization

/// Whether this server can serve.
public final class Health: Sendable {
    private let version: String
    private let store: String
    private let operationCount: Int
    private let isReady = Atomic<Bool>(false)

    public init(version: String, store: String, operationCount: Int) {
        self.version = version
        self.store = store
        self.operationCount = operationCount
    }

    /// From now on requests are served.
    public func becomeReady() { isReady.store(true, ordering: .releasing) }

    /// A server that is draining is not asked for anything new.
    public func stopBeingReady() { isReady.store(false, ordering: .releasing) }

    var answer: OutgoingAnswer {
        let ready = isReady.load(ordering: .acquiring)
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("Status", ready ? "ok" : "not ready")
        writer.member("Version", version)
        writer.member("Store", store)
        writer.member("Operations", operationCount)
        writer.endObject()
        return OutgoingAnswer(
            status: ready ? 200 : 503,
            headers: [("content-type", "application/json")],
            body: writer.bytes
        )
    }
}
