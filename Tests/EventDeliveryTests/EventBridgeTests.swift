import AWSJSON
import SigV4
import SmithyTypes
import Store
import Testing

@testable import EventDelivery

@Suite("Events on an event bus")
struct EventBridgeTests {
    private static let taken = #"{"FailedEntryCount":0,"Entries":[{"EventId":"1"}]}"#

    private static func target(_ url: String, _ change: (inout EventTarget) -> Void = { _ in }) -> EventTarget {
        var target = EventTarget(name: "bus", kind: .eventbridge)
        target.endpoint = url
        target.region = "eu-west-1"
        (target.accessKeyIdentifier, target.secretAccessKey) = ("AKIAEXAMPLE", "wJalrXUtnFEMI")
        change(&target)
        return target
    }

    /// The entry of one event, put onto a bus that takes it.
    private static func put(
        _ change: (inout EventTarget) -> Void = { _ in }
    ) async throws -> (request: Hook.Received, entry: Document) {
        var found: (Hook.Received, Document)?
        try await StoreKind.memory.withEvents { test in
            try await Hook.serving({ _, _ in Hook.Answer(body: taken) }) { hook, url in
                try await test.events.targets.put(target(url, change))
                try await test.running {
                    try await test.change(
                        "R",
                        #"{"price":1.0,"text":"\"q\""}"#,
                        detailType: "Made",
                        resources: ["arn:x"]
                    )
                    try await eventually("it is delivered") { try await test.statuses("bus") == [.delivered: 1] }
                }
                let request = try #require(hook.received.first)
                var reader = try JSONReader(request.body)
                let document = try reader.document(Document.self)
                guard case .list(let entries) = document["Entries"] else { return }
                #expect(entries.count == 1)
                found = (request, entries[0])
            }
        }
        return try #require(found)
    }

    @Test("are put by a request that the verifier of signatures takes")
    func signature() async throws {
        let (request, _) = try await Self.put()
        #expect(request.header("x-amz-target") == "AWSEvents.PutEvents")
        #expect(request.header("content-type") == "application/x-amz-json-1.1")
        let signable = SignableRequest(
            method: "POST",
            target: request.target,
            headers: request.headers,
            body: request.body
        )
        let claims = try SignatureClaims(of: signable)
        #expect(claims.credential.accessKeyID == "AKIAEXAMPLE")
        let verifier = Verifier(region: "eu-west-1", service: "events")
        let now = SigningTime(secondsSinceEpoch: Int(RealTime.milliseconds / 1_000))
        try verifier.verify(claims, of: signable, secretAccessKey: "wJalrXUtnFEMI", at: now)
        #expect(throws: SignatureRefusal.self) {
            try verifier.verify(claims, of: signable, secretAccessKey: "another", at: now)
        }
    }

    @Test("have the members of PutEvents, the detail as text")
    func entry() async throws {
        let (_, entry) = try await Self.put()
        #expect(entry["Source"] == .string("house.test"))
        #expect(entry["DetailType"] == .string("Made"))
        #expect(entry["Detail"] == .string(#"{"price":1.0,"text":"\"q\""}"#))
        #expect(entry["Resources"] == .list([.string("arn:x")]))
        #expect(entry["Time"] == .number("1767225600"))
        #expect(entry["EventBusName"] == nil)
    }

    @Test("go onto another bus and under another source where the target says so")
    func replaced() async throws {
        let (_, entry) = try await Self.put {
            $0.eventBusName = "crm"
            $0.source = "my.copy"
        }
        #expect(entry["EventBusName"] == .string("crm"))
        #expect(entry["Source"] == .string("my.copy"))
    }

    static let refusals: [(status: Int, body: String, error: String)] = [
        (
            200, #"{"FailedEntryCount":1,"Entries":[{"ErrorCode":"NotAuthorizedForSource","ErrorMessage":"No."}]}"#,
            "The event bus did not take the event: NotAuthorizedForSource: No."
        ),
        (200, "{}", "The event bus answered without saying that it took the event."),
        (200, "<html>", "The event bus answered without saying that it took the event."),
        (
            400, #"{"__type":"ResourceNotFoundException","message":"No such bus."}"#,
            "The event bus answered 400 ResourceNotFoundException: No such bus."
        ),
        (503, "", "The event bus answered 503 : "),
    ]

    @Test("that a bus does not take are tried again, and say why", arguments: refusals)
    func refused(_ status: Int, _ body: String, _ error: String) async throws {
        try await StoreKind.memory.withEvents { test in
            try await Hook.serving({ _, earlier in
                earlier.count < 4 ? Hook.Answer(status: status, body: body) : Hook.Answer(body: Self.taken)
            }) { hook, url in
                try await test.events.targets.put(Self.target(url))
                var errors: Set<String> = []
                try await test.running {
                    try await test.change("R")
                    try await eventually("it is delivered") {
                        if let error = try await test.delivery(1)?.lastError { errors.insert(error) }
                        return try await test.statuses("bus") == [.delivered: 1]
                    }
                }
                #expect(hook.received.count == 5)
                #expect(errors.isSubset(of: [error]))
            }
        }
    }

    @Test("that a bus never takes are kept with the bus's reason")
    func undelivered() async throws {
        let (status, body, error) = Self.refusals[0]
        try await StoreKind.memory.withEvents { test in
            try await Hook.serving({ _, _ in Hook.Answer(status: status, body: body) }) { _, url in
                try await test.events.targets.put(Self.target(url))
                try await test.running {
                    try await test.change("R")
                    try await eventually("it is given up") { try await test.statuses("bus") == [.undelivered: 1] }
                }
                #expect(try await test.delivery(1)?.lastError == error)
            }
        }
    }

    @Test("go to AWS itself where no endpoint is said")
    func aws() {
        let endpoint = HTTPEndpoint.awsEventBridge(region: "us-east-1")
        #expect(endpoint.url == "https://events.us-east-1.amazonaws.com/")
        #expect(endpoint.authority == "events.us-east-1.amazonaws.com")
    }
}
