import AWSJSON
import AdminShapes
import AdminWire

/// Lists the faults that are set, as they were put.
struct ListFaultsOperation: Operation {
    typealias Contract = ListFaults

    let environment: AdminEnvironment

    func run(_ input: ListFaultsRequest, for call: Call) async throws -> Answer<ListFaultsResponse> {
        .value(ListFaultsResponse(faults: environment.faults.all))
    }
}
