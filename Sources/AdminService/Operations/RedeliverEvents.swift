import AWSJSON
import AdminShapes
import AdminWire
import EventDelivery

/// Sends a target the events that it wants of a range, whatever came of them before: older than the target, given up,
/// or delivered.
struct RedeliverEventsOperation: Operation {
    typealias Contract = RedeliverEvents

    let environment: AdminEnvironment

    func run(_ input: RedeliverEventsRequest, for call: Call) async throws -> Answer<RedeliverEventsResponse> {
        let last = input.toSequence ?? .max
        guard input.fromSequence <= last else {
            throw Contract.Failure.validation(
                ValidationException("toSequence", "ToSequence must not be less than FromSequence.")
            )
        }
        let range = Int64(input.fromSequence)...Int64(last)
        guard try await environment.events.targets.redeliver(input.targetName, range) else {
            throw Contract.Failure.resourceNotFound(
                ResourceNotFoundException(message: "There is no event target '\(input.targetName)'.")
            )
        }
        return .value(RedeliverEventsResponse())
    }
}
