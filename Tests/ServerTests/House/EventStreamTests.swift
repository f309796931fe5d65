import EventDelivery
import Foundation
import Logging
import Synchronization
import Testing

@testable import Server

@Suite("The stream of events")
struct EventStreamTests {
    /// What a client has been sent so far.
    private final class Client: Sendable {
        private let bytes = Mutex<[UInt8]>([])

        func receive(_ piece: [UInt8]) { bytes.withLock { $0 += piece } }
        var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }

        /// The resources of the events that came, in their order.
        var resources: [String] {
            text.split(separator: "\n").filter { $0.hasPrefix("data: ") }.compactMap { line in
                let data = try? JSONSerialization.jsonObject(with: Data(line.dropFirst(6).utf8)) as? [String: Any]
                return (data?["detail"] as? [String: String])?["of"]
            }
        }

        var numbers: [String] {
            text.split(separator: "\n").filter { $0.hasPrefix("id: ") }.map { String($0.dropFirst(4)) }
        }
    }

    private static func request(_ query: String = "", lastEvent: String? = nil) -> IncomingRequest {
        IncomingRequest(
            method: "GET",
            target: "/_cosell/events/stream\(query)",
            headers: lastEvent.map { [("Last-Event-ID", $0)] } ?? [],
            body: []
        )
    }

    private static func stream(_ test: MemoryEvents, heartbeat: Duration = .seconds(15)) -> EventStream {
        EventStream(events: test.events, heartbeat: heartbeat, logger: Logger(label: "test"))
    }

    /// Follows a stream until `isEnough`, with the relay running.
    private static func follow(
        _ test: MemoryEvents,
        _ request: IncomingRequest,
        heartbeat: Duration = .seconds(15),
        meanwhile: () async throws -> Void = {},
        until isEnough: (Client) -> Bool
    ) async throws -> Client {
        let client = Client()
        let answer = await stream(test, heartbeat: heartbeat).answer(request)
        let send = try #require(answer.stream)
        client.receive(answer.body)
        let relay = Task { await test.events.run() }
        let sending = Task { try await send { client.receive($0) } }
        try await meanwhile()
        // Turns and not seconds: where the machine is busy with other tests, both come later.
        for _ in 0..<4_000 where !isEnough(client) { try await Task.sleep(for: .milliseconds(5)) }
        #expect(isEnough(client), "\(client.text)")
        sending.cancel()
        relay.cancel()
        _ = await (sending.result, relay.value)
        return client
    }

    @Test("has what happens from now on, as EventSource reads it")
    func live() async throws {
        let test = try await MemoryEvents.migrated()
        try await test.change("before")
        let client = try await Self.follow(test, Self.request()) {
            try await test.change("R1", detailType: "Thing Made")
            try await test.change("R2")
        } until: {
            $0.resources.count == 2
        }
        #expect(client.resources == ["R1", "R2"])
        #expect(client.text.hasPrefix(": events after 1\n\nid: 2\nevent: Thing Made\ndata: {\"version\":\"0\","))
        #expect(client.text.hasSuffix("}\n\n"))
        let answer = await Self.stream(test).answer(Self.request())
        #expect(answer.header("content-type") == "text/event-stream")
        #expect(answer.header("cache-control") == "no-cache")
    }

    @Test("goes on after the event that a client has seen last", arguments: [true, false])
    func resumes(_ byHeader: Bool) async throws {
        let test = try await MemoryEvents.migrated()
        for number in 1...250 { try await test.change("R\(number)") }
        let request = byHeader ? Self.request("?after=240", lastEvent: "3") : Self.request("?after=3")
        let client = try await Self.follow(test, request) { $0.resources.count == 247 }
        #expect(client.numbers == (4...250).map(String.init))
        let again = try await Self.follow(test, Self.request(lastEvent: "250")) {
            try await test.change("R251")
        } until: {
            !$0.resources.isEmpty
        }
        #expect(again.numbers == ["251"])
    }

    @Test("has the events that are asked for, by account and kind")
    func filters() async throws {
        let test = try await MemoryEvents.migrated()
        try await test.change("R1", detailType: "Thing Made")
        try await test.change("R2", detailType: "Thing Made", account: "444455556666")
        try await test.change("R3")
        try await test.change("R4", detailType: "Thing Made")
        for query in ["DetailType=Thing%20Made", "DetailType=Thing+Made"] {
            let request = Self.request("?after=0&AccountId=111122223333&\(query)")
            let client = try await Self.follow(test, request) { $0.resources.count == 2 }
            #expect(client.resources == ["R1", "R4"])
        }
    }

    @Test("says that it is still there")
    func heartbeat() async throws {
        let test = try await MemoryEvents.migrated()
        let client = try await Self.follow(test, Self.request(), heartbeat: .milliseconds(10)) {
            $0.text.hasSuffix("\n\n:\n\n:\n\n")
        }
        #expect(client.resources.isEmpty)
    }

    @Test("ends when the server does, though nothing happens")
    func ends() async throws {
        let test = try await MemoryEvents.migrated()
        let send = try #require(await Self.stream(test).answer(Self.request()).stream)
        let sending = Task { try await send { _ in } }
        test.events.endListening()
        try await sending.value
    }

    @Test("ends when the client is gone")
    func gone() async throws {
        struct Gone: Error {}
        let test = try await MemoryEvents.migrated()
        try await test.change("R")
        try await test.events.drain()
        let send = try #require(await Self.stream(test).answer(Self.request(lastEvent: "0")).stream)
        await #expect(throws: Gone.self) { try await send { _ in throw Gone() } }
    }

    @Test("refuses a place that is no number", arguments: ["", "-1", "x", "1.5", "99999999999999999999"])
    func noNumber(_ text: String) async throws {
        let test = try await MemoryEvents.migrated()
        let answer = await Self.stream(test).answer(Self.request(lastEvent: text))
        #expect(answer.status == 400)
        #expect(answer.stream == nil)
    }
}
