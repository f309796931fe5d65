import AWSJSON
import AdminShapes
import AdminWire
import Store

/// Lets Cosell's clock go on from where it stands; a clock that goes, goes on.
struct ResumeClockOperation: Operation {
    typealias Contract = ResumeClock

    let environment: AdminEnvironment

    func run(_ input: ResumeClockRequest, for call: Call) async throws -> Answer<ClockResponse> {
        .value(ClockResponse(try await environment.clock.resume()))
    }
}
