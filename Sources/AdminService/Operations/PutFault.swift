import AWSJSON
import AdminShapes
import AdminWire
import SmithyTypes

/// Sets a fault, in place of one of the same name.
struct PutFaultOperation: Operation {
    typealias Contract = PutFault

    let environment: AdminEnvironment

    func run(_ input: PutFaultRequest, for call: Call) async throws -> Answer<PutFaultResponse> {
        if let problem = problem(with: input) { throw Contract.Failure.validation(problem) }
        environment.faults.put(input)
        return .value(PutFaultResponse())
    }

    private func problem(with input: PutFaultRequest) -> ValidationException? {
        if let probability = input.probability, !(0...1).contains(probability) {
            return ValidationException("probability", "Probability is from 0 to 1.")
        }
        if let operation = input.operation, !environment.operationNames.contains(operation) {
            return .unknown("operation", operation, of: environment.operationNames)
        }
        if let code = input.errorCode, !environment.errorCodes.contains(code) {
            return .unknown("error", code, as: "errorCode", of: environment.errorCodes)
        }
        switch input.kind {
        case .error where input.errorCode == nil:
            return ValidationException(
                "errorCode",
                "A fault of Kind error needs ErrorCode, such as ThrottlingException."
            )
        case .latency where input.latencyMilliseconds == nil:
            return ValidationException("latencyMilliseconds", "A fault of Kind latency needs LatencyMilliseconds.")
        default:
            return nil
        }
    }
}
