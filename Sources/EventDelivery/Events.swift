public import Identity
public import Logging
import Synchronization

/// Everything that happens to events once they are committed: they are numbered, kept in a log, sent to targets, and
/// followed by those who listen.
public final class Events: Sendable {
    public let log: EventLog
    public let targets: EventTargets
    private let relay: EventRelay
    private let dispatcher: Dispatcher
    private let http: OutgoingHTTP
    /// Rings for events that are new in the log, and for changes of targets.
    private let news: Bell
    private let isEnding = Atomic<Bool>(false)
    private let isShared: Bool

    /// - Parameters:
    ///   - store: the one that services write to, so that events leave as soon as they are committed.
    ///   - secrets: protects what targets are signed with.
    public init(
        store: WakingStore,
        secrets: SecretsKey,
        origin: EventOrigin,
        schedule: RetrySchedule = .standard,
        logger: Logger
    ) {
        let (news, http) = (Bell(), OutgoingHTTP())
        let relay = EventRelay(
            store: store.inner,
            origin: origin,
            written: store.written,
            logged: news,
            logger: logger
        )
        let changed = Bell()
        let targets = EventTargets(store: store.inner, secrets: secrets, relay: relay, bells: [changed, news])
        let parts = DeliveryParts(
            store: store.inner,
            targets: targets,
            http: http,
            schedule: schedule,
            news: news,
            logger: logger
        )
        log = EventLog(store: store.inner)
        dispatcher = Dispatcher(parts: parts, changed: changed)
        isShared = parts.isShared
        (self.targets, self.relay, self.news, self.http) = (targets, relay, news, http)
    }

    /// Numbers and sends events until the task is cancelled.
    public func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.relay.run() }
            group.addTask { await self.dispatcher.run() }
        }
        await http.close()
    }

    /// Numbers what is committed now, so that who has changed something finds its event in the log.
    public func drain() async throws {
        try await relay.drain()
    }

    /// Waits for something new in the log, for at most so long.
    ///
    /// - Parameter look: looks whether there is something already. It is asked again after each ring.
    /// - Returns: what `look` has found; nil where the time is over or listening has ended.
    public func wait<Found: Sendable>(
        atMost duration: Duration,
        for look: @Sendable () async throws -> Found?
    ) async throws -> Found? {
        let end = ContinuousClock.now + duration
        while !hasEnded {
            let seen = news.rings
            if let found = try await look() { return found }
            let rest = ContinuousClock.now.duration(to: end)
            guard rest > .zero, !Task.isCancelled else { return nil }
            await news.wait(beyond: seen, atMost: isShared ? min(rest, .seconds(1)) : rest)
        }
        return nil
    }

    /// Whether those who listen are to stop, because the server does.
    public var hasEnded: Bool { isEnding.load(ordering: .acquiring) }

    /// Ends every `wait`: the server is about to stop, and who listens would hold it up.
    public func endListening() {
        isEnding.store(true, ordering: .releasing)
        news.ring()
    }
}
