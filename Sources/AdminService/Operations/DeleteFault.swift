import AWSJSON
import AdminShapes
import AdminWire

/// Lifts a fault; one that is not there is lifted already.
struct DeleteFaultOperation: Operation {
    typealias Contract = DeleteFault

    let environment: AdminEnvironment

    func run(_ input: DeleteFaultRequest, for call: Call) async throws -> Answer<DeleteFaultResponse> {
        environment.faults.delete(input.name)
        return .value(DeleteFaultResponse())
    }
}
