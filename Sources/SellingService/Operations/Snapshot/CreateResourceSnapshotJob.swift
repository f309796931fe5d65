import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// Creates a job that takes snapshots of an opportunity of the caller's; it is stopped.
struct CreateResourceSnapshotJobOperation: Operation {
    typealias Contract = CreateResourceSnapshotJob

    let environment: SellingEnvironment

    func run(
        _ input: CreateResourceSnapshotJobRequest,
        for call: Call
    ) async throws -> Answer<CreateResourceSnapshotJobResponse> {
        let snapshots = try snapshots(input, call)
        let idempotent = IdempotentCall(Contract.self, input, catalog: input.catalog, call)
        let job = SnapshotJob(
            account: call.accountIdentifier,
            identifier: environment.newSnapshotJobIdentifier(),
            subject: snapshots.subject,
            createdAt: environment.now()
        )
        let answer = try await environment.store.write { transaction in
            if let answer = try idempotent.replayed(in: transaction, as: Contract.Failure.self) { return answer }
            _ = try snapshots.load(in: transaction, as: Contract.Failure.self)
            let other = try SnapshotJobTable.find(in: transaction, account: job.account, job.subject)
            if let conflict = other?.duplicateConflict { throw Contract.Failure.refused(conflict) }
            return try save(job, input.tags ?? [], idempotent, in: transaction)
        }
        return .stored(answer)
    }

    private func snapshots(
        _ input: CreateResourceSnapshotJobRequest,
        _ call: Call
    ) throws(Contract.Failure) -> OpportunitySnapshots<GetOpportunityResponse> {
        let repetitions = TagRules.repetitions(input.tags ?? [])
        let template = try decide(as: Contract.Failure.self) { () throws(Refusal) in
            try SnapshotRules.template(
                named: input.resourceSnapshotTemplateIdentifier,
                for: input.resourceType,
                beside: repetitions
            )
        }
        return OpportunitySnapshots(
            environment: environment,
            opportunity: OpportunityKey(
                account: call.accountIdentifier,
                catalog: input.catalog,
                identifier: input.resourceIdentifier
            ),
            engagement: input.engagementIdentifier,
            template: template
        )
    }

    private func save(
        _ job: SnapshotJob,
        _ tags: [Tag],
        _ idempotent: IdempotentCall,
        in transaction: WriteTransaction
    ) throws -> [UInt8] {
        let arn = environment.snapshotJobARN(job.key)
        try SnapshotJobTable.insert(in: transaction, job)
        try TagTable.put(in: transaction, account: job.account, arn: arn, tags)
        return try idempotent.record(
            in: transaction,
            CreateResourceSnapshotJobResponse(arn: arn, id: job.identifier)
        )
    }
}
