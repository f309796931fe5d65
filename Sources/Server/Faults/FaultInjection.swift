import AWSJSON
import SmithyTypes

/// The faults of one request, drawn once and applied at the pipeline's two named places.
struct FaultInjection: Sendable {
    private let met: [Fault]

    init(_ faults: Faults, _ subject: FaultSubject) {
        met = faults.met(by: subject)
    }

    /// Waits and refuses as asked.
    func beforeRun(_ refusals: ServiceRefusals, _ remarks: inout [Explanation]) async throws {
        for fault in met {
            switch fault.kind {
            case .latency(let milliseconds):
                remarks.append(.latency(fault, milliseconds: milliseconds))
                try await Task.sleep(for: .milliseconds(milliseconds))
            case .error(let code, let message):
                throw Self.error(code, message, refusals).explained([.faultedError(fault)])
            case .lostResponse: break
            }
        }
    }

    /// Whether the answer, now that its changes are committed, is to get lost.
    func losesResponse(_ remarks: inout [Explanation]) -> Bool {
        guard let fault = met.first(where: { $0.kind == .lostResponse }) else { return false }
        remarks.append(.lostResponse(fault))
        return true
    }

    private static func error(_ code: String, _ message: String?, _ refusals: ServiceRefusals) -> WireError {
        refusals.named(code, message) ?? CommonError(rawValue: code)?.wireError(message) ?? refusals.internalError()
    }
}
