import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// An event as the stream brings it.
public struct StreamedEvent: Sendable, Hashable {
    public let sequence: Int
    public let detailType: String
    /// The envelope as JSON, on one line.
    public let envelope: [UInt8]
}

extension AdminClient {
    private static let mostRefusalBytes = 64 << 10

    /// Follows the events with a higher number than `sequence`, as they come, until the server ends the stream.
    ///
    /// - Parameters:
    ///   - account: whose events; nil for everybody's.
    ///   - detailType: which events; nil for all.
    /// - Throws: `CallError` where the server refuses, and what the connection fails with.
    public func followEvents(
        after sequence: Int,
        account: String? = nil,
        detailType: String? = nil,
        _ receive: (StreamedEvent) async throws -> Void
    ) async throws {
        var query: [String] = []
        if let account { query.append("AccountId=" + Self.escaped(account)) }
        if let detailType { query.append("DetailType=" + Self.escaped(detailType)) }
        let filter = query.isEmpty ? "" : "?" + query.joined(separator: "&")
        var request = HTTPClientRequest(url: "\(endpoint)/_cosell/events/stream\(filter)")
        request.headers.add(name: "Accept", value: "text/event-stream")
        request.headers.add(name: "Last-Event-ID", value: String(sequence))
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        let response = try await Transport.open(request)
        guard response.status == .ok else {
            let body = try await response.body.collect(upTo: Self.mostRefusalBytes)
            throw CallError(status: Int(response.status.code), code: "", body: String(buffer: body))
        }
        var events = ServerSentEvents()
        for try await piece in response.body {
            for event in events.take(piece.readableBytesView) {
                guard let sequence = Int(event.identifier) else { continue }
                try await receive(
                    StreamedEvent(sequence: sequence, detailType: event.name, envelope: event.data)
                )
            }
        }
    }

    /// Percent-encodes all but RFC 3986's unreserved characters.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let isUnreserved =
                character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character))
            let digits = String(byte, radix: 16, uppercase: true)
            return isUnreserved ? String(character) : "%" + (byte < 16 ? "0" : "") + digits
        }.joined()
    }
}
