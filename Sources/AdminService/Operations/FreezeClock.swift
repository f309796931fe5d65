import AWSJSON
import AdminShapes
import AdminWire
import Store

/// Stops Cosell's clock where it is; a clock that is frozen stays so.
struct FreezeClockOperation: Operation {
    typealias Contract = FreezeClock

    let environment: AdminEnvironment

    func run(_ input: FreezeClockRequest, for call: Call) async throws -> Answer<ClockResponse> {
        .value(ClockResponse(try await environment.clock.freeze()))
    }
}
