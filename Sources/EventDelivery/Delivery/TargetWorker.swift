import Logging
import Store

/// Sends one target its events, until the target changes or the task is cancelled.
///
/// What a target has still to get is in the database; here is only where the search for it has come, and which lanes
/// are under way. So an end at any point loses nothing: what was sent and not yet noted is sent once more.
actor TargetWorker {
    /// Lanes that are worked on at once.
    private static let mostBusy = 8
    /// Lanes that are known at once: when so many wait, no more are looked for.
    private static let mostLanes = 10_000
    private static let pageSize = 500

    private let name: String
    private let revision: Int64
    private let route: DeliveryRoute
    private let parts: DeliveryParts
    private let lease: DeliveryLease
    private var leaseRenewedAt: Int64?
    private var lanes = LaneBook()
    /// Everything pending up to this number has been seen.
    private var seen: Int64 = 0

    init(_ stored: StoredTarget, _ parts: DeliveryParts) throws {
        name = stored.target.name
        revision = stored.revision
        route = DeliveryRoute(try parts.targets.opened(stored), parts.http)
        lease = DeliveryLease(target: stored.target.name, owner: parts.owner)
        self.parts = parts
    }

    func run() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let rings = parts.news.rings
                var pause = parts.pollMilliseconds
                do {
                    guard try await isCurrent() else { break }
                    if try await holdsLease() {
                        try await look()
                        for lane in lanes.take(mostBusy: Self.mostBusy, at: RealTime.milliseconds) {
                            group.addTask { await self.work(on: lane) }
                        }
                        pause = pauseUntilNextLane(pause)
                    }
                } catch {
                    parts.logger.error(
                        "a target cannot be served",
                        metadata: ["target": "\(name)", "cause": "\(error)"]
                    )
                    pause = DeliveryRoute.storeRetryMilliseconds
                }
                await parts.news.wait(beyond: rings, atMost: .milliseconds(pause))
            }
        }
        if leaseRenewedAt != nil { try? await lease.giveUp(parts.store) }
    }

    /// Whether the target is still the one that this worker was made for.
    private func isCurrent() async throws -> Bool {
        try await parts.targets.find(name)?.revision == revision
    }

    /// An embedded store is this process's alone, and its targets are too.
    private func holdsLease() async throws -> Bool {
        guard parts.isShared else { return true }
        let now = RealTime.milliseconds
        if let leaseRenewedAt, now - leaseRenewedAt < DeliveryLease.renewedAfterMilliseconds { return true }
        guard try await lease.hold(parts.store, at: now) else {
            leaseRenewedAt = nil
            return false
        }
        leaseRenewedAt = now
        return true
    }

    /// Notes what is newly pending.
    private func look() async throws {
        while lanes.count < Self.mostLanes {
            let (name, after) = (name, seen)
            let page = try await parts.store.read {
                try DeliveryTable.pending(in: $0, name, after: after, limit: Self.pageSize)
            }
            for delivery in page { lanes.note(route.lane(of: delivery), dueAtMilliseconds: delivery.dueAtMilliseconds) }
            seen = page.last?.sequence ?? seen
            guard page.count == Self.pageSize else { return }
        }
    }

    private func pauseUntilNextLane(_ longest: Int64) -> Int64 {
        guard let due = lanes.nextDueMilliseconds else { return longest }
        return max(1, min(longest, due - RealTime.milliseconds))
    }

    private func work(on lane: DeliveryLane) async {
        let outcome = await route.deliver(lane, parts)
        lanes.finish(lane, outcome)
        // The next round takes what waited for this one to end.
        parts.news.ring()
    }
}
