import Store
import Testing

@Suite("Every engine keeps transactions apart")
struct TransactionTests {
    private static let table = "CREATE TABLE account (name TEXT PRIMARY KEY, balance BIGINT NOT NULL)"
    private static let insert: Statement = "INSERT INTO account (name, balance) VALUES ($1, $2)"
    private static let add: Statement = "UPDATE account SET balance = balance + $2 WHERE name = $1"
    private static let balance: Statement = "SELECT balance FROM account WHERE name = $1"

    @Test("a body that throws leaves nothing, and its error arrives unchanged", arguments: Engine.available)
    func rollback(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            await #expect(throws: Refusal(reason: "not today")) {
                try await store.write { transaction in
                    try transaction.run(Self.insert, ["gone", 1])
                    throw Refusal(reason: "not today")
                }
            }
            await #expect(throws: Refusal()) {
                try await store.read { _ in throw Refusal() }
            }
            await #expect(throws: Refusal()) {
                try await store.read { try $0.all("SELECT 1") { _ in throw Refusal() } }
            }
            #expect(try await store.integer("SELECT COUNT(*) FROM account") == 0)
        }
    }

    @Test("a body sees what it has done, and so does everyone after it", arguments: Engine.available)
    func ownChanges(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let seen = try await store.write { transaction in
                try transaction.run(Self.insert, ["a", 5])
                return try transaction.first(Self.balance, ["a"]) { $0.integer(0) }
            }
            #expect(seen == 5)
            #expect(try await store.integer(Self.balance, ["a"]) == 5)
        }
    }

    @Test("a throwing body does not disturb those that commit with it", arguments: Engine.available)
    func neighbours(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        do {
                            try await store.write { transaction in
                                try transaction.run(Self.insert, [.text("n\(number)"), .integer(Int64(number))])
                                if number % 3 == 0 { throw Refusal() }
                            }
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 40)
            let kept = try await store.read { try $0.all("SELECT balance FROM account") { $0.integer(0) } }
            #expect(Set(kept) == Set((0..<60).filter { $0 % 3 != 0 }))
        }
    }

    @Test("64 writers that add to one row at once lose nothing", arguments: Engine.available)
    func lostUpdates(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            try await store.write { try $0.run(Self.insert, ["shared", 0]) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        try await store.write { transaction in
                            let before = try transaction.first(Self.balance, ["shared"]) { $0.integer(0) } ?? 0
                            let set: Statement = "UPDATE account SET balance = $1 WHERE name = 'shared'"
                            try transaction.run(set, [.integer(before + 1)])
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.integer(Self.balance, ["shared"]) == 64)
        }
    }

    @Test("a read sees one moment, while others write", arguments: Engine.available)
    func snapshot(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            try await store.write { transaction in
                try transaction.run(Self.insert, ["left", 500])
                try transaction.run(Self.insert, ["right", 500])
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number: Int64 in 0..<40 {
                    group.addTask {
                        try await store.write { transaction in
                            try transaction.run(Self.add, ["left", .integer(-number)])
                            try transaction.run(Self.add, ["right", .integer(number)])
                        }
                    }
                    group.addTask {
                        let sum = try await store.read { transaction in
                            try ["left", "right"].reduce(0 as Int64) { sum, name in
                                try sum + (transaction.first(Self.balance, [.text(name)]) { $0.integer(0) } ?? 0)
                            }
                        }
                        #expect(sum == 1_000)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("two bodies that each rely on what the other changes are not both done", arguments: Engine.available)
    func writeSkew(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            for round: Int64 in 0..<10 {
                let names = ["a\(round)", "b\(round)"]
                try await store.write { transaction in
                    for name in names { try transaction.run(Self.insert, [.text(name), 1]) }
                }
                // Each gives up its own only as long as the other still has its.
                await withTaskGroup(of: Void.self) { group in
                    for (own, other) in [(names[0], names[1]), (names[1], names[0])] {
                        group.addTask {
                            try? await store.write { transaction in
                                let others = try transaction.first(Self.balance, [.text(other)]) { $0.integer(0) }
                                guard others == 1 else { throw Refusal() }
                                try transaction.run(Self.add, [.text(own), -1])
                            }
                        }
                    }
                }
                let left: Statement = "SELECT SUM(balance) FROM account WHERE name IN ($1, $2)"
                #expect(try await store.integer(left, names.map { .text($0) }) == 1)
            }
        }
    }

    @Test("closing waits for the writes that are queued", arguments: Engine.keptOnDisk)
    func closingWaits(engine: Engine) async throws {
        try await engine.withPlace { place in
            let store = try await place.open()
            try await store.execute(Self.table)
            let writes = (0..<50).map { number in
                Task.immediate { try await store.write { try $0.run(Self.insert, [.text("n\(number)"), 1]) } }
            }
            await store.close()
            for write in writes { _ = try await write.value }
            let reopened = try await place.open()
            #expect(try await reopened.integer("SELECT COUNT(*) FROM account") == 50)
            await reopened.close()
        }
    }
}
