import SellingShapes

/// When a partner must have said something.
enum RequirementMoment: Sendable, Hashable, CaseIterable {
    /// From submission on, whatever was submitted.
    case submitted
    case coSellSubmission
    case visibilityOnlySubmission
    case committed
    case launched
    case closedLost
    /// An opportunity that was made of another partner's, from Qualified on.
    case inheritedFromQualified
}

/// One thing that must be said at certain moments: a row of the table of requirements.
struct Requirement: Sendable {
    enum Subject: Sendable {
        case field(OpportunityField)
        /// A solution, Marketplace solution or Marketplace product is associated.
        case solution
        /// Every entry of the expected spend has an amount.
        case spendAmount
    }

    let subject: Subject
    let moments: Set<RequirementMoment>
    let rule: Rule
    /// Whether the requirement is waived for this opportunity.
    let isWaived: @Sendable (OpportunityStanding) -> Bool

    init(
        _ subject: Subject,
        at moments: Set<RequirementMoment>,
        _ rule: Rule = RuleCatalogue.requiredAtSubmission,
        unless isWaived: @escaping @Sendable (OpportunityStanding) -> Bool = { _ in false }
    ) {
        self.subject = subject
        self.moments = moments
        self.rule = rule
        self.isWaived = isWaived
    }

    var fieldName: String {
        switch subject {
        case .field(let field): field.name
        case .solution: "relatedEntityIdentifiers.solutions"
        case .spendAmount: "project.expectedCustomerSpend.amount"
        }
    }

    func isMet(by standing: OpportunityStanding) -> Bool {
        switch subject {
        case .field(let field): !field.isMissing(in: standing.content)
        case .solution: standing.hasSolution
        // Where there is no entry at all, the requirement of the list itself says so.
        case .spendAmount: standing.spend.allSatisfy { !($0.amount ?? "").isEmpty }
        }
    }
}

extension OpportunityStanding {
    /// The moments that an opportunity in this standing has come to.
    var moments: Set<RequirementMoment> {
        // An inherited opportunity begins with the little that an invitation tells, and owes the rest from Qualified on.
        var moments: Set<RequirementMoment> = [.submitted]
        if !isInherited { moments.insert(involvement == .coSell ? .coSellSubmission : .visibilityOnlySubmission) }
        if isInherited, stage != .prospect, stage != .closedLost { moments.insert(.inheritedFromQualified) }
        switch stage {
        case .committed: moments.insert(.committed)
        case .launched: moments.insert(.launched)
        case .closedLost: moments.insert(.closedLost)
        default: break
        }
        return moments
    }
}

/// Everything that must be said by now and is not.
func requirementViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    let moments = standing.moments
    return Requirement.all.filter { requirement in
        !requirement.moments.isDisjoint(with: moments) && !requirement.isWaived(standing)
            && !requirement.isMet(by: standing)
    }
    .map { requirement in
        RuleViolation(
            requirement.rule,
            requirement.fieldName,
            .requiredFieldMissing,
            "\(requirement.fieldName) is required\(requirement.occasion(at: moments)).",
            wouldPass: requirement.wouldPass
        )
    }
}

extension Requirement {
    /// The stage that demands it, where one does: what was missing before is missed anew when its stage is reached.
    fileprivate func occasion(at reached: Set<RequirementMoment>) -> String {
        let reached = moments.intersection(reached)
        if reached.contains(.committed) || reached.contains(.launched) {
            return moments.contains(.committed) ? " from Committed on" : " at Launched"
        }
        return reached.contains(.inheritedFromQualified) ? " from Qualified on" : ""
    }

    fileprivate var wouldPass: String {
        switch subject {
        case .field: "any value that the model allows"
        case .solution: "AssociateOpportunity with an Active solution, a Marketplace solution or a Marketplace product"
        case .spendAmount: "an amount above zero in each entry"
        }
    }
}
