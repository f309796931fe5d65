import Store
import Testing

@testable import EventDelivery

@Suite("The log of events")
struct EventLogTests {
    static let filters: [(EventFilter, [Int64])] = [
        (EventFilter(), [1, 2, 3, 4, 5, 6]),
        (EventFilter(account: EventsUnderTest.account), [1, 2, 3, 4]),
        (EventFilter(account: EventsUnderTest.otherAccount), [5, 6]),
        (EventFilter(account: "999999999999"), []),
        (EventFilter(catalog: "Sandbox"), [2, 4, 6]),
        (EventFilter(detailType: "Made"), [1, 4]),
        (EventFilter(account: EventsUnderTest.account, catalog: "Sandbox", detailType: "Made"), [4]),
        (EventFilter(account: EventsUnderTest.otherAccount, detailType: "Made"), []),
    ]

    private static func fill(_ test: EventsUnderTest) async throws {
        let other = EventsUnderTest.otherAccount
        try await test.change("R", detailType: "Made")
        try await test.change("R", catalog: "Sandbox")
        try await test.change("R")
        try await test.change("R", detailType: "Made", catalog: "Sandbox")
        try await test.change("R", account: other)
        try await test.change("R", account: other, catalog: "Sandbox")
        try await test.events.drain()
    }

    @Test("is asked by account, catalog and kind, together or not", arguments: StoreKind.all)
    func filters(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await Self.fill(test)
            for (filter, expected) in Self.filters {
                let page = try await test.events.log.events(after: 0, matching: filter, limit: 100)
                #expect(page.events.map(\.sequence) == expected, "\(filter)")
                #expect(page.examined == 6)
            }
        }
    }

    static let pages: [(after: Int64, limit: Int, events: [Int64], examined: Int64)] = [
        (0, 2, [2, 4], 4), (4, 2, [6], 6), (5, 1, [6], 6), (6, 1, [], 6), (60, 1, [], 60), (.max, 1, [], .max),
    ]

    @Test("is leafed through without a gap", arguments: StoreKind.all)
    func pages(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await Self.fill(test)
            for row in Self.pages {
                let filter = EventFilter(catalog: "Sandbox")
                let page = try await test.events.log.events(after: row.after, matching: filter, limit: row.limit)
                #expect(page.events.map(\.sequence) == row.events)
                #expect(page.examined == row.examined)
            }
        }
    }

    static let runs: [([Int64], [ClosedRange<Int64>])] = [
        ([], []), ([7], [7...7]), ([1, 2, 3], [1...3]), ([1, 21, 41], [1...41]), ([1, 22], [1...1, 22...22]),
        ([5, 6, 1_000, 1_010, 9_000], [5...6, 1_000...1_010, 9_000...9_000]),
    ]

    @Test("numbers that lie close together are asked for together", arguments: EventLogTests.runs)
    func asked(_ sequences: [Int64], _ ranges: [ClosedRange<Int64>]) {
        #expect(SequenceRuns.ranges(of: sequences) == ranges)
    }
}
