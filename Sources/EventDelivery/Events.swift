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

    /// How often there was something new in the log, or seemed to be. Who follows the log notes it before looking.
    public var newsCount: UInt64 { news.rings }

    /// Returns once there may be something new in the log since `newsCount` was `seen`, or after so long.
    public func waitForNews(beyond seen: UInt64, atMost duration: Duration) async {
        // The bell of another node is not heard here.
        await news.wait(beyond: seen, atMost: isShared ? min(duration, .seconds(1)) : duration)
    }

    /// Whether those who listen are to stop, because the server does.
    public var hasEnded: Bool { isEnding.load(ordering: .acquiring) }

    /// Ends every wait for news: the server is about to stop, and who listens would hold it up.
    public func endListening() {
        isEnding.store(true, ordering: .releasing)
        news.ring()
    }
}
