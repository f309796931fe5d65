import AWSJSON
import AdminShapes
import AdminWire
import SellingService
import SmithyTypes
import Store

/// Moves Cosell's clock on, and answers once everything has happened that is due by then.
struct AdvanceClockOperation: Operation {
    typealias Contract = AdvanceClock

    let environment: AdminEnvironment

    func run(_ input: AdvanceClockRequest, for call: Call) async throws -> Answer<ClockResponse> {
        guard let step = CalendarDuration(iso8601: input.by) else {
            throw Contract.Failure.validation(
                ValidationException("by", "By must be an ISO 8601 duration, such as P15D or PT2H30M.")
            )
        }
        let reading = try await environment.clock.advance { milliseconds in
            let now = Timestamp(millisecondsSinceEpoch: milliseconds)
            guard let later = now.advanced(by: step) else {
                throw Contract.Failure.validation(
                    ValidationException("by", "By leads beyond the year 9999, from \(now.iso8601).")
                )
            }
            return later.millisecondsSinceEpoch
        }
        try await environment.selling.runDueWork(upTo: reading.timestamp)
        return .value(ClockResponse(reading))
    }
}
