import AWSJSON
import AdminShapes
import AdminWire
import Store

/// Tells what Cosell's clock shows.
struct GetClockOperation: Operation {
    typealias Contract = GetClock

    let environment: AdminEnvironment

    func run(_ input: GetClockRequest, for call: Call) async throws -> Answer<ClockResponse> {
        // Another node may have moved it within the last second.
        try await environment.clock.refresh()
        return .value(ClockResponse(environment.clock.reading))
    }
}
