import Testing

@testable import Client

@Suite("Reading server-sent events")
struct ServerSentEventTests {
    private static let text = "id: 7\nevent: Thing Made\ndata: {\"a\":\"b: c\"}\n\n:\n\nid: 8\ndata: {}\n\n"
    private static let expected = [
        ServerSentEvent(identifier: "7", name: "Thing Made", data: Array(#"{"a":"b: c"}"#.utf8)),
        ServerSentEvent(identifier: "8", name: "", data: Array("{}".utf8)),
    ]

    @Test("gives the same events however the stream is cut into pieces", arguments: 1...text.utf8.count)
    func pieces(_ length: Int) {
        var events = ServerSentEvents()
        var found: [ServerSentEvent] = []
        var rest = Array(Self.text.utf8)[...]
        while !rest.isEmpty {
            found += events.take(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        #expect(found == Self.expected)
    }

    static let rows: [(String, [String])] = [
        (": only a comment\n\n", []),
        ("id: 1\n\n", []),
        ("data: cut off", []),
        ("data: cut off\n", []),
        ("data:tight\n\n", ["tight"]),
        ("data:  two\n\n", [" two"]),
        ("data: a\ndata: b\n\n", ["a\nb"]),
        ("data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]),
        ("unknown: x\ndata: a\n\n", ["a"]),
        ("retry\ndata: a\n\n", ["a"]),
    ]

    @Test("takes the fields it knows, and passes over the rest", arguments: rows)
    func fields(_ text: String, _ data: [String]) {
        var events = ServerSentEvents()
        #expect(events.take(text.utf8).map { String(decoding: $0.data, as: UTF8.self) } == data)
    }
}
