import AWSJSON
import AdminShapes
import AdminWire
import EventDelivery
import SmithyTypes

/// Lists events by their number, with what has come of each at every target.
struct ListEventsOperation: Operation {
    typealias Contract = ListEvents

    private static let mostEvents = 1_000

    let environment: AdminEnvironment

    func run(_ input: ListEventsRequest, for call: Call) async throws -> Answer<ListEventsResponse> {
        // Who has just changed something finds its event here.
        try await environment.events.drain()
        let log = environment.events.log
        let page = try await log.events(
            after: Int64(input.afterSequence ?? 0),
            matching: EventFilter(
                account: input.accountId,
                catalog: input.catalog?.rawValue,
                detailType: input.detailType
            ),
            limit: input.maxResults ?? Self.mostEvents
        )
        let summaries = try await summaries(of: page.events)
        // Read last, so that no listed event has a higher number.
        return .value(ListEventsResponse(events: summaries, lastSequence: Int(try await log.lastSequence())))
    }

    private func summaries(of events: [LoggedEvent]) async throws -> [EventSummary] {
        let deliveries = try await environment.events.targets.deliveries(of: events.map(\.sequence))
        return try events.map { event in
            var envelope = try JSONReader(event.envelope)
            return EventSummary(
                deliveries: (deliveries[event.sequence] ?? []).map(EventDeliverySummary.init),
                event: try envelope.document(Document.self),
                sequence: Int(event.sequence)
            )
        }
    }
}

extension EventDeliverySummary {
    fileprivate init(_ delivery: DeliveryProgress) {
        self.init(
            attempts: delivery.attempts,
            lastError: delivery.lastError,
            status: DeliveryStatus(delivery.status),
            targetName: delivery.target
        )
    }
}

extension DeliveryStatus {
    fileprivate init(_ status: DeliveryProgress.Status) {
        self =
            switch status {
            case .pending: .pending
            case .delivered: .delivered
            case .undelivered: .undelivered
            }
    }
}
