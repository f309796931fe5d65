import AWSJSON

/// The routes that are Cosell's own and not AWS's.
public struct HouseRoutes: Sendable {
    static let prefix = "/_cosell/"

    private let adminGuard: AdminGuard
    private let admin: AdminPipeline
    private let health: Health
    private let metrics: PrometheusMetrics
    private let events: EventStream

    public init(
        adminGuard: AdminGuard,
        admin: AdminPipeline,
        health: Health,
        metrics: PrometheusMetrics,
        events: EventStream
    ) {
        self.adminGuard = adminGuard
        self.admin = admin
        self.health = health
        self.metrics = metrics
        self.events = events
    }

    /// The answer to a request for one of these routes; nil for every other.
    func answer(_ request: IncomingRequest) async -> OutgoingAnswer? {
        let path = request.path
        if path == "/console" || path.hasPrefix("/console/") {
            return OutgoingAnswer(status: 404, sentence: "The web console is not part of this version of Cosell.")
        }
        guard path.hasPrefix(Self.prefix) else { return nil }
        let name = String(path.dropFirst(Self.prefix.count))
        // Health never needs the token: what starts Cosell asks for it.
        if name == "health", request.method == "GET" { return health.answer }
        if let refusal = adminGuard.refusal(of: request) {
            return OutgoingAnswer(status: refusal.status, sentence: refusal.sentence)
        }
        if name == "metrics", request.method == "GET" {
            return OutgoingAnswer(
                status: 200,
                headers: [("content-type", "text/plain; version=0.0.4")],
                body: Array(metrics.text.utf8)
            )
        }
        if name == "events/stream", request.method == "GET" { return await events.answer(request) }
        guard request.method == "POST" else {
            return OutgoingAnswer(status: 405, sentence: "The admin API is called by POST.")
        }
        if let refusal = adminGuard.contentRefusal(of: request) {
            return OutgoingAnswer(status: refusal.status, sentence: refusal.sentence)
        }
        return await admin.answer(name, request)
    }
}
