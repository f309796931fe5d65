import AWSJSON
import AdminService
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
        let now: @Sendable () -> Timestamp = { Timestamp(millisecondsSinceEpoch: clock.milliseconds) }
        let environment = SellingEnvironment(
            store: store,
            region: configuration.region,
            pageTokenKey: secrets.derived(for: "page tokens"),
            reviews: configuration.reviews,
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
            recorder: RequestRecorder(logger: logger, metrics: RequestMetrics(factory: metrics))
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
                        service: selling
                    )
                ),
                logger: logger
            ),
            health: health,
            metrics: metrics
        )
        work = BackgroundWork(selling: environment, clock: clock, logger: logger)
        responder = CosellResponder(house: house, pipeline: pipeline, maximumBodyBytes: configuration.maximumBodyBytes)
    }
}
