public import SellingDomain
public import SellingShapes
import SmithyTypes
import Store

extension SellingEnvironment {
    /// Stores many new opportunities of an account in one transaction, as CreateOpportunity would have stored them but
    /// without events, tags and replay records: for filling a store that something is then tried or measured on.
    ///
    /// - Parameter make: each opportunity from what it is given; it keeps that identifier and that ARN.
    public func loadOpportunities(
        _ count: Int,
        account: String,
        catalog: CatalogIdentifier,
        _ make: (NewOpportunityFacts) -> GetOpportunityResponse
    ) async throws {
        let (now, owner) = (now(), allianceLead(ofAccount: account))
        var new: [GetOpportunityResponse] = []
        for _ in 0..<count {
            let identifier = "O\(try await opportunityNumbers.next())"
            let arn = opportunityARN(catalog, account: account, identifier)
            new.append(make(NewOpportunityFacts(identifier: identifier, arn: arn, now: now, owner: owner)))
        }
        try await store.write { [new] transaction in
            for opportunity in new {
                let key = OpportunityKey(account: account, catalog: catalog, identifier: opportunity.id)
                try OpportunityTable.insert(in: transaction, key, opportunity, origin: .partnerReferral)
            }
        }
    }
}
