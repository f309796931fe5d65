public import SellingShapes
public import SmithyTypes

/// The life of an invitation: PENDING, then ACCEPTED, REJECTED or EXPIRED, once and for all.
extension EngagementInvitation {
    /// The status that holds at an instant: a pending invitation is expired from `expiresAt` on, whether or not anybody
    /// has written that yet.
    public func status(at now: Timestamp) -> InvitationStatus {
        writtenStatus.holding(at: now, expiringAt: expiresAt)
    }

    /// What an account is to the invitation. Members are told apart from outsiders where the engagement is read.
    public func standing(of account: String) -> Standing {
        switch account {
        case senderAccount: .sender
        case receiverAccount: .receiver
        default: .outsider
        }
    }

    /// Why an account that sees the invitation may not answer it; none where it may.
    public func answerViolations(by account: String) -> [RuleViolation] {
        guard account != receiverAccount else { return [] }
        return [
            RuleViolation(
                RuleCatalogue.receiverAnswers,
                "identifier",
                .actionNotPermitted,
                "Only its receiver can answer the invitation \(identifier); this account sent it.",
                offendingValue: identifier,
                wouldPass: "an invitation that ListEngagementInvitations gives with ParticipantType RECEIVER"
            )
        ]
    }

    /// Why the task that makes an opportunity cannot accept it; none where it can.
    public var taskViolations: [RuleViolation] {
        guard payloadType != .opportunityInvitation else { return [] }
        return [
            RuleViolation(
                RuleCatalogue.taskInvitationType,
                "identifier",
                .actionNotPermitted,
                "The invitation \(identifier) is a \(payloadType.rawValue); it is accepted by AcceptEngagementInvitation.",
                offendingValue: identifier,
                wouldPass: "an invitation whose PayloadType is OpportunityInvitation"
            )
        ]
    }

    /// Why the invitation cannot be answered any more; nil where it can be.
    public func answerConflict(at now: Timestamp) -> Conflict? {
        let status = status(at: now)
        guard status != .pending else { return nil }
        let rule = status == .expired ? RuleCatalogue.invitationExpiry : RuleCatalogue.invitationPending
        return Conflict(rule, "The invitation is \(status.rawValue); only a PENDING one can be answered.")
    }

    /// The invitation, accepted. Ask `answerConflict` first.
    public func accepted() -> EngagementInvitation { with(.accepted) }

    /// The invitation, rejected, for a reason or for none. Ask `answerConflict` first.
    public func rejected(for reason: String?) -> EngagementInvitation {
        var changed = with(.rejected)
        changed.rejectionReason = reason
        return changed
    }

    /// The invitation, expired; nil where it has not run out or somebody has answered it.
    public func expired(at now: Timestamp) -> EngagementInvitation? {
        guard writtenStatus == .pending, status(at: now) == .expired else { return nil }
        return with(.expired)
    }

    private func with(_ status: InvitationStatus) -> EngagementInvitation {
        var changed = self
        changed.writtenStatus = status
        return changed
    }
}

extension InvitationStatus {
    func holding(at now: Timestamp, expiringAt end: Timestamp) -> InvitationStatus {
        self == .pending && now >= end ? .expired : self
    }
}
