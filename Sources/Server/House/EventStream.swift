public import EventDelivery
public import Logging

/// `GET /_cosell/events/stream`: the events as they come, in the form that browsers' EventSource reads.
///
/// A client that comes back names the last event it has seen and gets what it has missed. One that names none gets
/// what happens from now on. Events that were committed together come together; none is left out.
public struct EventStream: Sendable {
    private static let pageSize = 100

    private let events: Events
    private let heartbeat: Duration
    private let logger: Logger

    /// - Parameter heartbeat: how long a stream is silent before a comment says that it is still there. Proxies and
    ///   clients take a longer silence for a broken connection.
    public init(events: Events, heartbeat: Duration = .seconds(15), logger: Logger) {
        self.events = events
        self.heartbeat = heartbeat
        self.logger = logger
    }

    func answer(_ request: IncomingRequest) async -> OutgoingAnswer {
        let query = request.query
        let filter = EventFilter(
            account: query["AccountId"],
            catalog: query["Catalog"],
            detailType: query["DetailType"]
        )
        do {
            guard let first = try await place(request, query) else {
                return OutgoingAnswer(status: 400, sentence: "Last-Event-ID, and after, are an event's number.")
            }
            return answer(after: first, filter)
        } catch {
            logger.error("events cannot be read", metadata: ["cause": "\(error)"])
            return OutgoingAnswer(status: 503, sentence: "The events cannot be read.")
        }
    }

    /// The number of the event that the client has seen last; nil where it says something that is none.
    private func place(_ request: IncomingRequest, _ query: [String: String]) async throws -> Int64? {
        if let text = request.header("last-event-id") ?? query["after"] {
            return Int64(text).flatMap { $0 >= 0 ? $0 : nil }
        }
        try await events.drain()
        return try await events.log.lastSequence()
    }

    private func answer(after first: Int64, _ filter: EventFilter) -> OutgoingAnswer {
        var answer = OutgoingAnswer(
            status: 200,
            headers: [("content-type", "text/event-stream"), ("cache-control", "no-cache")],
            // Says at once that the stream is open.
            body: Array(": events after \(first)\n\n".utf8)
        )
        answer.stream = { write in try await send(after: first, filter, write) }
        return answer
    }

    private func send(
        after first: Int64,
        _ filter: EventFilter,
        _ write: ([UInt8]) async throws -> Void
    ) async throws {
        var place = first
        var lastWritten = ContinuousClock.now
        while !events.hasEnded, !Task.isCancelled {
            let seen = events.newsCount
            let page = try await events.log.events(after: place, matching: filter, limit: Self.pageSize)
            place = page.examined
            let silence = lastWritten.duration(to: .now)
            if !page.events.isEmpty {
                try await write(page.events.flatMap(Self.text))
                lastWritten = .now
            } else if silence >= heartbeat {
                try await write(Array(":\n\n".utf8))
                lastWritten = .now
            } else {
                await events.waitForNews(beyond: seen, atMost: heartbeat - silence)
            }
        }
    }

    /// One event. Neither a detail type nor an envelope has a line break in it.
    private static func text(_ event: LoggedEvent) -> [UInt8] {
        Array("id: \(event.sequence)\nevent: \(event.detailType)\ndata: ".utf8) + event.envelope + Array("\n\n".utf8)
    }
}
