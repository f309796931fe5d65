import AWSJSON
import SellingService
import SmithyTypes
import Store
import StoreSQLite
import Testing

@testable import Server

@Suite("Throttling")
struct ThrottleTests {
    private static let second: Int64 = 1_000_000_000

    @Test("a bucket gives its rate at once, then as much as time gives back")
    func bucket() {
        var bucket = TokenBucket(2)
        let moments = [1, 1, 1, 1 + Self.second / 4, 1 + Self.second / 2, 1 + Self.second / 2]
        #expect(moments.map { bucket.take(at: $0) } == [true, true, false, false, true, false])
    }

    @Test("a long pause fills the bucket once, not more")
    func pause() {
        var bucket = TokenBucket(3)
        let granted = (0..<3).filter { _ in bucket.take(at: 1) }.count
        let later = (0..<10).filter { _ in bucket.take(at: 1 + 3600 * Self.second) }.count
        #expect(granted == 3)
        #expect(later == 3)
    }

    @Test("a day rolls: what was used 24 hours ago is free again, ten minutes by ten")
    func day() {
        var day = RollingDay()
        for minute in [1000, 1005, 1010, 1020] { day.add(at: Int64(minute)) }
        #expect(day.total(at: 1020) == 4)
        #expect(day.total(at: 1000 + 1439) == 4)
        #expect(day.total(at: 1000 + 1440) == 2)
        #expect(day.total(at: 1010 + 1440) == 1)
        #expect(day.total(at: 1020 + 1440) == 0)
    }

    @Test("a day survives a leap of years and a clock that is set back")
    func leaps() {
        var day = RollingDay()
        day.add(at: 5)
        #expect(day.total(at: 5 + 1440 * 3650) == 0)
        day.add(at: 7)
        #expect(day.total(at: 7) == 1)
    }

    @Test("a clock that is set back by a day or more begins a new day")
    func setBack() {
        var day = RollingDay()
        day.add(at: 100_000)
        #expect(day.total(at: 100_000 - 1430) == 1)
        #expect(day.total(at: 100_000 - 1440) == 0)
        day.add(at: 50_000)
        #expect(day.total(at: 50_000) == 1)
    }

    @Test("budgets are those of a day on Cosell's clock: the next day has its own")
    func budgets() async throws {
        let store = try MemoryStore.open()
        try await migrate(store, [.house])
        let clock = try await CosellClock.open(store)
        try await clock.freeze()
        let throttle = Throttle(mode: .aws) { Timestamp(millisecondsSinceEpoch: clock.milliseconds) }
        let service = try budgeted(perDay: 2)
        for _ in 0..<2 { try throttle.admit("111122223333", "TagResource", service) }
        #expect(throws: WireError.self) { try throttle.admit("111122223333", "TagResource", service) }
        try await clock.advance { $0 + 24 * 3_600_000 + 600_000 }
        try throttle.admit("111122223333", "TagResource", service)
    }

    private func budgeted(perDay: Int) throws -> ServiceDefinition {
        ServiceDefinition(
            targetPrefix: "Test",
            signingName: "test",
            arnService: "test",
            operationNames: ["TagResource"],
            endpoints: [],
            limits: ["TagResource": RequestLimit(perSecond: 100, perDay: perDay)],
            refusals: .selling
        )
    }

    @Test("with limits, the second write within a second is refused, for that account and operation only")
    func limits() throws {
        let service = ServiceDefinition.selling(try environment())
        let throttle = Throttle(mode: .aws) { Timestamp(millisecondsSinceEpoch: 0) }
        try throttle.admit("111122223333", "CreateOpportunity", service)
        #expect {
            try throttle.admit("111122223333", "CreateOpportunity", service)
        } throws: { error in
            (error as? WireError)?.code == "ThrottlingException" && (error as? WireError)?.retryAfterSeconds == 1
        }
        try throttle.admit("111122223333", "UpdateOpportunity", service)
        try throttle.admit("444455556666", "CreateOpportunity", service)
    }

    @Test("without limits, and for operations that have none, nobody is refused")
    func noLimits() throws {
        let service = ServiceDefinition.selling(try environment())
        let off = Throttle(mode: .off) { Timestamp(millisecondsSinceEpoch: 0) }
        let on = Throttle(mode: .aws) { Timestamp(millisecondsSinceEpoch: 0) }
        for _ in 0..<100 {
            try off.admit("111122223333", "CreateOpportunity", service)
            try on.admit("111122223333", "TagResource", service)
        }
    }

    private func environment() throws -> SellingEnvironment {
        SellingEnvironment(
            store: try MemoryStore.open(),
            region: "us-east-1",
            pageTokenKey: [],
            now: { Timestamp(millisecondsSinceEpoch: 0) }
        )
    }
}
