import HTTPTypes
public import Hummingbird
import NIOCore

/// Where Hummingbird ends and Cosell begins: its request becomes ours, our answer becomes its response.
public struct CosellResponder: HTTPResponder {
    public typealias Context = ConnectionContext

    private let house: HouseRoutes
    private let pipeline: Pipeline
    private let maximumBodyBytes: Int

    public init(house: HouseRoutes, pipeline: Pipeline, maximumBodyBytes: Int) {
        self.house = house
        self.pipeline = pipeline
        self.maximumBodyBytes = maximumBodyBytes
    }

    public func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        guard let incoming = try await incoming(request) else { return tooLarge(request) }
        let answer: OutgoingAnswer
        if let own = await house.answer(incoming) {
            answer = own
        } else {
            answer = await pipeline.answer(incoming)
        }
        if answer.isLost { try? await context.channel.close() }
        return Response(answer)
    }

    /// The whole request; nil where its body is larger than may be.
    private func incoming(_ request: Request) async throws -> IncomingRequest? {
        var request = request
        if let length = request.headers[.contentLength].flatMap(Int.init), length > maximumBodyBytes { return nil }
        let body: ByteBuffer
        do {
            body = try await request.collectBody(upTo: maximumBodyBytes)
        } catch is NIOTooManyBytesError {
            return nil
        } catch let error as HTTPError where error.status == .contentTooLarge {
            return nil
        }
        // Hummingbird keeps Host apart as the authority; to a signature it is a header like any other.
        var headers: [(name: String, value: String)] = []
        headers.reserveCapacity(request.headers.count + 1)
        if let host = request.head.authority { headers.append(("host", host)) }
        for field in request.headers { headers.append((field.name.canonicalName, field.value)) }
        return IncomingRequest(
            method: request.method.rawValue,
            target: request.head.path ?? "/",
            headers: headers,
            body: Array(buffer: body)
        )
    }

    /// The rest of such a body is not read, so the connection is of no more use.
    private func tooLarge(_ request: Request) -> Response {
        let unread = IncomingRequest(
            method: request.method.rawValue,
            target: request.head.path ?? "/",
            headers: [],
            body: []
        )
        var response = Response(pipeline.refuseTooLarge(unread, maximumBodyBytes: maximumBodyBytes))
        response.headers[.connection] = "close"
        return response
    }
}

/// What Hummingbird keeps of a request's connection.
public struct ConnectionContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    let channel: any Channel

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

extension Response {
    fileprivate init(_ answer: OutgoingAnswer) {
        var headers = HTTPFields()
        headers.reserveCapacity(answer.headers.count + 3)
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        self.init(
            status: HTTPResponse.Status(code: answer.status),
            headers: headers,
            body: Self.body(answer)
        )
    }

    private static func body(_ answer: OutgoingAnswer) -> ResponseBody {
        guard let stream = answer.stream else { return ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)) }
        return ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: answer.body))
            try await stream { try await writer.write(ByteBuffer(bytes: $0)) }
            try await writer.finish(nil)
        }
    }
}
