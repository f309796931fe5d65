public import AdminService
public import AdminShapes
public import Server

/// The admin API's words for a fault, and the server's.
extension Faults: FaultRegistry {
    public func put(_ request: PutFaultRequest) {
        put(
            Fault(
                name: request.name,
                kind: Self.kind(request),
                operation: request.operation,
                accountIdentifier: request.accountId,
                catalog: request.catalog?.rawValue,
                probability: request.probability,
                nth: request.nth,
                times: request.times,
                seed: request.seed.map { UInt64(bitPattern: Int64($0)) }
            )
        )
    }

    public var all: [PutFaultRequest] {
        faults.map { fault in
            var request = PutFaultRequest(
                accountId: fault.accountIdentifier,
                catalog: fault.catalog.map(Catalog.init(rawValue:)),
                kind: .error,
                name: fault.name,
                nth: fault.nth,
                operation: fault.operation,
                probability: fault.probability,
                seed: fault.seed.map { Int(Int64(bitPattern: $0)) },
                times: fault.times
            )
            switch fault.kind {
            case .error(let code, let message): (request.errorCode, request.message) = (code, message)
            case .latency(let milliseconds): (request.kind, request.latencyMilliseconds) = (.latency, milliseconds)
            case .lostResponse: request.kind = .lostResponse
            }
            return request
        }
    }

    private static func kind(_ request: PutFaultRequest) -> Fault.Kind {
        switch request.kind {
        case .latency: .latency(milliseconds: request.latencyMilliseconds ?? 0)
        case .lostResponse: .lostResponse
        case .error, .unrecognized:
            .error(code: request.errorCode ?? "InternalServerException", message: request.message)
        }
    }
}
