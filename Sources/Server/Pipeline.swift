public import AWSJSON
import Identity

/// The path of a request: one list, from bytes to bytes.
///
/// Only here are errors caught. A stage refuses by throwing a `WireError`; whatever else is thrown is our own fault,
/// logged with its cause and answered without detail.
public struct Pipeline: Sendable {
    private let service: ServiceDefinition
    private let authenticator: Authenticator
    private let throttle: Throttle
    private let authorizer: Authorizer
    private let faults: Faults
    private let recorder: RequestRecorder

    public init(
        service: ServiceDefinition,
        authenticator: Authenticator,
        throttle: Throttle,
        region: String,
        faults: Faults,
        recorder: RequestRecorder
    ) {
        self.service = service
        self.authenticator = authenticator
        self.throttle = throttle
        authorizer = Authorizer(refusals: service.refusals, region: region, arnService: service.arnService)
        self.faults = faults
        self.recorder = recorder
    }

    /// Answers one request of the service. It never throws: every way in has an answer.
    public func answer(_ request: IncomingRequest) async -> OutgoingAnswer {
        var record = RequestRecord()
        let binding = Frame.binding(of: request)
        let answer: OutgoingAnswer
        do {
            answer = try await process(request, &record)
        } catch {
            let refusal = refusal(for: error, record)
            record.refuse(refusal)
            answer = OutgoingAnswer(refusal, binding, record.identifier)
        }
        recorder.record(record, .bytes(request.body), answer)
        return answer
    }

    /// Answers a request whose body is larger than may be, and was not read.
    func refuseTooLarge(_ request: IncomingRequest, maximumBodyBytes: Int) -> OutgoingAnswer {
        var record = RequestRecord()
        let refusal = CommonError.requestEntityTooLarge.wireError(
            "The request body is larger than the \(maximumBodyBytes) bytes that this server accepts."
        )
        record.refuse(refusal.explained([.tooLarge(maximumBodyBytes: maximumBodyBytes)]))
        let answer = OutgoingAnswer(refusal, Frame.binding(of: request), record.identifier)
        recorder.record(record, .unread, answer)
        return answer
    }

    private func process(_ request: IncomingRequest, _ record: inout RequestRecord) async throws -> OutgoingAnswer {
        // limit: done by whoever read the body.
        // frame
        let frame = try Frame(request, service, &record)
        // authenticate
        let principal = try await authenticator.principal(of: request)
        (record.accountIdentifier, record.userName) = (principal.accountIdentifier, principal.userName)
        // throttle
        try throttle.admit(principal.accountIdentifier, frame.operationName, service)
        // decode
        let decoded = try frame.endpoint.decoded(request.body)
        let access = decoded.access
        record.catalog = access.catalog
        // constrain
        try decoded.constrain(service.refusals)
        // authorize
        try authorizer.authorize(principal, access)
        // faults, the first place
        let injection = FaultInjection(faults, FaultSubject(frame, principal, access))
        try await injection.beforeRun(service.refusals, &record.remarks)
        // run, encode
        let call = Call(requestIdentifier: record.identifier, accountIdentifier: principal.accountIdentifier)
        let answered = try await decoded.run(for: call, in: frame.binding).answer()
        record.remarks += answered.remarks
        // faults, the second place: all is committed
        var answer = OutgoingAnswer(answered.body, frame.binding, record.identifier)
        answer.isLost = injection.losesResponse(&record.remarks)
        // record: done by the caller, refusals included.
        return answer
    }

    private func refusal(for error: any Error, _ record: RequestRecord) -> WireError {
        if let refusal = error as? WireError { return refusal }
        recorder.fault(error, in: record)
        return service.refusals.internalError().explained([.internalError])
    }
}

extension FaultSubject {
    fileprivate init(_ frame: Frame, _ principal: Principal, _ access: AccessRequest) {
        self.init(
            operation: frame.operationName,
            accountIdentifier: principal.accountIdentifier,
            catalog: access.catalog
        )
    }
}

extension AccessRequest {
    /// The catalog that the request names, by the condition key of its permission; nil where it names none.
    fileprivate var catalog: String? {
        conditions.first { $0.key.hasSuffix(":Catalog") }?.value.first { !$0.isEmpty }
    }
}
