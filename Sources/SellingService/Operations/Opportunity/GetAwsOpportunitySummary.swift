import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Answers AWS's side of an opportunity of the caller's.
struct GetAwsOpportunitySummaryOperation: Operation {
    typealias Contract = GetAwsOpportunitySummary

    let environment: SellingEnvironment

    func run(
        _ input: GetAwsOpportunitySummaryRequest,
        for call: Call
    ) async throws -> Answer<GetAwsOpportunitySummaryResponse> {
        let key = OpportunityKey(
            account: call.accountIdentifier,
            catalog: input.catalog,
            identifier: input.relatedOpportunityIdentifier
        )
        let summary = try await environment.store.read { transaction in
            if let summary = try AWSOpportunityTable.find(in: transaction, key) { return summary }
            guard let opportunity = try OpportunityTable.find(in: transaction, key) else {
                throw Contract.Failure.refused(
                    .opportunityNotFound(key.identifier, as: "relatedOpportunityIdentifier")
                )
            }
            let origin = try OpportunityTable.origin(in: transaction, key).origin
            return GetAwsOpportunitySummaryResponse(before: opportunity, origin: origin)
        }
        return .value(summary)
    }
}
