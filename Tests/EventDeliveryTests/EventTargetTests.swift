import Identity
import Store
import Testing

@testable import EventDelivery

@Suite("Targets of events")
struct EventTargetTests {
    private static func full(_ name: String = "bus") -> EventTarget {
        var target = EventTarget(name: name, kind: .eventbridge)
        target.account = EventsUnderTest.account
        target.detailTypes = ["Made", "It's \"so\""]
        target.endpoint = "http://127.0.0.1:1/"
        target.path = "/tmp/x"
        target.secret = "the webhook's secret"
        target.region = "eu-west-1"
        target.accessKeyIdentifier = "AKIA"
        target.secretAccessKey = "the bus's secret"
        target.eventBusName = "default"
        target.source = "mine"
        target.isDuplicating = true
        target.delayMilliseconds = 7
        target.isShuffling = true
        return target
    }

    @Test("are given back as they were put, their secrets to nobody but who sends", arguments: StoreKind.all)
    func roundTrip(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            let plain = EventTarget(name: "a file", kind: .file)
            try await test.events.targets.put(Self.full())
            try await test.events.targets.put(plain)
            var shown = Self.full()
            (shown.secret, shown.secretAccessKey) = (nil, nil)
            #expect(try await test.events.targets.all() == [plain, shown])
            let stored = try #require(try await test.events.targets.find("bus"))
            #expect(try test.events.targets.opened(stored) == Self.full())
        }
    }

    @Test("their secrets do not lie open, and open only with their key and for their own target")
    func sealed() async throws {
        try await StoreKind.memory.withEvents { test in
            try await test.events.targets.put(Self.full())
            let stored = try #require(try await test.events.targets.find("bus"))
            let bytes = (stored.sealedSecret ?? []) + (stored.sealedSecretAccessKey ?? [])
            #expect(!String(decoding: bytes, as: UTF8.self).contains("secret"))
            let moved = StoredTarget(
                target: stored.target,
                revision: 1,
                sealedSecret: stored.sealedSecretAccessKey,
                sealedSecretAccessKey: nil
            )
            #expect(throws: SecretsError.wrongKey) { try test.events.targets.opened(moved) }
            let stranger = EventsUnderTest(on: test.store.inner)
            #expect(throws: SecretsError.wrongKey) { try stranger.events.targets.opened(stored) }
        }
    }

    @Test("one of the same name takes the place of the first, whole", arguments: StoreKind.all)
    func replaced(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await test.events.targets.put(Self.full())
            let first = try #require(try await test.events.targets.find("bus"))
            try await test.events.targets.put(EventTarget(name: "bus", kind: .file))
            let second = try #require(try await test.events.targets.find("bus"))
            #expect(try test.events.targets.opened(second) == EventTarget(name: "bus", kind: .file))
            #expect(second.revision > first.revision)
        }
    }

    @Test("what is deleted gets nothing more, and deleting it again is fine", arguments: StoreKind.all)
    func deleted(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await test.events.targets.put(EventTarget(name: "t", kind: .file))
            try await test.change("R")
            try await test.events.drain()
            #expect(try await test.statuses("t") == [.pending: 1])
            for _ in 0..<2 { try await test.events.targets.delete("t") }
            try await test.change("R")
            try await test.events.drain()
            #expect(try await test.events.targets.all() == [])
            #expect(try await test.statuses("t") == [:])
            // One that is made anew begins anew.
            try await test.events.targets.put(EventTarget(name: "t", kind: .file))
            try await test.events.drain()
            #expect(try await test.statuses("t") == [:])
        }
    }

    @Test("a new one begins with what is committed after it", arguments: StoreKind.all)
    func beginning(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            // Committed and not yet numbered.
            try await test.change("before")
            try await test.events.targets.put(EventTarget(name: "t", kind: .file))
            try await test.change("after")
            try await test.events.drain()
            #expect(try await test.delivery(1) == nil)
            #expect(try await test.delivery(2)?.status == .pending)
        }
    }

    @Test("each gets the events it wants: of an account, of some kinds, or all", arguments: StoreKind.all)
    func subscriptions(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            var mine = EventTarget(name: "mine", kind: .file)
            mine.account = EventsUnderTest.account
            var made = EventTarget(name: "made", kind: .file)
            made.detailTypes = ["Made", "Sold"]
            for target in [mine, made, EventTarget(name: "all", kind: .file)] {
                try await test.events.targets.put(target)
            }
            try await test.change("R", detailType: "Made")
            try await test.change("R", detailType: "Changed")
            try await test.change("R", detailType: "Sold", account: EventsUnderTest.otherAccount)
            try await test.events.drain()
            let deliveries = try await test.events.targets.deliveries(of: [1, 2, 3]).mapValues { $0.map(\.target) }
            #expect(deliveries == [1: ["all", "made", "mine"], 2: ["all", "mine"], 3: ["all", "made"]])
        }
    }

    @Test("redelivery makes pending what the target wants of a range, whatever came of it", arguments: StoreKind.all)
    func redelivery(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            for detailType in ["Made", "Changed", "Made", "Sold"] { try await test.change("R", detailType: detailType) }
            try await test.change("R", detailType: "Made", account: EventsUnderTest.otherAccount)
            var target = EventTarget(name: "t", kind: .file)
            target.detailTypes = ["Made", "Sold"]
            target.account = EventsUnderTest.account
            try await test.events.targets.put(target)
            #expect(try await test.statuses("t") == [:])
            #expect(try await test.events.targets.redeliver("t", 1...3))
            #expect(try await test.statuses("t") == [.pending: 2])
            try await test.store.write { try $0.run("UPDATE event_delivery SET status = 2, attempts = 24") }
            #expect(try await test.events.targets.redeliver("t", 3...(.max)))
            #expect(try await test.delivery(1)?.status == .undelivered)
            #expect(
                try await test.delivery(3)
                    == DeliveryProgress(target: "t", status: .pending, attempts: 0, lastError: nil)
            )
            #expect(try await test.delivery(4)?.status == .pending)
            #expect(try await test.delivery(5) == nil)
            #expect(try await !test.events.targets.redeliver("nobody", 1...3))
        }
    }
}
