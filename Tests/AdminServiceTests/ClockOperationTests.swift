import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension AdminServiceTests {
    @Suite("The admin API moves Cosell's clock")
    struct ClockOperationTests {
        private static let start = "2026-01-01T00:00:00.000Z"

        private static func answer(_ now: String, frozen: Bool = false) -> String {
            #"{"Frozen":\#(frozen),"Now":"\#(now)"}"#
        }

        @Test("shows, moves, stops and resumes", arguments: StoreKind.all)
        func whole(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                #expect(try await admin.send("GetClock").text == Self.answer(Self.start))
                let advanced = Self.answer("2026-01-16T00:00:00.000Z")
                #expect(try await admin.send("AdvanceClock", #"{"By":"P15D"}"#).text == advanced)
                #expect(try await admin.send("GetClock").text == advanced)
                let frozen = Self.answer("2026-01-16T00:00:00.000Z", frozen: true)
                #expect(try await admin.send("FreezeClock").text == frozen)
                let set = try await admin.send("SetClock", #"{"Now":"2026-03-31T12:00:00Z"}"#)
                #expect(set.text == Self.answer("2026-03-31T12:00:00.000Z", frozen: true))
                let month = try await admin.send("AdvanceClock", #"{"By":"P1M"}"#)
                #expect(month.text == Self.answer("2026-04-30T12:00:00.000Z", frozen: true))
                #expect(try await admin.send("ResumeClock").text == Self.answer("2026-04-30T12:00:00.000Z"))
            }
        }

        @Test("goes back only with Force", arguments: StoreKind.all)
        func backwards(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let refused = try await admin.send("SetClock", #"{"Now":"2025-12-31T23:59:59.999Z"}"#)
                #expect(refused.code == "ValidationException")
                #expect(refused.violations == ["now INVALID_VALUE"])
                #expect(refused.text.contains("Force"))
                #expect(try await admin.send("GetClock").text == Self.answer(Self.start))
                let forced = try await admin.send("SetClock", #"{"Now":"2020-01-01T00:00:00Z","Force":true}"#)
                #expect(forced.text == Self.answer("2020-01-01T00:00:00.000Z"))
            }
        }

        static let refusals = [
            ("AdvanceClock", "{}", "by REQUIRED_FIELD_MISSING"),
            ("AdvanceClock", #"{"By":""}"#, "by INVALID_VALUE"),
            ("AdvanceClock", #"{"By":"15 days"}"#, "by INVALID_VALUE"),
            ("AdvanceClock", #"{"By":"-P1D"}"#, "by INVALID_VALUE"),
            ("AdvanceClock", #"{"By":"P9000Y"}"#, "by INVALID_VALUE"),
            ("SetClock", "{}", "now REQUIRED_FIELD_MISSING"),
        ]

        @Test("refuses what is no time", arguments: refusals)
        func refusal(_ operation: String, _ body: String, _ violation: String) async throws {
            try await StoreKind.memory.withAdmin { admin in
                let reply = try await admin.send(operation, body)
                #expect(reply.code == "ValidationException")
                #expect(
                    reply.violations.map { $0.split(separator: " ").first } == [violation.split(separator: " ").first]
                )
                #expect(try await admin.send("GetClock").text == Self.answer(Self.start))
            }
        }

        @Test("resources are dated by it", arguments: StoreKind.all)
        func dates(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                _ = try await admin.send("SetClock", #"{"Now":"2030-05-05T05:05:05.555Z"}"#)
                let created = try await admin.get(try await admin.create())
                #expect(created.createdDate.iso8601 == "2030-05-05T05:05:05.555Z")
            }
        }

        static let moves = [("AdvanceClock", #"{"By":"P15D"}"#), ("SetClock", #"{"Now":"2026-01-16T00:00:00Z"}"#)]

        @Test("what is due has happened before the answer", arguments: StoreKind.all, moves)
        func dueWork(kind: StoreKind, move: (operation: String, body: String)) async throws {
            try await kind.withStore { store in
                let admin = try await AdminUnderTest(
                    on: store,
                    reviews: ReviewPolicy(rules: [], approvedAfter: CalendarDuration(days: 15))
                )
                let identifier = try await admin.submit()
                _ = try await admin.send("FreezeClock")
                _ = try await admin.send("AdvanceClock", #"{"By":"P14D"}"#)
                #expect(try await admin.get(identifier).lifeCycle?.reviewStatus == .submitted)
                _ = try await admin.send(move.operation, move.body)
                #expect(try await admin.get(identifier).lifeCycle?.reviewStatus == .approved)
            }
        }
    }
}
