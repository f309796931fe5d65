import AWSJSON
import AdminShapes
import AdminWire
import EventDelivery
import SellingService

/// Sets where events are sent, in place of a target of the same name. A new target gets what happens from now on.
struct PutEventTargetOperation: Operation {
    typealias Contract = PutEventTarget

    let environment: AdminEnvironment

    func run(_ input: PutEventTargetRequest, for call: Call) async throws -> Answer<PutEventTargetResponse> {
        let problems = problems(with: input)
        guard problems.isEmpty else { throw Contract.Failure.validation(ValidationException(problems)) }
        try await environment.events.targets.put(target(input))
        return .value(PutEventTargetResponse())
    }

    /// What the target's kind needs and lacks.
    private func problems(with input: PutEventTargetRequest) -> [(fieldName: String, message: String)] {
        var problems: [(fieldName: String, message: String)] = []
        if let endpoint = input.endpoint, HTTPEndpoint(endpoint) == nil {
            problems.append(("endpoint", "Endpoint must be an http or https URL, such as https://crm.example/events."))
        }
        switch input.kind {
        case .webhook where input.endpoint == nil:
            problems.append(("endpoint", "A target of Kind webhook needs Endpoint."))
        case .file where input.path == nil:
            problems.append(("path", "A target of Kind file needs Path."))
        case .eventbridge:
            if input.accessKeyId == nil {
                problems.append(("accessKeyId", "A target of Kind eventbridge needs AccessKeyId."))
            }
            if input.secretAccessKey == nil {
                problems.append(("secretAccessKey", "A target of Kind eventbridge needs SecretAccessKey."))
            }
        default: break
        }
        return problems
    }

    private func target(_ input: PutEventTargetRequest) -> EventTarget {
        let kind: EventTarget.Kind =
            switch input.kind {
            case .eventbridge: .eventbridge
            case .file: .file
            case .webhook, .unrecognized: .webhook
            }
        var target = EventTarget(name: input.name, kind: kind)
        target.account = input.accountId
        target.detailTypes = input.detailTypes
        target.endpoint = input.endpoint
        target.path = input.path
        target.secret = input.secret
        target.region = input.region ?? (kind == .eventbridge ? environment.selling.region : nil)
        target.accessKeyIdentifier = input.accessKeyId
        target.secretAccessKey = input.secretAccessKey
        target.eventBusName = input.eventBusName
        target.source = input.source
        target.isDuplicating = input.duplicate ?? false
        target.delayMilliseconds = Int64(input.delayMilliseconds ?? 0)
        target.isShuffling = input.shuffle ?? false
        return target
    }
}
