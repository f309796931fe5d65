import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
public import SmithyTypes
import Store

/// What AWS's people do to opportunities.
extension SellingEnvironment {
    /// Decides in the place of AWS's reviewer, in either catalog. What the reviewer was going to do by itself is off.
    ///
    /// - Parameters:
    ///   - decision: a value of the model's ReviewStatus.
    ///   - reason: the code of a rejection or a question.
    /// - Returns: the review status.
    /// - Throws: `AWSSideRefusal`.
    public func reviewOpportunity(
        account: String,
        catalog: String,
        identifier: String,
        decision: String,
        comments: String?,
        reason: String?
    ) async throws -> String {
        let key = OpportunityKey(
            account: account,
            catalog: CatalogIdentifier(rawValue: catalog),
            identifier: identifier
        )
        let decision = ReviewDecision(ReviewStatus(rawValue: decision), comments: comments, reason: reason)
        let setting = OpportunitySetting(now: now())
        return try await store.write { transaction in
            let opportunity = try opportunity(key, in: transaction)
            let changed = try decide { () throws(Refusal) in try opportunity.reviewed(decision, setting) }
            try saveReview(of: key, changed, in: transaction)
            try ReviewPlanTable.put(in: transaction, key, nil)
            return changed.reviewStatus.rawValue
        }
    }

    /// Changes AWS's own opportunity beside a partner's, and tells the partner by an event.
    ///
    /// - Parameter summary: members of GetAwsOpportunitySummary's answer; Catalog may be left out.
    /// - Throws: `AWSSideRefusal`.
    public func updateAWSOpportunity(
        account: String,
        catalog: String,
        identifier: String,
        summary: Document
    ) async throws {
        let key = OpportunityKey(
            account: account,
            catalog: CatalogIdentifier(rawValue: catalog),
            identifier: identifier
        )
        let sent = try GetAwsOpportunitySummaryResponse(sent: summary, catalog: catalog)
        let now = now()
        try await store.write { transaction in
            _ = try opportunity(key, in: transaction)
            guard let stored = try AWSOpportunityTable.find(in: transaction, key) else {
                throw AWSSideRefusal(.violations([.notSubmitted(key.identifier)]))
            }
            let changed = try decide(under: "summary.") { () throws(Refusal) in try stored.updated(by: sent, at: now) }
            try AWSOpportunityTable.put(in: transaction, key, changed)
            try OpportunityEvent.updated.append(in: transaction, key, at: now)
        }
    }

    private func opportunity(
        _ key: OpportunityKey,
        in transaction: some SQLReading
    ) throws -> GetOpportunityResponse {
        guard let opportunity = try OpportunityTable.find(in: transaction, key) else {
            throw AWSSideRefusal.notFound(
                "Account \(key.account) has no opportunity '\(key.identifier)' in catalog \(key.catalog.rawValue)."
            )
        }
        return opportunity
    }
}

extension GetAwsOpportunitySummaryResponse {
    /// A summary as somebody sent it, held to the model as an answer of the service would be.
    fileprivate init(sent document: Document, catalog: String) throws(AWSSideRefusal) {
        guard case .object(var members) = document else {
            throw .malformed([.summary("Summary must be an object with members of GetAwsOpportunitySummary's answer.")])
        }
        if document["Catalog"] == nil {
            members.append(DocumentMember(name: "Catalog", value: .string(catalog)))
        }
        var writer = JSONWriter()
        writer.freeForm(.object(members))
        let deviations: [Deviation]
        do {
            var reader = try JSONReader(writer.bytes)
            self = try reader.document(Self.self)
            deviations = reader.deviations
        } catch {
            let place = error.path.exact.isEmpty ? "" : ".\(error.path.exact)"
            throw .malformed([.summary("Summary\(place) is of another JSON type than the model's.")])
        }
        var constraints = ConstraintCheck(deviations: deviations)
        check(in: &constraints)
        guard constraints.violations.isEmpty else {
            throw .malformed(constraints.violations.map { AWSSideRefusal.Violation($0, under: "Summary") })
        }
    }
}

extension AWSSideRefusal.Violation {
    fileprivate static func summary(_ message: String) -> Self {
        Self(fieldName: "summary", code: "INVALID_VALUE", message: message)
    }
}

extension RuleViolation {
    fileprivate static func notSubmitted(_ identifier: String) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.awsOpportunityExists,
            "relatedOpportunityIdentifier",
            .invalidResourceState,
            "Opportunity '\(identifier)' has not been submitted, so that AWS has none of its own beside it.",
            offendingValue: identifier,
            wouldPass: "an opportunity that was submitted"
        )
    }
}
