import Identity
import Store
import Testing

@testable import EventDelivery

@Suite("Order and loss of deliveries")
struct DeliveryOrderTests {
    /// Never gives up.
    private static let patient = RetrySchedule(firstMilliseconds: 1, longestMilliseconds: 10, attempts: 100_000)

    private static func target(_ url: String) -> EventTarget {
        var target = EventTarget(name: "hook", kind: .webhook)
        target.endpoint = url
        return target
    }

    @Test(
        "each resource's events arrive in the order of its changes, though some are refused",
        arguments: StoreKind.all
    )
    func perResource(_ kind: StoreKind) async throws {
        // Every third request fails, whichever it is.
        let answer: @Sendable (Hook.Received, [Hook.Received]) async -> Hook.Answer = { _, earlier in
            Hook.Answer(status: earlier.count.isMultiple(of: 3) ? 503 : 200)
        }
        try await kind.withEvents(schedule: Self.patient) { test in
            try await Hook.serving(answer) { hook, url in
                try await test.events.targets.put(Self.target(url))
                try await test.running {
                    for number in 0..<60 { try await test.change("R\(number % 5)") }
                    try await eventually("all are delivered") { try await test.statuses("hook") == [.delivered: 60] }
                }
                let order = hook.received.compactMap(\.sequence)
                for resource in 0..<5 {
                    let own = order.filter { ($0 - 1) % 5 == Int64(resource) }
                    // Repetitions aside, never a later one before an earlier one.
                    #expect(own == own.sorted())
                    #expect(Set(own).count == 12)
                }
            }
        }
    }

    @Test("a resource whose event is refused holds back its own later ones and nobody else's", arguments: StoreKind.all)
    func heldBack(_ kind: StoreKind) async throws {
        let blocked = Monitor(true)
        let answer: @Sendable (Hook.Received, [Hook.Received]) async -> Hook.Answer = { request, _ in
            Hook.Answer(status: request.text.contains(#"{"stuck":1}"#) && blocked.withLock { $0 } ? 500 : 200)
        }
        try await kind.withEvents(schedule: Self.patient) { test in
            try await Hook.serving(answer) { hook, url in
                try await test.events.targets.put(Self.target(url))
                try await test.running {
                    try await test.change("A", #"{"stuck":1}"#)
                    try await test.change("A", #"{"stuck":2}"#)
                    // The same name elsewhere is another resource.
                    try await test.change("A", catalog: "Sandbox")
                    try await test.change("A", account: EventsUnderTest.otherAccount)
                    try await test.change("B")
                    try await eventually("the others are delivered") {
                        try await test.statuses("hook") == [.delivered: 3, .pending: 2]
                    }
                    #expect(!hook.received.contains { $0.sequence == 2 })
                    #expect(try await test.delivery(2)?.attempts == 0)
                    blocked.withLock { $0 = false }
                    try await eventually("all are delivered") { try await test.statuses("hook") == [.delivered: 5] }
                }
            }
        }
    }

    @Test("an end at any moment loses nothing: the next start sends what is left", arguments: StoreKind.lasting)
    func restart(_ kind: StoreKind) async throws {
        let secrets = SecretsKey.random()
        try await kind.withPlace { place in
            try await Hook.serving({ _, _ in
                try? await Task.sleep(for: .milliseconds(3))
                return Hook.Answer()
            }) { hook, url in
                for round in 0..<5 {
                    try await place.withStore { store in
                        let test = EventsUnderTest(on: store, secrets: secrets)
                        if round == 0 { try await test.events.targets.put(Self.target(url)) }
                        try await test.running {
                            for number in 0..<20 { try await test.change("R\(number % 3)") }
                            try await Task.sleep(for: .milliseconds(10 * round))
                        }
                    }
                }
                try await place.withStore { store in
                    let test = EventsUnderTest(on: store, secrets: secrets)
                    try await test.running {
                        try await eventually("all are delivered") {
                            try await test.statuses("hook") == [.delivered: 100]
                        }
                    }
                }
                #expect(Set(hook.received.compactMap(\.sequence)) == Set(1...100))
            }
        }
    }

    @Test("of two nodes on one database one sends, and the other takes over", arguments: StoreKind.shared)
    func nodes(_ kind: StoreKind) async throws {
        let secrets = SecretsKey.random()
        try await kind.withPlace { place in
            try await place.withStore { first in
                try await place.withStore { second in
                    let nodes = [first, second].map { EventsUnderTest(on: $0, secrets: secrets) }
                    try await Hook.serving { hook, url in
                        try await nodes[0].events.targets.put(Self.target(url))
                        try await nodes[0].running {
                            try await nodes[1].running {
                                for number in 0..<40 { try await nodes[number % 2].change("R\(number % 4)") }
                                try await eventually("all are delivered") {
                                    try await nodes[0].statuses("hook") == [.delivered: 40]
                                }
                            }
                        }
                        // Neither runs now: what is told meanwhile is sent by whoever starts, at once.
                        #expect(hook.received.compactMap(\.sequence).sorted() == Array(1...40))
                        try await nodes[0].change("R")
                        try await nodes[1].running {
                            try await eventually("the other sends") {
                                try await nodes[1].statuses("hook") == [.delivered: 41]
                            }
                        }
                    }
                }
            }
        }
    }

    @Test("a lease is one node's until it ends or is given up", arguments: StoreKind.all)
    func lease(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            let (one, two) = (DeliveryLease(target: "t", owner: "one"), DeliveryLease(target: "t", owner: "two"))
            let store = test.store
            #expect(try await one.hold(store, at: 0))
            #expect(try await one.hold(store, at: 5_000))
            #expect(try await !two.hold(store, at: 5_000 + DeliveryLease.lastsMilliseconds - 1))
            #expect(try await two.hold(store, at: 5_000 + DeliveryLease.lastsMilliseconds))
            #expect(try await !one.hold(store, at: 5_000 + DeliveryLease.lastsMilliseconds))
            try await one.giveUp(store)
            #expect(try await !one.hold(store, at: 5_000 + DeliveryLease.lastsMilliseconds))
            try await two.giveUp(store)
            #expect(try await one.hold(store, at: 5_000 + DeliveryLease.lastsMilliseconds))
        }
    }

    @Test("a target that is changed while it is served gets its next events in the new way")
    func changed() async throws {
        try await StoreKind.memory.withEvents { test in
            try await Hook.serving { hook, url in
                try await test.events.targets.put(Self.target("http://127.0.0.1:1/"))
                try await test.running {
                    try await test.change("R1")
                    try await eventually("it was tried") { try await (test.delivery(1)?.attempts ?? 0) > 0 }
                    try await test.events.targets.put(Self.target(url))
                    try await test.change("R2")
                    try await eventually("it is delivered") { try await test.delivery(2)?.status == .delivered }
                    try await test.events.targets.delete("hook")
                    try await test.change("R3")
                    try await eventually("it is numbered") { try await test.events.log.lastSequence() == 3 }
                }
                #expect(hook.received.contains { $0.sequence == 2 })
                #expect(!hook.received.contains { $0.sequence == 3 })
            }
        }
    }
}
