import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// Creates an opportunity that the caller owns, in review status Pending Submission.
struct CreateOpportunityOperation: Operation {
    typealias Contract = CreateOpportunity

    let environment: SellingEnvironment

    func run(_ input: CreateOpportunityRequest, for call: Call) async throws -> Answer<CreateOpportunityResponse> {
        let now = environment.now()
        let idempotent = IdempotentCall(Contract.self, input, catalog: input.catalog, call)
        if let answer = try await environment.store.read({ transaction in
            try idempotent.replayed(in: transaction, as: Contract.Failure.self)
        }) {
            return .stored(answer)
        }
        // After the token: what was answered once is answered again, whatever has passed since.
        let violations = creationViolations(
            input,
            OpportunitySetting(now: now, mode: environment.mode(input.catalog))
        )
        guard violations.isEmpty else { throw Contract.Failure.validation(ValidationException(violations)) }
        let new = try await facts(input, at: now, call)
        let referral = environment.referralFacts(in: input.catalog, at: now)
        return .stored(try await environment.store.write { try save(input, new, referral, idempotent, call, in: $0) })
    }

    private func facts(
        _ input: CreateOpportunityRequest,
        at now: Timestamp,
        _ call: Call
    ) async throws -> NewOpportunityFacts {
        let account = call.accountIdentifier
        let identifier = try await environment.newOpportunityIdentifier()
        return NewOpportunityFacts(
            identifier: identifier,
            arn: environment.opportunityARN(input.catalog, account: account, identifier),
            now: now,
            owner: try await environment.store.read { try PartnerUserTable.lead(in: $0, account: account) }
        )
    }

    private func save(
        _ input: CreateOpportunityRequest,
        _ new: NewOpportunityFacts,
        _ referral: AWSReferralFacts,
        _ idempotent: IdempotentCall,
        _ call: Call,
        in transaction: WriteTransaction
    ) throws -> [UInt8] {
        // Looked for again: a request with the same token may have come first since the look without a lock.
        if let answer = try idempotent.replayed(in: transaction, as: Contract.Failure.self) { return answer }
        let opportunity = GetOpportunityResponse(created: input, new)
        let key = OpportunityKey(account: call.accountIdentifier, catalog: input.catalog, identifier: new.identifier)
        if input.origin == .awsReferral {
            // Sandbox's simulation: AWS's, until the partner accepts the invitation to it.
            try AWSReferral(key, opportunity, referral).send(in: transaction)
        } else {
            try OpportunityTable.insert(in: transaction, key, opportunity, origin: .partnerReferral)
            try OpportunityEvent.created.append(in: transaction, key, at: new.now)
        }
        try TagTable.put(in: transaction, account: key.account, arn: new.arn, input.tags ?? [])
        return try idempotent.record(
            in: transaction,
            CreateOpportunityResponse(
                id: opportunity.id,
                lastModifiedDate: opportunity.lastModifiedDate,
                partnerOpportunityIdentifier: opportunity.partnerOpportunityIdentifier
            )
        )
    }
}
