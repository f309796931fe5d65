import AWSJSON
import AdminService
import EventDelivery
import Identity
import Logging
import SellingService
import Server
import SmithyTypes
import Store

/// Everything between a socket and the store, made of one configuration.
struct ServerParts {
    let responder: CosellResponder
    let health: Health
    let events: Events
    let work: BackgroundWork

    init(
        _ configuration: ServeConfiguration,
        _ store: any Store,
        _ clock: CosellClock,
        _ keys: AccessKeys,
        _ secrets: SecretsKey,
        _ logger: Logger
    ) {
        let metrics = PrometheusMetrics()
        let faults = Faults()
        let requests = RequestLog()
        // Services write through it, so that their events leave as soon as they are committed.
        let wakingStore = WakingStore(store)
        let now: @Sendable () -> Timestamp = { Timestamp(millisecondsSinceEpoch: clock.milliseconds) }
        let environment = SellingEnvironment(
            store: wakingStore,
            region: configuration.region,
            pageTokenKey: secrets.derived(for: "page tokens"),
            sandboxMode: configuration.sandbox,
            reviews: configuration.reviews,
            taskDelay: configuration.taskDelay,
            now: now
        )
        let selling = ServiceDefinition.selling(environment)
        let pipeline = Pipeline(
            service: selling,
            authenticator: Authenticator(
                keys: keys,
                region: configuration.region,
                signingName: selling.signingName,
                mode: configuration.authentication
            ),
            throttle: Throttle(mode: configuration.limits, now: now),
            region: configuration.region,
            faults: faults,
            recorder: RequestRecorder(
                logger: logger,
                metrics: RequestMetrics(factory: metrics),
                requests: requests
            )
        )
        events = Events(
            store: wakingStore,
            secrets: secrets,
            origin: EventOrigin(source: selling.eventSource ?? selling.signingName, region: configuration.region),
            logger: logger
        )
        health = Health(
            version: CosellVersion.text,
            store: store.engine,
            operationCount: selling.operationNames.count
        )
        let house = HouseRoutes(
            adminGuard: AdminGuard(token: configuration.adminToken, isLoopbackBind: configuration.isLoopback),
            admin: AdminPipeline(
                service: .admin(
                    AdminEnvironment(
                        selling: environment,
                        keys: keys,
                        clock: clock,
                        faults: faults,
                        requests: RequestLogReader(requests, of: selling, showsBodies: configuration.logsBodies),
                        events: events,
                        service: selling
                    )
                ),
                recorder: RequestRecorder(
                    logger: logger,
                    metrics: RequestMetrics(factory: metrics, prefix: "cosell_admin")
                )
            ),
            health: health,
            metrics: metrics,
            events: EventStream(events: events, logger: logger)
        )
        work = BackgroundWork(selling: environment, clock: clock, logger: logger)
        responder = CosellResponder(house: house, pipeline: pipeline, maximumBodyBytes: configuration.maximumBodyBytes)
    }
}
