public import AWSJSON
import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Calls a Cosell's admin API.
public struct AdminClient: Sendable {
    /// `http://127.0.0.1:4280`
    public let endpoint: String
    private let token: String?
    private static let mostAnswerBytes = 1 << 30

    /// - Parameter token: what the server was started with as `--admin-token`; nil where it has none.
    public init(endpoint: String, token: String? = nil) {
        self.endpoint = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
        self.token = token
    }

    /// The value of the Authorization header; nil where the server wants none.
    var authorization: String? { token.map { "Bearer \($0)" } }

    /// Calls an operation.
    ///
    /// - Throws: the operation's modelled failure, or `CallError` for everything else.
    public func call<Contract: OperationContract>(
        _ contract: Contract.Type,
        _ input: Contract.Input
    ) async throws -> Contract.Output {
        var request = HTTPClientRequest(url: "\(endpoint)/_cosell/\(Contract.name)")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: Binding.pathStyle.contentType)
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        request.body = .bytes(ByteBuffer(bytes: input.encoded()))
        let answer = try await Transport.send(request, mostAnswerBytes: Self.mostAnswerBytes)
        guard answer.status == 200 else { throw try answer.failure(of: contract) }
        return try Contract.Output(stored: answer.body)
    }
}
