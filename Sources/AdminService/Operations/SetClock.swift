import AWSJSON
import AdminShapes
import AdminWire
import SellingService
import SmithyTypes
import Store

/// Sets Cosell's clock, and answers once everything has happened that is due by then.
struct SetClockOperation: Operation {
    typealias Contract = SetClock

    let environment: AdminEnvironment

    func run(_ input: SetClockRequest, for call: Call) async throws -> Answer<ClockResponse> {
        let reading = try await moving(
            by: "now",
            advice: "Force sets it back: dates that were given until now then lie in the future.",
            as: Contract.Failure.self
        ) {
            try await environment.clock.set(to: input.now.millisecondsSinceEpoch, force: input.force ?? false)
        }
        try await environment.selling.runDueWork(upTo: reading.timestamp)
        return .value(ClockResponse(reading))
    }
}
