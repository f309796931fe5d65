import AWSJSON
import AdminShapes
import AdminWire
import EventDelivery

/// Lists the targets of events as they were put, without their secrets.
struct ListEventTargetsOperation: Operation {
    typealias Contract = ListEventTargets

    let environment: AdminEnvironment

    func run(_ input: ListEventTargetsRequest, for call: Call) async throws -> Answer<ListEventTargetsResponse> {
        let targets = try await environment.events.targets.all()
        return .value(ListEventTargetsResponse(eventTargets: targets.map(EventTargetSummary.init)))
    }
}

extension EventTargetSummary {
    fileprivate init(_ target: EventTarget) {
        self.init(
            accessKeyId: target.accessKeyIdentifier,
            accountId: target.account,
            delayMilliseconds: target.delayMilliseconds == 0 ? nil : Int(target.delayMilliseconds),
            detailTypes: target.detailTypes,
            duplicate: target.isDuplicating ? true : nil,
            endpoint: target.endpoint,
            eventBusName: target.eventBusName,
            kind: EventTargetKind(rawValue: target.kind.rawValue),
            name: target.name,
            path: target.path,
            region: target.region,
            shuffle: target.isShuffling ? true : nil,
            source: target.source
        )
    }
}
