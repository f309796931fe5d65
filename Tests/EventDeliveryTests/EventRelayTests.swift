import AWSJSON
import SmithyTypes
import Store
import Testing

@testable import EventDelivery

@Suite("Numbering events")
struct EventRelayTests {
    @Test("gives 1, 2, 3 … in the order of the outbox, and empties it", arguments: StoreKind.all)
    func numbers(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            for number in 1...450 { try await test.change("R\(number % 7)", "{\"n\":\(number)}") }
            let logged = try await test.logged()
            #expect(logged.map(\.sequence) == Array(1...450))
            #expect(try logged.map { try $0.document["detail"]?["n"] } == (1...450).map { .number(String($0)) })
            #expect(try await test.store.read { try Outbox.count(in: $0, most: 10) } == 0)
            #expect(try await test.events.log.lastSequence() == 450)
        }
    }

    @Test("there is no event before the first, and no gap after a rest", arguments: StoreKind.all)
    func rest(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            #expect(try await test.logged().isEmpty)
            #expect(try await test.events.log.lastSequence() == 0)
            for expected in 1...3 {
                try await test.change("R")
                try await test.events.drain()
                try await test.events.drain()
                #expect(try await test.events.log.lastSequence() == Int64(expected))
            }
        }
    }

    @Test("an event whose transaction failed has no number", arguments: StoreKind.all)
    func rolledBack(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await test.change("R1")
            struct Refusal: Error {}
            await #expect(throws: Refusal.self) {
                try await test.store.write { transaction in
                    let event = OutboxEvent(
                        account: "1",
                        catalog: "AWS",
                        resource: "never",
                        detailType: "Changed",
                        occurredAtMilliseconds: 0,
                        detail: Array("{}".utf8)
                    )
                    try Outbox.append(in: transaction, event)
                    throw Refusal()
                }
            }
            try await test.change("R2")
            let logged = try await test.logged()
            #expect(logged.map(\.resource) == ["R1", "R2"])
            #expect(logged.map(\.sequence) == [1, 2])
        }
    }

    @Test(
        "many writers and several relays at once: every event once, no gap, each resource in its order",
        arguments: StoreKind.all
    )
    func concurrently(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await test.store.write { transaction in
                try transaction.execute("CREATE TABLE thing (name TEXT PRIMARY KEY, revision BIGINT NOT NULL)")
                for name in 0..<4 {
                    try transaction.run("INSERT INTO thing (name, revision) VALUES ($1, 0)", [.text("R\(name)")])
                }
            }
            let others = (0..<2).map { _ in EventsUnderTest(on: test.store.inner) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for relay in others + [test] {
                    group.addTask {
                        for _ in 0..<20 {
                            try await relay.events.drain()
                            try await Task.sleep(for: .milliseconds(2))
                        }
                    }
                }
                for writer in 0..<8 {
                    group.addTask { for _ in 0..<15 { try await Self.revise("R\(writer % 4)", test) } }
                }
                try await group.waitForAll()
            }
            let logged = try await test.logged()
            #expect(logged.map(\.sequence) == Array(1...120))
            for name in 0..<4 {
                let revisions = try logged.filter { $0.resource == "R\(name)" }.map { try $0.document["detail"]?["n"] }
                #expect(revisions == (1...30).map { .number(String($0)) })
            }
        }
    }

    private static func revise(_ name: String, _ test: EventsUnderTest) async throws {
        let next: Statement = "UPDATE thing SET revision = revision + 1 WHERE name = $1 RETURNING revision"
        try await test.store.write { transaction in
            let revision = try transaction.first(next, [.text(name)]) { $0.integer(0) } ?? 0
            let event = OutboxEvent(
                account: EventsUnderTest.account,
                catalog: "AWS",
                resource: name,
                detailType: "Changed",
                occurredAtMilliseconds: 0,
                detail: Array("{\"n\":\(revision)}".utf8)
            )
            try Outbox.append(in: transaction, event)
        }
    }

    @Test(
        "what a process left in the outbox, the next one numbers where the first had stopped",
        arguments: StoreKind.lasting
    )
    func restart(_ kind: StoreKind) async throws {
        try await kind.withPlace { place in
            for round in 0..<3 {
                try await place.withStore { store in
                    let test = EventsUnderTest(on: store)
                    try await test.events.drain()
                    #expect(try await test.events.log.lastSequence() == Int64(round * 2))
                    for number in 0..<2 { try await test.change("R\(round).\(number)") }
                    // Ends with its events committed and not numbered.
                }
            }
            try await place.withStore { store in
                let logged = try await EventsUnderTest(on: store).logged()
                #expect(logged.map(\.sequence) == Array(1...6))
                #expect(logged.map(\.resource) == ["R0.0", "R0.1", "R1.0", "R1.1", "R2.0", "R2.1"])
            }
        }
    }

    @Test("a write wakes it: nobody need ask", arguments: StoreKind.all)
    func woken(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await test.running {
                for expected in 1...3 {
                    try await test.change("R")
                    try await eventually("the event is numbered") {
                        try await test.events.log.lastSequence() == Int64(expected)
                    }
                }
            }
        }
    }
}
