import Testing

@testable import EventDelivery

@Suite("When a refused event is sent again")
struct RetryScheduleTests {
    @Test("after a second, doubling to a minute, 24 times in all")
    func standard() {
        let pauses = (1...25).map { RetrySchedule.standard.milliseconds(after: $0) }
        #expect(pauses.prefix(8) == [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
        #expect(pauses[8..<23].allSatisfy { $0 == 60_000 })
        #expect(pauses[23...].allSatisfy { $0 == nil })
    }
}
