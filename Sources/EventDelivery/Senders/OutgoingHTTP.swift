import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Store

/// The HTTP client of all targets, made when the first event goes out: who has no target pays nothing for it.
public final class OutgoingHTTP: Sendable {
    private static let connectSeconds: Int64 = 3
    /// Until the answer's head, and between any two pieces of its body: what EventBridge gives its own destinations.
    private static let answerSeconds: Int64 = 5
    /// Enough for every answer that means anything here; of a longer one the rest is not read.
    private static let mostAnswerBytes = 64 << 10

    /// An answer, as far as it is of interest.
    struct Answer: Sendable {
        let status: Int
        let body: [UInt8]

        var isSuccess: Bool { (200..<300).contains(status) }
    }

    private let client = Monitor<HTTPClient?>(nil)

    public init() {}

    /// POSTs a body and reads the answer. A redirect is an answer like any other: events go where they were told to.
    func post(_ url: String, _ headers: [(name: String, value: String)], _ body: [UInt8]) async throws -> Answer {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = .bytes(ByteBuffer(bytes: body))
        let response = try await made().execute(request, timeout: .seconds(Self.answerSeconds))
        let answer = try? await response.body.collect(upTo: Self.mostAnswerBytes)
        return Answer(status: Int(response.status.code), body: answer.map { Array(buffer: $0) } ?? [])
    }

    /// Closes its connections, where there are any.
    func close() async {
        let made = client.withLock { client in
            defer { client = nil }
            return client
        }
        try? await made?.shutdown()
    }

    private func made() -> HTTPClient {
        client.withLock { client in
            if let client { return client }
            var configuration = HTTPClient.Configuration()
            configuration.redirectConfiguration = .disallow
            configuration.timeout.connect = .seconds(Self.connectSeconds)
            configuration.timeout.read = .seconds(Self.answerSeconds)
            configuration.connectionPool.retryConnectionEstablishment = false
            let made = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            client = made
            return made
        }
    }
}
