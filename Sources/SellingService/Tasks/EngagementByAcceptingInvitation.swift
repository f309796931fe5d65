import SellingDomain
import SellingShapes
import SellingWire
import Store

/// The steps of StartEngagementByAcceptingInvitationTask: an account joins an engagement and gets an opportunity of what
/// it was invited to, AWS's referral or another partner's opportunity.
struct EngagementByAcceptingInvitation {
    let work: TaskWork
    let task: SellingTask
    let request: StartEngagementByAcceptingInvitationTaskRequest

    private var transaction: WriteTransaction { work.transaction }

    func products(of step: TaskStep) throws -> TaskProducts {
        var products = task.products
        switch step {
        case .getEngagementInvitation: _ = try pendingInvitation()
        case .acceptEngagementInvitation:
            let invitation = try pendingInvitation()
            try invitation.accept(in: transaction, at: work.facts.now)
            products.engagement = invitation.engagementIdentifier
        case .createOpportunity: products.opportunity = try opportunity()
        case .submitOpportunity: try submit()
        case .createResourceSnapshotJob: products.snapshotJob = try work.snapshotJob(task, request.tags ?? [])
        case .startResourceSnapshotJob: try work.startSnapshotJob(task)
        default: throw StoreError.corrupt("the task \(task.identifier) has no step \(step.rawValue)")
        }
        return products
    }

    private func invitation() throws -> EngagementInvitation {
        guard let identifier = task.products.invitation,
            let invitation = try InvitationTable.find(in: transaction, catalog: task.catalog, identifier: identifier)
        else { throw StoreError.corrupt("the task \(task.identifier) is about no invitation") }
        return invitation
    }

    /// The invitation where it can still be accepted: between the start of a task and its steps it may have been answered
    /// otherwise, or have run out.
    private func pendingInvitation() throws -> EngagementInvitation {
        let invitation = try invitation()
        if let conflict = invitation.answerConflict(at: work.facts.now) {
            throw TaskFailure(.invitationValidationFailed, because: conflict.message)
        }
        return invitation
    }

    private func opportunity() throws -> String {
        let invitation = try invitation()
        if invitation.senderAccount == Company.aws.accountIdentifier {
            guard let referral = try AWSReferralTable.find(in: transaction, invitation) else {
                throw StoreError.corrupt("the invitation \(invitation.identifier) is to no referral")
            }
            return try accept(referral)
        }
        return try inherit(invitation)
    }

    private func accept(_ referral: GetOpportunityResponse) throws -> String {
        let key = OpportunityKey(account: task.account, catalog: task.catalog, identifier: referral.id)
        try AWSReferralTable.remove(in: transaction, key)
        try OpportunityTable.insert(
            in: transaction,
            key,
            referral.accepted(at: work.facts.now),
            origin: .awsReferral
        )
        try OpportunityEvent.created.append(in: transaction, key, at: work.facts.now)
        return key.identifier
    }

    private func inherit(_ invitation: EngagementInvitation) throws -> String {
        guard case .opportunityInvitation(let payload) = invitation.payload else {
            throw StoreError.corrupt("the invitation \(invitation.identifier) is to no opportunity")
        }
        let source = try source(invitation)
        let sender = try source.flatMap { try OpportunityTable.find(in: transaction, $0) }
        let copy = GetOpportunityResponse(
            inherited: payload,
            in: task.catalog,
            reviewStatus: GetOpportunityResponse.inheritedStatus(from: sender),
            try work.newOpportunity(task)
        )
        let key = OpportunityKey(account: task.account, catalog: task.catalog, identifier: copy.id)
        try OpportunityTable.insert(in: transaction, key, copy, origin: .partnerReferral, isInherited: true)
        if let source { try InheritedOpportunityTable.insert(in: transaction, key, of: source) }
        try OpportunityEvent.created.append(in: transaction, key, at: work.facts.now)
        return key.identifier
    }

    /// The sender's opportunity that the engagement is about; nil where the sender has shown none in it.
    private func source(_ invitation: EngagementInvitation) throws -> OpportunityKey? {
        try SnapshotTable.firstOpportunity(
            in: transaction,
            task.catalog,
            engagement: invitation.engagementIdentifier,
            owner: invitation.senderAccount
        )
    }

    /// Puts AWS's side beside the opportunity, and dates it: the events page has Opportunity Updated after Opportunity
    /// Created.
    private func submit() throws {
        let (key, opportunity) = try work.opportunity(task)
        try work.environment.saveChange(of: key, opportunity.touched(at: work.facts.now), in: transaction)
        guard try AWSOpportunityTable.find(in: transaction, key) == nil else { return }
        let invitation = try invitation()
        if invitation.senderAccount == Company.aws.accountIdentifier {
            let summary = GetAwsOpportunitySummaryResponse(ofReferral: opportunity)
            try AWSOpportunityTable.put(in: transaction, key, summary)
        } else if let source = try source(invitation),
            let summary = try AWSOpportunityTable.find(in: transaction, source)
        {
            try AWSOpportunityTable.put(in: transaction, key, summary.shared(with: opportunity))
        }
    }
}
