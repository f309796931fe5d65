import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Answers an engagement that the caller is a member of, as it is stored.
struct GetEngagementOperation: Operation {
    typealias Contract = GetEngagement

    let environment: SellingEnvironment

    func run(_ input: GetEngagementRequest, for call: Call) async throws -> Answer<GetEngagementResponse> {
        let named = NamedEngagement(input.identifier, in: input.catalog, for: call, environment)
        let document = try await environment.store.read { transaction in
            try named.memberIdentifier(in: transaction).flatMap {
                try EngagementTable.document(in: transaction, catalog: named.catalog, identifier: $0)
            }
        }
        guard let document else {
            throw Contract.Failure.refused(.engagementNotFound(input.identifier, as: "identifier"))
        }
        return .stored(document)
    }
}
