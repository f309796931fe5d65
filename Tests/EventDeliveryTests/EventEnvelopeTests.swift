import AWSJSON
import SmithyTypes
import Store
import Testing

@testable import EventDelivery

@Suite("The envelope of an event")
struct EventEnvelopeTests {
    private static let event = OutboxEvent(
        account: "123456789012",
        catalog: "Sandbox",
        resource: "eng-1",
        detailType: "Thing Made",
        occurredAtMilliseconds: 1_739_938_825_999,
        detail: Array(#"{"catalog":"Sandbox","price":1.0}"#.utf8),
        resources: ["arn:aws:house:us-east-1::thing/1"]
    )

    @Test("has the members, the order and the form of recorded events")
    func form() {
        let envelope = EventEnvelope.bytes(
            Self.event,
            identifier: "01234567-0123-4123-8123-0123456789ab",
            from: EventOrigin(source: "house.test", region: "us-east-1")
        )
        #expect(
            String(decoding: envelope, as: UTF8.self)
                == #"{"version":"0","id":"01234567-0123-4123-8123-0123456789ab","detail-type":"Thing Made","#
                + #""source":"house.test","account":"123456789012","time":"2025-02-19T04:20:25Z","region":"us-east-1","#
                + #""resources":["arn:aws:house:us-east-1::thing/1"],"#
                + #""detail":{"catalog":"Sandbox","price":1.0}}"#
        )
    }

    @Test("an identifier is a UUID of version 4, and no two are the same")
    func identifiers() {
        let identifiers = (0..<500).map { _ in EventIdentifier.random() }
        #expect(Set(identifiers).count == 500)
        for identifier in identifiers {
            let pattern = #/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#
            #expect(identifier.wholeMatch(of: pattern) != nil, "\(identifier)")
        }
    }

    @Test("each event has its own, which it keeps", arguments: StoreKind.all)
    func kept(_ kind: StoreKind) async throws {
        try await kind.withEvents { test in
            for _ in 0..<5 { try await test.change("R", resources: ["arn:one", "arn:two"]) }
            let first = try await test.logged()
            let identifiers = try first.map { try $0.document["id"]?.text }
            #expect(Set(identifiers).count == 5)
            #expect(try await test.logged() == first)
            #expect(try first[0].document["resources"] == .list([.string("arn:one"), .string("arn:two")]))
            #expect(try first[0].document["time"]?.text == "2026-01-01T00:00:00Z")
        }
    }
}
