import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Submits an opportunity of the caller's to AWS's review.
struct SubmitOpportunityOperation: Operation {
    typealias Contract = SubmitOpportunity

    let environment: SellingEnvironment

    func run(_ input: SubmitOpportunityRequest, for call: Call) async throws -> Answer<NoOutput> {
        let key = OpportunityKey(
            account: call.accountIdentifier,
            catalog: input.catalog,
            identifier: input.identifier
        )
        let submission = OpportunitySubmission(involvement: input.involvementType, visibility: input.visibility)
        let now = environment.now()
        try await environment.store.write { transaction in
            guard let opportunity = try OpportunityTable.find(in: transaction, key) else {
                throw Contract.Failure.refused(.opportunityNotFound(key.identifier, as: "identifier"))
            }
            let setting = try environment.submissionSetting(of: key, opportunity, at: now, in: transaction)
            let changed = try decide(as: Contract.Failure.self) { () throws(Refusal) in
                try opportunity.submitted(as: submission, setting)
            }
            try Submission.save(
                changed,
                before: opportunity,
                submission,
                key,
                environment,
                at: now,
                in: transaction
            )
        }
        return .value(NoOutput())
    }
}
