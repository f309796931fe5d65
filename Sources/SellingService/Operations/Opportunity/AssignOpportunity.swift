import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Gives an opportunity of the caller's to another user of the account.
struct AssignOpportunityOperation: Operation {
    typealias Contract = AssignOpportunity

    let environment: SellingEnvironment

    func run(_ input: AssignOpportunityRequest, for call: Call) async throws -> Answer<NoOutput> {
        let key = OpportunityKey(
            account: call.accountIdentifier,
            catalog: input.catalog,
            identifier: input.identifier
        )
        let now = environment.now()
        try await environment.store.write { transaction in
            guard let opportunity = try OpportunityTable.find(in: transaction, key) else {
                throw Contract.Failure.refused(.opportunityNotFound(key.identifier, as: "identifier"))
            }
            let email = input.assignee.email
            let user = try PartnerUserTable.find(in: transaction, account: key.account, email: email)
            let violations = assignmentViolations(input.assignee, user)
            guard violations.isEmpty, let user else { throw Contract.Failure.refused(.violations(violations)) }
            let changed = opportunity.assigned(to: user, phone: input.assignee.phone, at: now)
            try environment.saveChange(of: key, changed, in: transaction)
        }
        return .value(NoOutput())
    }
}
