import SellingDomain
import SellingShapes
import SellingWire
import Store

/// The steps of StartEngagementFromOpportunityTask: an opportunity is submitted to AWS, who is invited to an engagement
/// about it.
struct EngagementFromOpportunity {
    let work: TaskWork
    let task: SellingTask
    let request: StartEngagementFromOpportunityTaskRequest

    private var transaction: WriteTransaction { work.transaction }

    func products(of step: TaskStep) throws -> TaskProducts {
        var products = task.products
        switch step {
        case .getOpportunity: _ = try submitted()
        case .createEngagement: products.engagement = try engagement()
        case .createResourceSnapshot:
            _ = try work.snapshots(task).take(in: transaction, work.opportunity(task).value, at: work.facts.now)
        case .createEngagementInvitation: products.invitation = try invitation()
        case .submitOpportunity: try submit()
        case .createResourceSnapshotJob: products.snapshotJob = try work.snapshotJob(task, request.tags ?? [])
        case .startResourceSnapshotJob: try work.startSnapshotJob(task)
        default: throw StoreError.corrupt("the task \(task.identifier) has no step \(step.rawValue)")
        }
        return products
    }

    private var submission: OpportunitySubmission {
        OpportunitySubmission(
            involvement: request.awsSubmission.involvementType,
            visibility: request.awsSubmission.visibility
        )
    }

    /// The opportunity as it is once it is submitted, by the rules of SubmitOpportunity.
    private func submitted() throws -> GetOpportunityResponse {
        let (key, opportunity) = try work.opportunity(task)
        let setting = try work.environment.submissionSetting(of: key, opportunity, at: work.facts.now, in: transaction)
        do {
            return try opportunity.submitted(as: submission, setting)
        } catch .violations(let violations) {
            throw TaskFailure(ofSubmission: violations)
        }
    }

    /// The engagement that the opportunity is in (`RuleCatalogue.oneEngagement`), or else a new one.
    ///
    /// Undocumented: which one, where it is in several; the first that it was in.
    private func engagement() throws -> String {
        let (key, opportunity) = try work.opportunity(task)
        if let known = try SnapshotTable.engagements(in: transaction, of: key).first { return known }
        let engagement = Engagement(
            for: opportunity,
            NewEngagementFacts(
                identifier: work.facts.engagement,
                arn: work.environment.engagementARN(task.catalog, work.facts.engagement),
                now: work.facts.now,
                creator: task.account
            )
        )
        try engagement.insert(in: transaction)
        // The events page lists a new member among what follows a submission, and nobody else has joined.
        let member = try CompanyTable.find(in: transaction, account: task.account)
        try EngagementMemberAdded(engagement: engagement, member: member)
            .append(in: transaction, to: task.account, at: work.facts.now)
        return engagement.identifier
    }

    /// The invitation of AWS; nil where AWS is a member already, as where it made the engagement (captured).
    private func invitation() throws -> String? {
        let aws = Company.aws.accountIdentifier
        let engagement = try work.engagement(task)
        let participation = try EngagementInvitation.participation(in: transaction, engagement, at: work.facts.now)
        guard !participation.isMember(aws) else { return nil }
        if let pending = try EngagementInvitation.pending(of: aws, in: transaction, engagement, at: work.facts.now) {
            return pending.identifier
        }
        if let excess = participation.excess { throw TaskFailure(.serviceQuotaExceeded, because: excess.message) }
        let invitation = EngagementInvitation(
            to: engagement,
            by: try CompanyTable.find(in: transaction, account: task.account),
            Invitation(ofAWSTo: try work.opportunity(task).value),
            NewInvitationFacts(
                identifier: work.facts.invitation,
                arn: work.environment.invitationARN(task.catalog, work.facts.invitation),
                now: work.facts.now
            )
        )
        try invitation.send(in: transaction)
        return invitation.identifier
    }

    private func submit() throws {
        let (key, opportunity) = try work.opportunity(task)
        try Submission.save(
            submitted(),
            before: opportunity,
            submission,
            key,
            work.environment,
            at: work.facts.now,
            in: transaction
        )
    }
}
