public import AWSJSON
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SellingWire
public import SigV4
import SmithyTypes

/// Calls the Selling API of a Cosell, or of anything else that speaks it, signed.
public struct SellingClient: Sendable {
    /// `http://127.0.0.1:4280`
    public let endpoint: String
    private let signer: Signer
    /// A whole answer of this API is far smaller.
    private static let mostAnswerBytes = 16 << 20

    public init(endpoint: String, accessKey: AccessKey, region: String = "us-east-1") {
        self.endpoint = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
        signer = Signer(accessKey: accessKey, region: region, service: SellingModel.signingName)
    }

    /// Calls an operation.
    ///
    /// - Throws: the operation's modelled failure, or `CallError` for everything else.
    public func call<Contract: OperationContract>(
        _ contract: Contract.Type,
        _ input: Contract.Input
    ) async throws -> Contract.Output {
        let answer = try await send(operation: Contract.name, body: input.encoded())
        guard answer.status == 200 else { throw try answer.failure(of: contract) }
        if answer.body.isEmpty { return Contract.Output.placeholder }
        return try Contract.Output(stored: answer.body)
    }

    /// Every page of an operation that answers in pages, one after another.
    public func pages<Contract: PaginatedContract>(
        _ contract: Contract.Type,
        _ input: Contract.Input
    ) -> AsyncThrowingStream<Contract.Output, any Error> {
        let next = PageCursor(input)
        return AsyncThrowingStream { () async throws -> Contract.Output? in
            guard let question = await next.take() else { return nil }
            let page = try await call(contract, question)
            await next.put(contract.nextToken(of: page).map { contract.input(question, at: $0) })
            return page
        }
    }

    /// Sends a body as it is: what `cosell call` does.
    public func send(operation: String, body: [UInt8]) async throws -> RawAnswer {
        var request = HTTPClientRequest(url: endpoint + "/")
        request.method = .POST
        let headers = [
            (name: "Host", value: authority),
            (name: "Content-Type", value: Binding.awsJSON.contentType),
            (name: "X-Amz-Target", value: "\(SellingModel.targetPrefix).\(operation)"),
        ]
        let signable = SignableRequest(method: "POST", target: "/", headers: headers, body: body)
        let signed = headers + signer.headers(signing: signable, at: .now)
        for (name, value) in signed { request.headers.add(name: name, value: value) }
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await Transport.send(request, mostAnswerBytes: Self.mostAnswerBytes)
    }

    private var authority: String {
        String(endpoint.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last ?? "")
    }
}

/// An answer as it came.
public struct RawAnswer: Sendable {
    public let status: Int
    public let body: [UInt8]

    /// The error's name, without what stands before it in `__type`; nil where the body is no error document.
    public var errorCode: String? {
        guard var reader = try? JSONReader(body), let document = try? reader.document(Document.self) else { return nil }
        return document["__type"]?.text?.split(separator: "#").last.map(String.init)
    }

    /// The operation's modelled failure, or a `CallError`.
    func failure<Contract: OperationContract>(of contract: Contract.Type) throws -> any Error {
        let code = errorCode ?? ""
        if var reader = try? JSONReader(body), let failure = try Contract.Failure(code: code, from: &reader) {
            return failure
        }
        return CallError(status: status, code: code, body: String(decoding: body, as: UTF8.self))
    }
}

/// A refusal that the operation does not model.
public struct CallError: Error, Sendable, CustomStringConvertible {
    public let status: Int
    public let code: String
    public let body: String

    public var description: String { "\(status) \(code): \(body)" }
}

/// The question that asks for the next page.
private actor PageCursor<Input: Sendable> {
    private var next: Input?

    init(_ first: Input) {
        next = first
    }

    func take() -> Input? {
        defer { next = nil }
        return next
    }

    func put(_ input: Input?) {
        next = input
    }
}
