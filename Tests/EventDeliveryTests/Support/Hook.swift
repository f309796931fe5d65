import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Store

/// A real HTTP server that keeps what it was sent and answers as a test says.
final class Hook: Sendable {
    struct Received: Sendable {
        let target: String
        let headers: [(name: String, value: String)]
        let body: [UInt8]

        func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
        var sequence: Int64? { header("x-cosell-sequence").flatMap(Int64.init) }
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    struct Answer: Sendable {
        var status = 200
        var body = ""
        var headers: [String: String] = [:]
    }

    private let requests = Monitor<[Received]>([])
    private let answer: @Sendable (_ request: Received, _ earlier: [Received]) async -> Answer

    private init(_ answer: @escaping @Sendable (Received, [Received]) async -> Answer) {
        self.answer = answer
    }

    /// What came, in its order.
    var received: [Received] { requests.withLock { $0 } }

    /// Serves on a port of this machine for as long as `test` runs.
    ///
    /// - Parameter answer: is given a request and all that came before it.
    static func serving(
        _ answer: @escaping @Sendable (Received, [Received]) async -> Answer = { _, _ in Answer() },
        _ test: (_ hook: Hook, _ url: String) async throws -> Void
    ) async throws {
        let hook = Hook(answer)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var silent = Logger(label: "hook")
        silent.logLevel = .critical
        let application = Application(
            responder: CallbackResponder { (request, _: BasicRequestContext) in try await hook.respond(to: request) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) },
            logger: silent
        )
        let server = Task { try await application.run() }
        var found = ports.makeAsyncIterator()
        let number = await found.next() ?? 0
        let result = await Result.catching {
            try await test(hook, "http://127.0.0.1:\(number)/hook?key=a%20b")
        }
        server.cancel()
        _ = await server.result
        try result.get()
    }

    private func respond(to request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 20)
        var headers = request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
        if let host = request.head.authority { headers.insert(("host", host), at: 0) }
        let received = Received(target: request.head.path ?? "", headers: headers, body: Array(buffer: body))
        let earlier = requests.withLock { requests in
            defer { requests.append(received) }
            return requests
        }
        let answer = await answer(received, earlier)
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status),
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body))
        )
    }
}
