import Store

/// Every event that was ever committed, numbered in the order in which they are told.
public struct EventLog: Sendable {
    /// A read looks at no more events than these, because on an embedded engine it holds its caller's thread.
    private static let mostExamined: Int64 = 5_000

    let store: any Store

    /// The newest number; 0 where there is no event.
    public func lastSequence() async throws -> Int64 {
        try await store.read { try EventLogTable.last(in: $0) }
    }

    /// Up to `limit` events with a higher number than `sequence`; fewer only where the log has no more.
    public func events(
        after sequence: Int64,
        matching filter: EventFilter = EventFilter(),
        limit: Int
    ) async throws -> EventPage {
        let last = try await lastSequence()
        var page = EventPage(events: [], examined: sequence)
        while page.events.count < limit, page.examined < last {
            let range = page.examined + 1...min(last, page.examined + Self.mostExamined)
            let room = limit - page.events.count
            page.events += try await store.read { try EventLogTable.rows(in: $0, range, filter, limit: room) }
            page.examined = range.upperBound
        }
        if page.events.count == limit, let last = page.events.last { page.examined = last.sequence }
        return page
    }
}

/// Events in a row.
public struct EventPage: Sendable, Hashable {
    public var events: [LoggedEvent]
    /// Up to this number there is no other event that was asked for.
    public var examined: Int64
}
