import SellingDomain
public import SmithyTypes
import Store

/// What happens because time passes on Cosell's clock, whether or not anybody looks.
///
/// Each thing is decided from what is stored and the instant alone, inside the transaction that writes it: done twice,
/// or by two nodes at once, it happens once.
extension SellingEnvironment {
    /// How much is done in one transaction.
    static let batchSize = 100

    /// Does everything that is due by an instant, batch by batch.
    ///
    /// - Throws: `StoreError`; what was done until then stays done, and the rest stays due.
    public func runDueWork(upTo now: Timestamp) async throws {
        while try await expireDueInvitations(at: now) == Self.batchSize {}
        // A step may make the next one due.
        while try await takeDueReviewSteps(at: now) > 0 {}
        while try await takeDueTaskSteps(at: now) > 0 {}
    }

    /// Does what is due, again and again, until the calling task is cancelled.
    ///
    /// - Parameters:
    ///   - interval: on the real clock, between the end of one round and the start of the next.
    ///   - failed: is told of a round that failed; the next one tries again.
    public func runDueWorkRepeatedly(
        every interval: Duration,
        failed: @Sendable (any Error) -> Void
    ) async {
        while !Task.isCancelled {
            do {
                try await runDueWork(upTo: now())
                try await Task.sleep(for: interval)
            } catch is CancellationError {
                return
            } catch {
                failed(error)
                try? await Task.sleep(for: interval)
            }
        }
    }

    /// Writes that invitations have run out, a batch of them.
    ///
    /// Who reads one sees it EXPIRED from the moment on at which it is, written or not; this is what tells both sides.
    ///
    /// - Returns: how many were written.
    func expireDueInvitations(at now: Timestamp) async throws -> Int {
        // Looked for without the lock of a write first: mostly there are none.
        let isDue = try await store.read { try !InvitationTable.due(in: $0, at: now, limit: 1).isEmpty }
        guard isDue else { return 0 }
        return try await store.write { transaction in
            let due = try InvitationTable.due(in: transaction, at: now, limit: Self.batchSize)
            for invitation in due { try invitation.expire(in: transaction, at: now) }
            return due.count
        }
    }
}
