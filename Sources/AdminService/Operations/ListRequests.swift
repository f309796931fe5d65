import AWSJSON
import AdminShapes
import AdminWire

/// Lists the last requests of the service, newest first, each refusal with its explanation.
struct ListRequestsOperation: Operation {
    typealias Contract = ListRequests

    let environment: AdminEnvironment

    func run(_ input: ListRequestsRequest, for call: Call) async throws -> Answer<ListRequestsResponse> {
        if let problem = problem(with: input) { throw Contract.Failure.validation(problem) }
        return .value(ListRequestsResponse(requests: await environment.requests.requests(input)))
    }

    private func problem(with input: ListRequestsRequest) -> ValidationException? {
        if let operation = input.operation, !environment.operationNames.contains(operation) {
            return .unknown("operation", operation, of: environment.operationNames)
        }
        let outcomes = environment.errorCodes.union(["OK", "refused"])
        if let outcome = input.outcome, !outcomes.contains(outcome) {
            return .unknown("outcome", outcome, of: outcomes)
        }
        return nil
    }
}
