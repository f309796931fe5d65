public import SellingShapes
public import SmithyTypes

/// A change of one context, as UpdateEngagementContext asks for it.
public struct ContextUpdate: Sendable, Hashable {
    public let contextIdentifier: String
    public let type: EngagementContextType
    public let payload: UpdateEngagementContextPayload
    /// When the client last saw the engagement modified.
    public let lock: Timestamp

    public init(_ request: UpdateEngagementContextRequest) {
        contextIdentifier = request.contextIdentifier
        type = request.type
        payload = request.payload
        lock = request.engagementLastModifiedAt
    }

    /// What is wrong with it whatever the engagement is.
    public var violations: [RuleViolation] { typeViolations(type, of: payload.type, "type") }
}

extension Engagement {
    /// The most interactions of a lead: the bound of the model's LeadInteractionList.
    public static let mostInteractions = 10

    /// Why the client must read the engagement again first; nil where it has seen its last change.
    public func conflict(with update: ContextUpdate) -> Conflict? {
        guard update.lock != modifiedAt else { return nil }
        return Conflict(
            RuleCatalogue.engagementLock,
            "The engagement was modified at \(modifiedAt.iso8601), not at \(update.lock.iso8601). Read it again, then "
                + "update it with its ModifiedAt."
        )
    }

    /// Why there is no room for what the update adds; nil where there is.
    public func excess(of update: ContextUpdate) -> ExceededQuota? {
        guard case .lead(let change) = update.payload, change.interaction != nil,
            let context = contexts.first(where: { $0.id == update.contextIdentifier }),
            case .lead(let lead) = context.payload, lead.interactions.count >= Self.mostInteractions
        else { return nil }
        return ExceededQuota(
            RuleCatalogue.interactionLimit,
            "The lead has \(lead.interactions.count) interactions and can have \(Self.mostInteractions)."
        )
    }

    /// The engagement with the context changed by an account. The context keeps its identifier and its kind.
    public func updating(
        _ update: ContextUpdate,
        by account: String,
        at now: Timestamp
    ) throws(Refusal) -> Engagement {
        guard let index = contexts.firstIndex(where: { $0.id == update.contextIdentifier }) else {
            throw .notFound(
                RuleCatalogue.contextExists,
                fieldName: "contextIdentifier",
                offendingValue: update.contextIdentifier
            )
        }
        let violations = typeViolations(update.type, of: contexts[index].type, "type")
        guard violations.isEmpty else { throw .violations(violations) }
        var changed = self
        changed.contexts[index].payload = update.payload.applied(to: contexts[index].payload, at: now)
        changed.touch(by: account, at: now)
        return changed
    }
}

extension UpdateEngagementContextPayload {
    /// A project or a prospecting result takes the place of what was there. A lead keeps its interactions.
    fileprivate func applied(
        to old: EngagementContextPayload?,
        at now: Timestamp
    ) -> EngagementContextPayload? {
        switch self {
        case .customerProject(let project): .customerProject(project)
        case .prospectingResult(let result): .prospectingResult(result)
        case .lead(let change): old.map { $0.applying(change, at: now) }
        case .unrecognized: old
        }
    }
}

extension EngagementContextPayload {
    /// Undocumented: what becomes of optional members that an update leaves out. The update has a single Interaction,
    /// which therefore is added; QualificationStatus and Insights are kept likewise where they are not sent. Customer
    /// is required and so replaced as a whole.
    fileprivate func applying(_ change: UpdateLeadContext, at now: Timestamp) -> EngagementContextPayload {
        guard case .lead(var lead) = self else { return self }
        lead.customer = change.customer
        lead.insights = change.insights ?? lead.insights
        lead.qualificationStatus = change.qualificationStatus ?? lead.qualificationStatus
        if let interaction = change.interaction { lead.interactions.append(interaction.dated(now)) }
        return .lead(lead)
    }
}
