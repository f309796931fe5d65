import Logging
import Store

/// How the events of one target get there.
struct DeliveryRoute: Sendable {
    /// When the store fails, everything else waits for it too.
    static let storeRetryMilliseconds: Int64 = 1_000
    /// After so long a lane lets others go on, and its worker look whether the target is still the same.
    private static let turnMilliseconds: Int64 = 1_000

    private let target: EventTarget
    private let sender: any EventSender

    init(_ target: EventTarget, _ http: OutgoingHTTP) {
        self.target = target
        switch target.kind {
        case .webhook: sender = WebhookSender(target, http)
        case .eventbridge: sender = EventBridgeSender(target, http)
        case .file: sender = FileSender(target)
        }
    }

    func lane(of delivery: PendingDelivery) -> DeliveryLane {
        if target.isShuffling { return .event(delivery.sequence) }
        return target.kind == .file ? .everything : .resource(delivery.resource)
    }

    /// Sends what is due in a lane, in order, until nothing is left, something has to wait or its turn is over.
    func deliver(_ lane: DeliveryLane, _ parts: DeliveryParts) async -> LaneBook.Outcome {
        let end = RealTime.milliseconds + Self.turnMilliseconds
        do {
            while !Task.isCancelled {
                let (name, limit) = (target.name, sender.mostAtOnce)
                let next = try await parts.store.read { try DeliveryTable.next(in: $0, name, lane, limit: limit) }
                guard let first = next.first else { return .emptied }
                let now = RealTime.milliseconds
                guard first.dueAtMilliseconds <= now else { return .waits(untilMilliseconds: first.dueAtMilliseconds) }
                let due = Array(next.prefix { $0.dueAtMilliseconds <= now })
                try await note(try await send(due), of: due, parts)
                if RealTime.milliseconds >= end { return .hasMore }
            }
        } catch is CancellationError {
            // The process ends: what was under way stays pending.
        } catch {
            parts.logger.error("a delivery was not noted", metadata: ["target": "\(target.name)", "cause": "\(error)"])
        }
        return .waits(untilMilliseconds: RealTime.milliseconds + Self.storeRetryMilliseconds)
    }

    /// Why the events were not accepted; nil where they were.
    ///
    /// - Throws: `CancellationError`, which says nothing about the target.
    private func send(_ due: [DueEvent]) async throws -> String? {
        let events = due.map(\.event)
        do {
            try await sender.send(events)
            // The repetition is only there to be coped with: what comes of it does not matter.
            if target.isDuplicating { try? await sender.send(events) }
            return nil
        } catch {
            try Task.checkCancellation()
            return "\(error)"
        }
    }

    private func note(_ refusal: String?, of due: [DueEvent], _ parts: DeliveryParts) async throws {
        let name = target.name
        guard let refusal else {
            try await parts.store.write { transaction in
                for event in due { try DeliveryTable.accept(in: transaction, name, event.event.sequence) }
            }
            return
        }
        let refusals = due.map { ($0.event.sequence, Self.refused($0, refusal, parts.schedule)) }
        try await parts.store.write { transaction in
            for (sequence, refusal) in refusals { try DeliveryTable.refuse(in: transaction, name, sequence, refusal) }
        }
        for (sequence, refusal) in refusals where refusal.attempts == 1 || refusal.status == .undelivered {
            parts.logger.warning(
                "an event was not accepted",
                metadata: [
                    "target": "\(name)", "sequence": "\(sequence)", "attempts": "\(refusal.attempts)",
                    "cause": "\(refusal.error)", "status": "\(refusal.status)",
                ]
            )
        }
    }

    private static func refused(_ due: DueEvent, _ error: String, _ schedule: RetrySchedule) -> RefusedDelivery {
        let attempts = due.attempts + 1
        let pause = schedule.milliseconds(after: attempts)
        return RefusedDelivery(
            status: pause == nil ? .undelivered : .pending,
            attempts: attempts,
            dueAtMilliseconds: RealTime.milliseconds + (pause ?? 0),
            error: error
        )
    }
}
