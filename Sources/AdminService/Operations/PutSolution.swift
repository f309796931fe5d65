import AWSJSON
import AdminShapes
import AdminWire
import SellingService

/// Gives an account a solution, or changes one it has.
struct PutSolutionOperation: Operation {
    typealias Contract = PutSolution

    let environment: AdminEnvironment

    func run(_ input: PutSolutionRequest, for call: Call) async throws -> Answer<PutSolutionResponse> {
        let solution = try await environment.selling.putSolution(
            account: input.accountId ?? defaultAccountIdentifier,
            catalog: input.catalog?.rawValue ?? defaultCatalog.rawValue,
            NewSolution(identifier: input.id, name: input.name, category: input.category, status: input.status.rawValue)
        )
        return .value(PutSolutionResponse(arn: solution.arn, id: solution.identifier))
    }
}
