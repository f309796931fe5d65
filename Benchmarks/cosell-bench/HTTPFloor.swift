import ArgumentParser
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// What the HTTP server costs by itself: every request is read to its end and answered with the same bytes.
struct HTTPFloor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "http-floor",
        abstract: "Answers every request with the bytes of a file."
    )

    @Option(help: "The port on 127.0.0.1.")
    var port: Int

    @Option(help: "A file with the body of the answer.")
    var bodyFile: String

    private static let longestRequest = 1 << 20

    func run() async throws {
        let body = ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: bodyFile)))
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            _ = try await request.body.collect(upTo: Self.longestRequest)
            return Response(
                status: .ok,
                headers: [.contentType: "application/x-amz-json-1.0"],
                body: ResponseBody(byteBuffer: body)
            )
        }
        let application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
        )
        try await application.runService()
    }
}
