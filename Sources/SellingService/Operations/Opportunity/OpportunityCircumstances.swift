import SellingDomain
import SellingShapes
import SmithyTypes
import Store

extension SellingEnvironment {
    /// What the rules of an opportunity need to know beside it, read from the store.
    ///
    /// - Parameter content: what the request says, or the opportunity itself where the request says nothing of it.
    func circumstances(
        of key: OpportunityKey,
        saying content: OpportunityContent,
        at now: Timestamp,
        in transaction: some SQLReading
    ) throws -> OpportunitySetting {
        OpportunitySetting(
            now: now,
            mode: mode(key.catalog),
            isInherited: try OpportunityTable.origin(in: transaction, key).isInherited,
            knowsRelatedOpportunity: try knows(content.relatedOpportunityToFind, beside: key, in: transaction)
        )
    }

    /// What the rules of a submission need to know beside the opportunity.
    func submissionSetting(
        of key: OpportunityKey,
        _ opportunity: GetOpportunityResponse,
        at now: Timestamp,
        in transaction: some SQLReading
    ) throws -> OpportunitySetting {
        let content = OpportunityContent(opportunity)
        var setting = try circumstances(of: key, saying: content, at: now, in: transaction)
        let engagements = try SnapshotTable.engagements(in: transaction, of: key)
        let hasProject = try engagements.contains { identifier in
            let found = try EngagementTable.find(in: transaction, catalog: key.catalog, identifier: identifier)
            return found?.contextTypes.contains(.customerProject) == true
        }
        setting.lacksCustomerProject = !engagements.isEmpty && !hasProject
        return setting
    }

    /// Only Sandbox has modes.
    func mode(_ catalog: CatalogIdentifier) -> SandboxMode {
        catalog == .sandbox ? sandboxMode : .documented
    }

    private func knows(_ related: String?, beside key: OpportunityKey, in transaction: some SQLReading) throws -> Bool {
        guard let related else { return true }
        let other = OpportunityKey(account: key.account, catalog: key.catalog, identifier: related)
        return try related != key.identifier && OpportunityTable.document(in: transaction, other) != nil
    }
}
