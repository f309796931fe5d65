import AWSJSON
import AdminShapes
import AdminWire
import EventDelivery

/// Forgets a target of events; one that is not there is forgotten already.
struct DeleteEventTargetOperation: Operation {
    typealias Contract = DeleteEventTarget

    let environment: AdminEnvironment

    func run(_ input: DeleteEventTargetRequest, for call: Call) async throws -> Answer<DeleteEventTargetResponse> {
        try await environment.events.targets.delete(input.name)
        return .value(DeleteEventTargetResponse())
    }
}
