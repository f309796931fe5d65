import Store
import Synchronization
import Testing

/// A machine's clock that a test sets.
private final class Machine: Sendable {
    private let milliseconds = Mutex<Int64>(1_000_000)

    func set(_ value: Int64) { milliseconds.withLock { $0 = value } }

    @Sendable func now() -> Int64 { milliseconds.withLock { $0 } }
}

@Suite("Cosell's clock")
struct ClockTests {
    /// Gives a test a clock on a store of its own, with the machine's clock under it.
    private static func withClock(
        on engine: Engine,
        _ test: (CosellClock, Machine, any Store) async throws -> Void
    ) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            let machine = Machine()
            try await test(try await CosellClock.open(store, machine: machine.now), machine, store)
        }
    }

    @Test("shows the machine's time until somebody moves it", arguments: Engine.available)
    func untouched(engine: Engine) async throws {
        try await Self.withClock(on: engine) { clock, machine, _ in
            #expect(clock.reading == ClockReading(1_000_000))
            machine.set(1_234_567)
            #expect(clock.reading == ClockReading(1_234_567))
        }
    }

    @Test("goes on from where it was moved to", arguments: Engine.available)
    func moved(engine: Engine) async throws {
        try await Self.withClock(on: engine) { clock, machine, _ in
            let moved = try await clock.set(to: 5_000_000)
            #expect(moved == ClockReading(5_000_000))
            machine.set(1_000_500)
            #expect(clock.reading == ClockReading(5_000_500))
            #expect(try await clock.advance { $0 + 1_000 } == ClockReading(5_001_500))
            #expect(clock.reading == ClockReading(5_001_500))
        }
    }

    @Test("stands while it is frozen, and can be moved there", arguments: Engine.available)
    func frozen(engine: Engine) async throws {
        try await Self.withClock(on: engine) { clock, machine, _ in
            let frozen = try await clock.freeze()
            #expect(frozen == ClockReading(1_000_000, isFrozen: true))
            machine.set(2_000_000)
            #expect(clock.reading == ClockReading(1_000_000, isFrozen: true))
            #expect(try await clock.freeze() == ClockReading(1_000_000, isFrozen: true))
            #expect(try await clock.advance { $0 + 7 } == ClockReading(1_000_007, isFrozen: true))
            #expect(try await clock.resume() == ClockReading(1_000_007))
            machine.set(2_000_100)
            #expect(clock.reading == ClockReading(1_000_107))
            #expect(try await clock.resume() == ClockReading(1_000_107))
        }
    }

    @Test("goes back only by force, and then goes on from there", arguments: Engine.available)
    func backwards(engine: Engine) async throws {
        try await Self.withClock(on: engine) { clock, machine, store in
            try await clock.set(to: 5_000_000)
            await #expect(throws: ClockRefusal.backwards(now: 5_000_000)) { try await clock.set(to: 4_999_999) }
            await #expect(throws: ClockRefusal.backwards(now: 5_000_000)) { try await clock.advance { $0 - 1 } }
            #expect(clock.reading == ClockReading(5_000_000))
            #expect(try await clock.set(to: 3_000_000, force: true) == ClockReading(3_000_000))
            machine.set(1_000_001)
            #expect(clock.reading == ClockReading(3_000_001))
            let again = try await CosellClock.open(store, machine: machine.now)
            #expect(again.reading == ClockReading(3_000_001))
        }
    }

    @Test("does not fall below what a change has shown, though the machine's clock does", arguments: Engine.available)
    func machineSetBack(engine: Engine) async throws {
        try await Self.withClock(on: engine) { clock, machine, store in
            try await clock.set(to: 5_000_000)
            machine.set(0)
            #expect(clock.reading == ClockReading(5_000_000))
            let again = try await CosellClock.open(store, machine: machine.now)
            #expect(again.reading == ClockReading(5_000_000))
            #expect(try await again.freeze() == ClockReading(5_000_000, isFrozen: true))
        }
    }

    @Test("a step that throws moves nothing", arguments: Engine.available)
    func refusedStep(engine: Engine) async throws {
        struct No: Error {}
        try await Self.withClock(on: engine) { clock, _, _ in
            await #expect(throws: No.self) { try await clock.advance { _ in throw No() } }
            #expect(clock.reading == ClockReading(1_000_000))
        }
    }

    @Test("is the same after a restart, frozen or not", arguments: Engine.keptOnDisk)
    func restart(engine: Engine) async throws {
        try await engine.withPlace { place in
            let machine = Machine()
            var store = try await place.open()
            try await migrate(store, [.house])
            try await CosellClock.open(store, machine: machine.now).advance { $0 + 500 }
            await store.close()
            machine.set(1_000_100)
            store = try await place.open()
            let clock = try await CosellClock.open(store, machine: machine.now)
            #expect(clock.reading == ClockReading(1_000_600))
            try await clock.freeze()
            await store.close()
            machine.set(9_000_000)
            store = try await place.open()
            let frozen = try await CosellClock.open(store, machine: machine.now)
            #expect(frozen.reading == ClockReading(1_000_600, isFrozen: true))
            await store.close()
        }
    }

    @Test("another node shows a change once it has read the row again, by force too", arguments: Engine.available)
    func nodes(engine: Engine) async throws {
        try await Self.withClock(on: engine) { clock, machine, store in
            let other = try await CosellClock.open(store, machine: machine.now)
            try await clock.set(to: 5_000_000)
            #expect(other.reading == ClockReading(1_000_000))
            try await other.refresh()
            #expect(other.reading == ClockReading(5_000_000))
            try await other.set(to: 2_000_000, force: true)
            try await clock.refresh()
            #expect(clock.reading == ClockReading(2_000_000))
        }
    }

    @Test("a node that knows less moves on from what the row says", arguments: Engine.available)
    func nodesMoving(engine: Engine) async throws {
        try await Self.withClock(on: engine) { clock, machine, store in
            let other = try await CosellClock.open(store, machine: machine.now)
            try await clock.set(to: 5_000_000)
            await #expect(throws: ClockRefusal.backwards(now: 5_000_000)) { try await other.set(to: 4_000_000) }
            #expect(try await other.advance { $0 + 1 } == ClockReading(5_000_001))
        }
    }

    @Test("of many steps at once, none is lost", arguments: Engine.available)
    func concurrentSteps(engine: Engine) async throws {
        try await Self.withClock(on: engine) { clock, machine, store in
            let other = try await CosellClock.open(store, machine: machine.now)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    group.addTask { _ = try await (number.isMultiple(of: 2) ? clock : other).advance { $0 + 10 } }
                }
                try await group.waitForAll()
            }
            try await clock.refresh()
            #expect(clock.reading == ClockReading(1_000_200))
        }
    }
}

extension ClockReading {
    fileprivate init(_ milliseconds: Int64, isFrozen: Bool = false) {
        self.init(milliseconds: milliseconds, isFrozen: isFrozen)
    }
}
