import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// What follows when AWS's reviewer has decided, or a partner in the reviewer's place.
extension SellingEnvironment {
    /// Saves an opportunity that AWS's reviewer has decided on, and what follows from that.
    func saveReview(of key: OpportunityKey, _ changed: GetOpportunityResponse, in transaction: WriteTransaction) throws
    {
        try followReview(of: key, changed.reviewStatus, at: changed.lastModifiedDate, in: transaction)
        try saveChange(of: key, changed, in: transaction)
    }

    /// Does what a decision means beyond the opportunity itself: AWS answers its invitation, shows its side to the
    /// opportunity's owner, and approves what other partners were made of it (`RuleCatalogue.reviewJoins`,
    /// `RuleCatalogue.inheritedReview`).
    ///
    /// Called before the decided opportunity is saved: by then AWS is a member, so that a running job's snapshot of the
    /// new status is for it too, and events come in the order of the events page.
    func followReview(
        of key: OpportunityKey,
        _ status: ReviewStatus,
        at now: Timestamp,
        in transaction: WriteTransaction
    ) throws {
        if let summary = try AWSOpportunityTable.find(in: transaction, key) {
            let reviewed = summary.reviewed(status)
            if reviewed != summary { try AWSOpportunityTable.put(in: transaction, key, reviewed) }
        }
        guard status == .approved || status == .rejected else { return }
        for engagement in try SnapshotTable.engagements(in: transaction, of: key) {
            try answerInvitation(to: engagement, of: key, status, at: now, in: transaction)
            if status == .approved { try showSummary(of: key, in: engagement, at: now, in: transaction) }
        }
        if status == .approved { try approveCopies(of: key, at: now, in: transaction) }
    }

    /// AWS's answer to the owner's invitation. Undocumented: what AWS does where the invitation has run out before the
    /// review; it stays out, as anybody else would.
    private func answerInvitation(
        to engagement: String,
        of key: OpportunityKey,
        _ status: ReviewStatus,
        at now: Timestamp,
        in transaction: WriteTransaction
    ) throws {
        let open = try InvitationTable.open(in: transaction, catalog: key.catalog, engagement: engagement)
        let invitation = open.first { invitation in
            invitation.receiverAccount == Company.aws.accountIdentifier && invitation.senderAccount == key.account
                && invitation.answerConflict(at: now) == nil
        }
        guard let invitation else { return }
        if status == .approved {
            try invitation.accept(in: transaction, at: now)
        } else {
            try invitation.reject(in: transaction, for: nil, at: now)
        }
    }

    /// AWS's snapshot of its own side, for the owner alone, once AWS is in the engagement.
    private func showSummary(
        of key: OpportunityKey,
        in engagement: String,
        at now: Timestamp,
        in transaction: WriteTransaction
    ) throws {
        let isMember = try EngagementTable.isMember(
            in: transaction,
            catalog: key.catalog,
            identifier: engagement,
            account: Company.aws.accountIdentifier
        )
        guard isMember, let summary = try AWSOpportunityTable.find(in: transaction, key) else { return }
        let snapshots = OpportunitySnapshots(
            environment: self,
            opportunity: key,
            engagement: engagement,
            template: SnapshotTemplates.awsOpportunitySummaryFullView
        )
        guard try snapshots.isOutdated(in: transaction, summary) else { return }
        _ = try snapshots.append(in: transaction, summary, at: now)
    }

    private func approveCopies(
        of key: OpportunityKey,
        at now: Timestamp,
        in transaction: WriteTransaction
    ) throws {
        for copy in try InheritedOpportunityTable.copies(in: transaction, of: key) {
            guard let opportunity = try OpportunityTable.find(in: transaction, copy),
                let approved = opportunity.approvedAlong(OpportunitySetting(now: now))
            else { continue }
            try followReview(of: copy, .approved, at: now, in: transaction)
            try saveChange(of: copy, approved, in: transaction)
        }
    }
}
