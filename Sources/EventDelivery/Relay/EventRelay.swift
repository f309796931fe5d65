import Logging
import Store

/// Takes events out of the outbox, in order, and gives them their numbers.
///
/// A batch is one transaction: its events are numbered, written into the log, assigned to the targets that want them
/// and removed from the outbox, all or none. So a number has no gap behind it and no event is lost or told twice,
/// wherever a process ends. Relays of several nodes on one database meet in the rows they both remove: one of them
/// commits, the other is run again and finds what is left.
struct EventRelay: Sendable {
    /// One transaction numbers no more than these.
    private static let mostAtOnce = 200
    /// The first event after a rest leaves at once. Under load a batch in so many milliseconds is enough, and costs the
    /// writers who wait for the same disk next to nothing.
    private static let restMilliseconds = 50
    /// For what another node's writes have left here, or this process before it ended.
    private static let pollSeconds = 5

    let store: any Store
    let origin: EventOrigin
    /// Rings when something was written that may have told an event.
    let written: Bell
    /// Is rung for events that are now in the log.
    let logged: Bell
    let logger: Logger

    /// Numbers whatever is committed, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            let seen = written.rings
            do {
                try await drain()
            } catch {
                logger.error("events could not be numbered", metadata: ["cause": "\(error)"])
            }
            try? await Task.sleep(for: .milliseconds(Self.restMilliseconds))
            await written.wait(beyond: seen, atMost: .seconds(Self.pollSeconds))
        }
    }

    /// Numbers everything that is committed now.
    func drain() async throws {
        while true {
            let waiting = try await store.read { try Outbox.count(in: $0, most: Self.mostAtOnce) }
            guard waiting > 0 else { return }
            try await relay(RelayDraft(slots: waiting))
            logged.ring()
        }
    }

    private func relay(_ draft: RelayDraft) async throws {
        let origin = origin
        try await store.write { transaction in
            let batch = try Outbox.pending(in: transaction, limit: draft.slots.count)
            guard let last = batch.last else { return }
            let first = try EventLogTable.reserve(in: transaction, batch.count)
            let subscriptions = try EventTargetTable.subscriptions(in: transaction)
            for (index, pending) in batch.enumerated() {
                let slot = draft.slots[index]
                let event = LoggedEvent(first + Int64(index), pending.event, slot.identifier, origin)
                try EventLogTable.insert(in: transaction, event)
                for subscription in subscriptions where subscription.wants(event) {
                    let delay = subscription.delayMilliseconds(jitter: slot.jitter)
                    try DeliveryTable.insert(in: transaction, event, subscription.target, due: draft.now + delay)
                }
            }
            try Outbox.remove(in: transaction, through: last.position)
        }
    }
}

/// What a batch needs that must be drawn outside its transaction, which may run more than once.
struct RelayDraft: Sendable {
    struct Slot: Sendable {
        let identifier: String
        /// From 0 to 1: where within its time a shuffled event falls.
        let jitter: Double
    }

    let slots: [Slot]
    let now = RealTime.milliseconds

    init(slots count: Int) {
        slots = (0..<count).map { _ in Slot(identifier: EventIdentifier.random(), jitter: .random(in: 0..<1)) }
    }
}

extension LoggedEvent {
    fileprivate init(_ sequence: Int64, _ event: OutboxEvent, _ identifier: String, _ origin: EventOrigin) {
        self.init(
            sequence: sequence,
            account: event.account,
            catalog: event.catalog,
            resource: event.resource,
            detailType: event.detailType,
            envelope: EventEnvelope.bytes(event, identifier: identifier, from: origin)
        )
    }
}
