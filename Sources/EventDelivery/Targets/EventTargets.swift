import Identity
import Store

/// The targets of events, which outlive the process, with what each of them still has to get.
public struct EventTargets: Sendable {
    let store: any Store
    let secrets: SecretsKey
    let relay: EventRelay
    /// Are rung for every change: whoever keeps the workers, and the workers.
    let bells: [Bell]

    /// Sets a target, in the place of one of the same name, which keeps what it still has to get.
    ///
    /// A new target gets what is committed from now on: what was before is numbered first.
    public func put(_ target: EventTarget) async throws {
        let stored = StoredTarget(
            target: target,
            revision: 0,
            sealedSecret: try target.secret.map { try secrets.seal($0, belongingTo: target.secretOwner) },
            sealedSecretAccessKey: try target.secretAccessKey.map {
                try secrets.seal($0, belongingTo: target.secretAccessKeyOwner)
            }
        )
        try await relay.drain()
        try await store.write { try EventTargetTable.put(in: $0, stored) }
        for bell in bells { bell.ring() }
    }

    /// Every target, by name, without its secrets.
    public func all() async throws -> [EventTarget] {
        try await stored().map(\.target)
    }

    /// Forgets a target and what it had to get; one that is not there is forgotten already.
    public func delete(_ name: String) async throws {
        try await store.write { transaction in
            try EventTargetTable.delete(in: transaction, name)
            try DeliveryTable.deleteAll(in: transaction, name)
            try LeaseTable.delete(in: transaction, name)
        }
        for bell in bells { bell.ring() }
    }

    /// Sends a target, once more or for the first time, the events within `range` that it wants.
    ///
    /// - Returns: false where there is no such target.
    public func redeliver(_ name: String, _ range: ClosedRange<Int64>) async throws -> Bool {
        try await relay.drain()
        let redelivery = Redelivery(target: name, now: RealTime.milliseconds)
        let last = try await store.read { min(range.upperBound, try EventLogTable.last(in: $0)) }
        guard try await store.write({ try redelivery.begin(in: $0) }) else { return false }
        var next = range.lowerBound
        while next <= last {
            let part = next...min(last, next + Redelivery.mostAtOnce - 1)
            try await store.write { try redelivery.send(in: $0, part) }
            next = part.upperBound + 1
        }
        try await store.write { try EventTargetTable.raiseRevision(in: $0, name) }
        for bell in bells { bell.ring() }
        return true
    }

    /// What has come of events at each target, by their number.
    ///
    /// - Parameter sequences: ascending; no more than fit one page.
    public func deliveries(of sequences: [Int64]) async throws -> [Int64: [DeliveryProgress]] {
        try await deliveries(SequenceRuns.ranges(of: sequences))
    }

    func deliveries(_ ranges: [ClosedRange<Int64>]) async throws -> [Int64: [DeliveryProgress]] {
        try await store.read { transaction in
            var found: [Int64: [DeliveryProgress]] = [:]
            for subscription in try EventTargetTable.subscriptions(in: transaction) {
                for range in ranges {
                    for (sequence, delivery) in try DeliveryTable.all(in: transaction, subscription.target, range) {
                        found[sequence, default: []].append(delivery)
                    }
                }
            }
            return found
        }
    }

    func stored() async throws -> [StoredTarget] {
        try await store.read { try EventTargetTable.all(in: $0) }
    }

    func find(_ name: String) async throws -> StoredTarget? {
        try await store.read { try EventTargetTable.find(in: $0, name) }
    }

    /// The target with its secrets.
    ///
    /// - Throws: `SecretsError.wrongKey`.
    func opened(_ stored: StoredTarget) throws -> EventTarget {
        var target = stored.target
        target.secret = try stored.sealedSecret.map { try secrets.open($0, belongingTo: target.secretOwner) }
        target.secretAccessKey = try stored.sealedSecretAccessKey.map {
            try secrets.open($0, belongingTo: target.secretAccessKeyOwner)
        }
        return target
    }
}

extension EventTarget {
    /// What a secret is sealed to: none opens in the place of another.
    fileprivate var secretOwner: String { "event target \(name): secret" }
    fileprivate var secretAccessKeyOwner: String { "event target \(name): secret access key" }
}

/// Old events on their way to one target.
private struct Redelivery: Sendable {
    /// Numbers that one transaction looks at.
    static let mostAtOnce: Int64 = 1_000

    let target: String
    let now: Int64

    /// False where there is no such target.
    func begin(in transaction: WriteTransaction) throws -> Bool {
        try EventTargetTable.find(in: transaction, target) != nil
    }

    func send(in transaction: WriteTransaction, _ part: ClosedRange<Int64>) throws {
        guard let target = try EventTargetTable.find(in: transaction, target)?.target else { return }
        for detailType in target.detailTypes.map({ $0.map(Optional.some) }) ?? [nil] {
            let filter = EventFilter(account: target.account, detailType: detailType)
            try DeliveryTable.sendAgain(in: transaction, target.name, part, filter, due: now)
        }
    }
}
