import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Answers an opportunity of the caller's, as it is stored.
struct GetOpportunityOperation: Operation {
    typealias Contract = GetOpportunity

    let environment: SellingEnvironment

    func run(_ input: GetOpportunityRequest, for call: Call) async throws -> Answer<GetOpportunityResponse> {
        let key = OpportunityKey(
            account: call.accountIdentifier,
            catalog: input.catalog,
            identifier: input.identifier
        )
        let document = try await environment.store.read { try OpportunityTable.document(in: $0, key) }
        guard let document else {
            throw Contract.Failure.refused(.opportunityNotFound(input.identifier, as: "identifier"))
        }
        return .stored(document)
    }
}
