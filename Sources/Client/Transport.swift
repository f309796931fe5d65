import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// How the clients of this library reach a server: one pool of connections for the whole program.
enum Transport {
    private static let connectSeconds: Int64 = 5
    private static let answerSeconds: Int64 = 60

    /// Far longer than the heartbeat of a stream: a server that is silent for so long is gone.
    private static let streamSilenceSeconds: Int64 = 45

    /// A server that is not there is reported at once: whoever calls decides whether to try again.
    private static let client = makeClient(readTimeout: nil)
    private static let streamingClient = makeClient(readTimeout: .seconds(streamSilenceSeconds))

    private static func makeClient(readTimeout: TimeAmount?) -> HTTPClient {
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = .seconds(connectSeconds)
        configuration.timeout.read = readTimeout
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Sends a request and reads the whole of its answer.
    static func send(_ request: HTTPClientRequest, mostAnswerBytes: Int) async throws -> RawAnswer {
        let response = try await client.execute(request, timeout: .seconds(answerSeconds))
        let body = try await response.body.collect(upTo: mostAnswerBytes)
        return RawAnswer(status: Int(response.status.code), body: Array(buffer: body))
    }

    /// Sends a request whose answer has no end of its own; the caller reads its body.
    static func open(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
        try await streamingClient.execute(request, timeout: .seconds(answerSeconds))
    }
}
