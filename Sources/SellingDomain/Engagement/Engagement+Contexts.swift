public import SellingShapes
public import SmithyTypes

/// The contexts of an engagement: how they are numbered, how many there may be.
extension Engagement {
    /// The bound of the model's EngagementContexts.
    public static let mostContexts = 5

    /// The engagement that CreateEngagement makes. An identifier that a request gives a context is not taken over:
    /// the engagement numbers its contexts (captured).
    public init(created request: CreateEngagementRequest, _ facts: NewEngagementFacts) {
        self.init(catalog: request.catalog, title: request.title, description: request.description, facts)
        for payload in (request.contexts ?? []).compactMap(\.payload) {
            append(payload, at: facts.now)
        }
    }

    /// Why there is no room for another context; nil where there is.
    public var contextExcess: ExceededQuota? {
        guard contexts.count >= Self.mostContexts else { return nil }
        return ExceededQuota(
            RuleCatalogue.contextLimit,
            "The engagement has \(contexts.count) contexts and can have \(Self.mostContexts)."
        )
    }

    /// The engagement with another context, its last one, which an account adds. Ask `contextExcess` first.
    public func adding(
        _ payload: EngagementContextPayload,
        by account: String,
        at now: Timestamp
    ) -> Engagement {
        var changed = self
        changed.append(payload, at: now)
        changed.touch(by: account, at: now)
        return changed
    }

    /// Contexts are never removed, so that their number is the last one's identifier.
    private mutating func append(_ payload: EngagementContextPayload, at now: Timestamp) {
        contexts.append(
            EngagementContextDetails(id: "\(contexts.count + 1)", payload: payload.dated(now), type: payload.type)
        )
    }
}

extension EngagementContextPayload {
    fileprivate func dated(_ now: Timestamp) -> EngagementContextPayload {
        guard case .lead(var lead) = self else { return self }
        lead.interactions = lead.interactions.map { $0.dated(now) }
        return .lead(lead)
    }
}

extension LeadInteraction {
    /// An interaction that is sent without its date is dated now (captured).
    func dated(_ now: Timestamp) -> LeadInteraction {
        var interaction = self
        interaction.interactionDate = interactionDate ?? now
        return interaction
    }
}
