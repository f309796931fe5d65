public import AWSJSON
import SmithyTypes

/// The path of a request to the admin API: shorter than the service's, for the guard has already let it in.
///
/// Its requests have their log line and metrics, and no entry in the request log: that is of the service, and whoever
/// reads it would find mostly their own reading. Their bodies hold secret keys.
public struct AdminPipeline: Sendable {
    private let service: ServiceDefinition
    private let recorder: RequestRecorder

    public init(service: ServiceDefinition, recorder: RequestRecorder) {
        self.service = service
        self.recorder = recorder
    }

    func answer(_ operationName: String, _ request: IncomingRequest) async -> OutgoingAnswer {
        var record = RequestRecord()
        if service.operationNames.contains(operationName) { record.operation = operationName }
        let answer: OutgoingAnswer
        do {
            answer = try await process(operationName, request.body, record.identifier)
        } catch {
            let refusal = refusal(for: error, record)
            record.refuse(refusal)
            answer = self.answer(refusal, record.identifier)
        }
        recorder.record(record, .withheld(count: request.body.count), answer)
        return answer
    }

    private func refusal(for error: any Error, _ record: RequestRecord) -> WireError {
        if let refusal = error as? WireError { return refusal }
        recorder.fault(error, in: record)
        return service.refusals.internalError()
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
        let answered = try await decoded.run(for: call, in: .awsJSON).answer()
        return OutgoingAnswer(answered.body, .pathStyle, identifier)
    }

    /// The admin API has AWS's awsJson bodies and statuses, with plain JSON's content type.
    private func answer(_ refusal: WireError, _ identifier: String) -> OutgoingAnswer {
        var answer = OutgoingAnswer(refusal, .awsJSON, identifier)
        answer.headers[0].value = Binding.pathStyle.contentType
        return answer
    }
}
