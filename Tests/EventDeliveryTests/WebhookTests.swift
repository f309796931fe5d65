import Crypto
import Store
import Testing

@testable import EventDelivery

@Suite("Events at a webhook")
struct WebhookTests {
    private static func target(_ url: String, _ change: (inout EventTarget) -> Void = { _ in }) -> EventTarget {
        var target = EventTarget(name: "hook", kind: .webhook)
        target.endpoint = url
        change(&target)
        return target
    }

    @Test("get there bare, one to a request, signed, with their number", arguments: StoreKind.all)
    func request(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await Hook.serving { hook, url in
                try await test.events.targets.put(Self.target(url) { $0.secret = "sesame" })
                try await test.running {
                    try await test.change("R", #"{"n":1}"#, resources: ["arn:x"])
                    try await eventually("it is delivered") { try await test.statuses("hook") == [.delivered: 1] }
                }
                let received = try #require(hook.received.first)
                #expect(hook.received.count == 1)
                #expect(received.body == (try await test.logged()[0].envelope))
                #expect(received.target == "/hook?key=a%20b")
                #expect(received.header("content-type") == "application/json")
                #expect(received.sequence == 1)
                let signature = try #require(received.header("x-cosell-signature"))
                #expect(signature.hasPrefix("sha256="))
                let code = stride(from: 7, to: 71, by: 2).compactMap { index in
                    let start = signature.index(signature.startIndex, offsetBy: index)
                    return UInt8(signature[start..<signature.index(start, offsetBy: 2)], radix: 16)
                }
                let key = SymmetricKey(data: Array("sesame".utf8))
                #expect(HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: received.body, using: key))
            }
        }
    }

    @Test(
        "have no signature where there is no secret, and are all accepted by any 2xx",
        arguments: [200, 201, 204, 299]
    )
    func accepted(_ status: Int) async throws {
        try await StoreKind.memory.withEvents { test in
            try await Hook.serving({ _, _ in Hook.Answer(status: status) }) { hook, url in
                try await test.events.targets.put(Self.target(url))
                try await test.running {
                    try await test.change("R")
                    try await eventually("it is delivered") { try await test.statuses("hook") == [.delivered: 1] }
                }
                #expect(hook.received.map { $0.header("x-cosell-signature") } == [nil])
                #expect(try await test.delivery(1)?.attempts == 1)
            }
        }
    }

    @Test("are sent again where they are refused, until they are accepted", arguments: StoreKind.all)
    func refusedThreeTimes(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await Hook.serving({ _, earlier in Hook.Answer(status: earlier.count < 3 ? 500 : 200) }) { hook, url in
                try await test.events.targets.put(Self.target(url))
                try await test.running {
                    try await test.change("R")
                    try await eventually("it is delivered") { try await test.statuses("hook") == [.delivered: 1] }
                }
                #expect(hook.received.map(\.sequence) == [1, 1, 1, 1])
                #expect(Set(hook.received.map(\.body)).count == 1)
                let expected = DeliveryProgress(target: "hook", status: .delivered, attempts: 4, lastError: nil)
                #expect(try await test.delivery(1) == expected)
            }
        }
    }

    static let refusals: [(status: Int, error: String)] = [
        (199 + 101, "The endpoint answered 300."), (302, "The endpoint answered 302."),
        (400, "The endpoint answered 400."), (410, "The endpoint answered 410."), (503, "The endpoint answered 503."),
    ]

    @Test(
        "are kept as undelivered after the last attempt, with the reason, until they are asked for again",
        arguments: refusals
    )
    func undelivered(_ status: Int, _ error: String) async throws {
        let mayPass = Monitor(false)
        let answer: @Sendable (Hook.Received, [Hook.Received]) async -> Hook.Answer = { _, _ in
            Hook.Answer(status: mayPass.withLock { $0 } ? 200 : status, headers: ["location": "http://127.0.0.1:1/"])
        }
        try await StoreKind.memory.withEvents { test in
            try await Hook.serving(answer) { hook, url in
                try await test.events.targets.put(Self.target(url))
                try await test.running {
                    try await test.change("R")
                    try await eventually("it is given up") { try await test.statuses("hook") == [.undelivered: 1] }
                    #expect(hook.received.count == 5)
                    let expected = DeliveryProgress(target: "hook", status: .undelivered, attempts: 5, lastError: error)
                    #expect(try await test.delivery(1) == expected)
                    mayPass.withLock { $0 = true }
                    #expect(try await test.events.targets.redeliver("hook", 1...1))
                    try await eventually("it is delivered") { try await test.statuses("hook") == [.delivered: 1] }
                }
            }
        }
    }

    @Test("wait where nobody listens, and say so")
    func unreachable() async throws {
        try await StoreKind.memory.withEvents { test in
            try await test.events.targets.put(Self.target("http://127.0.0.1:1/"))
            try await test.running {
                try await test.change("R")
                try await eventually("it is given up") { try await test.statuses("hook") == [.undelivered: 1] }
            }
            #expect(try await test.delivery(1)?.lastError?.isEmpty == false)
        }
    }

    @Test("are sent twice where that is asked for")
    func duplicated() async throws {
        try await StoreKind.memory.withEvents { test in
            try await Hook.serving { hook, url in
                try await test.events.targets.put(Self.target(url) { $0.isDuplicating = true })
                try await test.running {
                    for _ in 0..<3 { try await test.change("R") }
                    try await eventually("all are delivered") { try await test.statuses("hook") == [.delivered: 3] }
                }
                #expect(hook.received.map(\.sequence) == [1, 1, 2, 2, 3, 3])
            }
        }
    }

    @Test(
        "are due later where that is asked for, and shuffled ones each at a time of its own",
        arguments: StoreKind.all
    )
    func delayed(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            try await test.events.targets.put(Self.target("http://127.0.0.1:1/") { $0.delayMilliseconds = 60_000 })
            var shuffled = EventTarget(name: "shuffled", kind: .file)
            shuffled.isShuffling = true
            try await test.events.targets.put(shuffled)
            for _ in 0..<20 { try await test.change("R") }
            let before = RealTime.milliseconds
            try await test.events.drain()
            let after = RealTime.milliseconds
            let due = try await test.store.read { try DeliveryTable.pending(in: $0, "hook", after: 0, limit: 100) }
            #expect(due.count == 20)
            #expect(due.allSatisfy { (before + 60_000...after + 60_000).contains($0.dueAtMilliseconds) })
            let spread = try await test.store.read {
                try DeliveryTable.pending(in: $0, "shuffled", after: 0, limit: 100)
            }
            .map(\.dueAtMilliseconds)
            #expect(spread.allSatisfy { (before...after + 1_000).contains($0) })
            #expect(spread != spread.sorted())
        }
    }

    @Test("that are shuffled all arrive, though not in their order")
    func shuffled() async throws {
        try await StoreKind.memory.withEvents { test in
            try await Hook.serving { hook, url in
                try await test.events.targets.put(Self.target(url) { $0.isShuffling = true })
                for _ in 0..<20 { try await test.change("R") }
                try await test.running {
                    try await eventually("all are delivered") { try await test.statuses("hook") == [.delivered: 20] }
                }
                let order = hook.received.compactMap(\.sequence)
                #expect(order.sorted() == Array(1...20))
                #expect(order != order.sorted())
            }
        }
    }
}
