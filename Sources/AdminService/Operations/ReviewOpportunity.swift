import AWSJSON
import AdminShapes
import AdminWire
import SellingService

/// Decides in the place of AWS's reviewer.
struct ReviewOpportunityOperation: Operation {
    typealias Contract = ReviewOpportunity

    let environment: AdminEnvironment

    func run(_ input: ReviewOpportunityRequest, for call: Call) async throws -> Answer<ReviewOpportunityResponse> {
        let status = try await asking(as: Contract.Failure.self) {
            try await environment.selling.reviewOpportunity(
                account: input.accountId ?? defaultAccountIdentifier,
                catalog: (input.catalog ?? defaultCatalog).rawValue,
                identifier: input.identifier,
                decision: input.decision.rawValue,
                comments: input.comments,
                reason: input.reason
            )
        }
        return .value(ReviewOpportunityResponse(reviewStatus: status))
    }
}
