public import AWSJSON
public import Logging
import SmithyTypes

/// The path of a request to the admin API: shorter than the service's, for the guard has already let it in.
public struct AdminPipeline: Sendable {
    private let service: ServiceDefinition
    private let logger: Logger

    public init(service: ServiceDefinition, logger: Logger) {
        self.service = service
        self.logger = logger
    }

    func answer(_ operationName: String, _ request: IncomingRequest) async -> OutgoingAnswer {
        let identifier = RequestRecord.newIdentifier()
        do {
            return try await process(operationName, request.body, identifier)
        } catch let refusal as WireError {
            return self.answer(refusal, identifier)
        } catch {
            logger.error("internal error", metadata: ["operation": "\(operationName)", "cause": "\(error)"])
            return self.answer(service.refusals.internalError(), identifier)
        }
    }

    private func process(_ name: String, _ body: [UInt8], _ identifier: String) async throws -> OutgoingAnswer {
        guard let endpoint = service.endpoints[name] else {
            let near = nearest(to: name, in: service.operationNames.sorted())
            let hint = near.map { " Did you mean '\($0)'?" } ?? ""
            throw CommonError.unknownOperation.wireError("The admin API has no operation '\(name.prefix(80))'.\(hint)")
        }
        let decoded = try endpoint.decoded(body)
        try decoded.constrain(service.refusals)
        let call = Call(requestIdentifier: identifier, accountIdentifier: "")
        return OutgoingAnswer(try await decoded.run(for: call, in: .awsJSON).body(), .pathStyle, identifier)
    }

    /// The admin API has AWS's awsJson bodies and statuses, with plain JSON's content type.
    private func answer(_ refusal: WireError, _ identifier: String) -> OutgoingAnswer {
        var answer = OutgoingAnswer(refusal, .awsJSON, identifier)
        answer.headers[0].value = Binding.pathStyle.contentType
        return answer
    }
}
