import Foundation
import Store
import Testing

@testable import EventDelivery

@Suite("Events in a file")
struct FileTargetTests {
    private static func target(_ path: String) -> EventTarget {
        var target = EventTarget(name: "file", kind: .file)
        target.path = path
        return target
    }

    private static func lines(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    @Test("are appended, one envelope to a line, in the order of their numbers", arguments: StoreKind.all)
    func appended(_ kind: StoreKind) async throws {
        try await kind.withPlace { place in
            let path = place.folder.appending(path: "events.jsonl").path
            try Data("what was here\n".utf8).write(to: URL(filePath: path))
            try await place.withStore { store in
                let test = EventsUnderTest(on: store)
                try await test.events.targets.put(Self.target(path))
                for number in 0..<450 { try await test.change("R\(number % 3)") }
                try await test.running {
                    try await eventually("all are written") { try await test.statuses("file") == [.delivered: 450] }
                }
                let expected = try await test.logged().map { String(decoding: $0.envelope, as: UTF8.self) }
                #expect(try Self.lines(path) == ["what was here"] + expected + [""])
            }
        }
    }

    @Test("begin a line of their own, whatever a broken-off write left behind")
    func torn() async throws {
        try await StoreKind.memory.withPlace { place in
            let path = place.folder.appending(path: "events.jsonl").path
            try Data(#"{"version":"0","#.utf8).write(to: URL(filePath: path))
            try await place.withStore { store in
                let test = EventsUnderTest(on: store)
                try await test.events.targets.put(Self.target(path))
                try await test.change("R")
                try await test.running {
                    try await eventually("it is written") { try await test.statuses("file") == [.delivered: 1] }
                }
                let envelope = String(decoding: try await test.logged()[0].envelope, as: UTF8.self)
                #expect(try Self.lines(path) == [#"{"version":"0","#, envelope, ""])
            }
        }
    }

    @Test("wait where the file cannot be written, and say why")
    func unwritable() async throws {
        try await StoreKind.memory.withEvents { test in
            try await test.events.targets.put(Self.target("/proc/no/such/folder"))
            try await test.running {
                for _ in 0..<2 { try await test.change("R") }
                try await eventually("they are given up") { try await test.statuses("file") == [.undelivered: 2] }
            }
            #expect(try await test.delivery(1)?.lastError == "/proc/no/such/folder: No such file or directory")
        }
    }
}
