import AWSJSON
import AdminShapes
import AdminWire
import SellingService

/// Changes AWS's own opportunity beside a partner's, as the partner then sees it by GetAwsOpportunitySummary.
struct UpdateAwsOpportunityOperation: Operation {
    typealias Contract = UpdateAwsOpportunity

    let environment: AdminEnvironment

    func run(_ input: UpdateAwsOpportunityRequest, for call: Call) async throws -> Answer<UpdateAwsOpportunityResponse>
    {
        try await asking(as: Contract.Failure.self) {
            try await environment.selling.updateAWSOpportunity(
                account: input.accountId ?? defaultAccountIdentifier,
                catalog: (input.catalog ?? defaultCatalog).rawValue,
                identifier: input.relatedOpportunityIdentifier,
                summary: input.summary
            )
        }
        return .value(UpdateAwsOpportunityResponse())
    }
}
