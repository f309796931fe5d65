import Store
import Testing

@Suite("The outbox")
struct OutboxTests {
    private static func event(
        _ resource: String,
        _ detail: String,
        resources: [String] = []
    ) -> OutboxEvent {
        OutboxEvent(
            account: "123456789012",
            catalog: "AWS",
            resource: resource,
            detailType: "Changed",
            occurredAtMilliseconds: 1_700_000_000_000,
            detail: Array(detail.utf8),
            resources: resources
        )
    }

    static let resources: [[String]] = [
        [], [""], ["arn:aws:partnercentral:us-east-1::catalog/AWS/engagement/eng-1"], ["a", "b"],
        [#"quo"te"#, #"back\slash"#, "[\"a\",\"b\"]", "line\nbreak\u{1}", "Näherei 🧵"],
    ]

    @Test("keeps the resources that an event names, whatever they are", arguments: Engine.available)
    func resources(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            try await store.write { transaction in
                for resources in Self.resources {
                    try Outbox.append(in: transaction, Self.event("O1", "{}", resources: resources))
                }
            }
            let pending = try await store.read { try Outbox.pending(in: $0, limit: 10) }
            #expect(pending.map(\.event.resources) == Self.resources)
        }
    }

    @Test("counts what waits, up to a bound", arguments: Engine.available)
    func counting(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            #expect(try await store.read { try Outbox.count(in: $0, most: 3) } == 0)
            for expected in [1, 2, 3, 3] {
                try await store.write { try Outbox.append(in: $0, Self.event("O1", "{}")) }
                #expect(try await store.read { try Outbox.count(in: $0, most: 3) } == expected)
            }
        }
    }

    @Test("gives events back whole, in the order of one transaction", arguments: Engine.available)
    func order(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            let events = (0..<5).map { Self.event("O\($0 % 2)", "\($0)") }
            try await store.write { transaction in
                for event in events { try Outbox.append(in: transaction, event) }
            }
            let pending = try await store.read { try Outbox.pending(in: $0, limit: 10) }
            #expect(pending.map(\.event) == events)
            #expect(pending.map(\.position) == pending.map(\.position).sorted())
        }
    }

    @Test("has nothing of a transaction that failed", arguments: Engine.available)
    func rolledBack(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            try? await store.write { transaction in
                try Outbox.append(in: transaction, Self.event("O1", "never"))
                throw Refusal()
            }
            #expect(try await store.read { try Outbox.pending(in: $0, limit: 10) }.isEmpty)
        }
    }

    @Test("is leafed through in batches, and emptied without using a position again", arguments: Engine.available)
    func batches(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            try await store.write { transaction in
                for number in 0..<7 { try Outbox.append(in: transaction, Self.event("O1", "\(number)")) }
            }
            let batches = try await store.read { transaction in
                let first = try Outbox.pending(in: transaction, limit: 4)
                return [first, try Outbox.pending(in: transaction, after: first.last?.position ?? 0, limit: 4)]
            }
            #expect(batches.map(\.count) == [4, 3])
            let last = try await store.write { transaction in
                let all = try Outbox.pending(in: transaction, limit: 10)
                let last = all.last?.position ?? 0
                try Outbox.remove(in: transaction, through: last)
                return last
            }
            try await store.write { try Outbox.append(in: $0, Self.event("O1", "next")) }
            let next = try await store.read { try Outbox.pending(in: $0, limit: 10) }
            #expect(next.map { String(decoding: $0.event.detail, as: UTF8.self) } == ["next"])
            #expect((next.first?.position ?? 0) > last)
        }
    }

    @Test("keeps the order of one resource's changes, though many make them at once", arguments: Engine.available)
    func perResource(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            try await store.execute("CREATE TABLE resource (name TEXT PRIMARY KEY, revision BIGINT NOT NULL)")
            try await store.write { transaction in
                for name in ["O0", "O1", "O2"] {
                    try transaction.run("INSERT INTO resource (name, revision) VALUES ($1, 0)", [.text(name)])
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<45 {
                    group.addTask { try await Self.change("O\(number % 3)", in: store) }
                }
                try await group.waitForAll()
            }
            let pending = try await store.read { try Outbox.pending(in: $0, limit: 100) }
            for name in ["O0", "O1", "O2"] {
                let revisions = pending.map(\.event).filter { $0.resource == name }
                    .map { String(decoding: $0.detail, as: UTF8.self) }
                #expect(revisions == (1...15).map { String($0) })
            }
        }
    }

    private static func change(_ name: String, in store: any Store) async throws {
        let next: Statement = "UPDATE resource SET revision = revision + 1 WHERE name = $1 RETURNING revision"
        try await store.write { transaction in
            let revision = try transaction.first(next, [.text(name)]) { $0.integer(0) } ?? 0
            try Outbox.append(in: transaction, event(name, String(revision)))
        }
    }
}
