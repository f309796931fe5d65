public import SellingShapes
public import SmithyTypes

/// A related entity, as a request names it.
public struct RelatedEntity: Sendable, Hashable {
    public let type: RelatedEntityType
    public let identifier: String

    public init(_ type: RelatedEntityType, _ identifier: String) {
        self.type = type
        self.identifier = identifier
    }
}

/// The associations of an opportunity with its related entities: what may be added, what may be removed.
///
/// Allowed in every review state and stage (developer guide, associating); only the removal of the last solution
/// depends on where the opportunity stands.
extension GetOpportunityResponse {
    /// What keeps `entity` from being associated with this opportunity, everything at once.
    public func associationViolations(_ entity: RelatedEntity) -> [RuleViolation] {
        [limitViolation(entity), offerViolation(entity)].compactMap { $0 }
    }

    /// The opportunity with `entity` associated; nil where it is already, for that is no change.
    ///
    /// Undocumented: a repeated association is taken as done, since a client whose first answer was lost sends the
    /// same again.
    public func associating(_ entity: RelatedEntity, at now: Timestamp) throws(Refusal) -> GetOpportunityResponse? {
        guard !relatedEntityIdentifiers[entity.type].contains(entity.identifier) else { return nil }
        let violations = associationViolations(entity)
        guard violations.isEmpty else { throw .violations(violations) }
        var changed = self
        changed.relatedEntityIdentifiers[entity.type].append(entity.identifier)
        changed.touch(at: now)
        return changed
    }

    /// The opportunity without `entity`.
    public func disassociating(_ entity: RelatedEntity, at now: Timestamp) throws(Refusal) -> GetOpportunityResponse {
        guard relatedEntityIdentifiers[entity.type].contains(entity.identifier) else {
            throw .notFound(
                RuleCatalogue.associationExists,
                fieldName: "relatedEntityIdentifier",
                offendingValue: entity.identifier
            )
        }
        var changed = self
        changed.relatedEntityIdentifiers[entity.type].removeAll { $0 == entity.identifier }
        if let violation = lastSolutionViolation(entity, after: changed) { throw .violations([violation]) }
        changed.touch(at: now)
        return changed
    }

    /// The opportunity, dated anew and otherwise as it was.
    public func touched(at now: Timestamp) -> GetOpportunityResponse {
        var changed = self
        changed.touch(at: now)
        return changed
    }

    /// Dates the opportunity: never earlier than it was, so that a lock taken on the old date cannot hold again.
    mutating func touch(at now: Timestamp) {
        let next = Timestamp(millisecondsSinceEpoch: lastModifiedDate.millisecondsSinceEpoch + 1)
        lastModifiedDate = max(now, next)
    }
}

extension GetOpportunityResponse {
    private func limitViolation(_ entity: RelatedEntity) -> RuleViolation? {
        let limit = entity.type.associationLimit
        guard relatedEntityIdentifiers[entity.type].count >= limit else { return nil }
        return RuleViolation(
            RuleCatalogue.associationLimit,
            "relatedEntityIdentifier",
            .tooManyValues,
            "An opportunity can be associated with at most \(limit) \(entity.type.rawValue).",
            offendingValue: entity.identifier,
            wouldPass: "disassociate one of the \(limit) first"
        )
    }

    private func offerViolation(_ entity: RelatedEntity) -> RuleViolation? {
        guard let other = entity.type.excludes, !relatedEntityIdentifiers[other].isEmpty else { return nil }
        return RuleViolation(
            RuleCatalogue.offerOrOfferSet,
            "relatedEntityType",
            .actionNotPermitted,
            "An opportunity can be associated with an offer or an offer set, not with both; it has one of "
                + "\(other.rawValue).",
            offendingValue: entity.type.rawValue,
            wouldPass: "disassociate \(relatedEntityIdentifiers[other][0]) first"
        )
    }

    private func lastSolutionViolation(
        _ entity: RelatedEntity,
        after changed: GetOpportunityResponse
    ) -> RuleViolation? {
        guard entity.type.isSolution, needsSolution, !changed.relatedEntityIdentifiers.holdsSolution else { return nil }
        return RuleViolation(
            RuleCatalogue.lastSolution,
            "relatedEntityIdentifier",
            .actionNotPermitted,
            "The last solution of an opportunity that was submitted, or is at Committed or later, cannot be removed. "
                + "Associate its replacement first.",
            offendingValue: entity.identifier,
            wouldPass: "associate another solution, then disassociate this one"
        )
    }

    private var needsSolution: Bool {
        wasSubmitted || lifeCycle?.stage == .committed || lifeCycle?.stage == .launched
    }
}

extension RelatedEntityIdentifiers {
    /// Whether anything is associated that meets the demand for a solution.
    var holdsSolution: Bool {
        RelatedEntityType.modelled.contains { $0.isSolution && !self[$0].isEmpty }
    }
}
