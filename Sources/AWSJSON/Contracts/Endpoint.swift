public import SmithyTypes

/// An operation with its types put away, so that one pipeline serves them all.
public struct Endpoint: Sendable {
    public let name: String
    /// The structures of its bodies, which say what of them may be shown.
    public let input: any JSONStructure.Type
    public let output: any JSONStructure.Type
    /// Reads a body as the operation's input.
    public let decode: @Sendable ([UInt8]) throws(SerializationFailure) -> any DecodedCall

    public init<Served: Operation>(_ operation: Served) {
        name = Served.Contract.name
        input = Served.Contract.Input.self
        output = Served.Contract.Output.self
        decode = { (body: [UInt8]) throws(SerializationFailure) -> any DecodedCall in
            var reader = try JSONReader(body)
            let input = try reader.document(Served.Contract.Input.self)
            return Decoded(operation: operation, input: input, deviations: reader.deviations)
        }
    }
}

/// A request whose body has been read: what is left to check and to do.
public protocol DecodedCall: Sendable {
    /// Every violation of the model's constraints.
    func violations() -> [ConstraintViolation]
    var access: AccessRequest { get }
    /// Carries the operation out and encodes its answer.
    func run(for call: Call, in binding: Binding) async throws -> Outcome
}

/// What came of a call: the body of its answer, or its refusal.
public enum Outcome: Sendable {
    case answered([UInt8], remarks: [Explanation] = [])
    case refused(WireError)

    /// The answer's body, with what the request log says of it; throws the refusal.
    public func answer() throws(WireError) -> (body: [UInt8], remarks: [Explanation]) {
        switch self {
        case .answered(let body, let remarks): return (body, remarks)
        case .refused(let refusal): throw refusal
        }
    }
}

private struct Decoded<Served: Operation>: DecodedCall {
    let operation: Served
    let input: Served.Contract.Input
    let deviations: [Deviation]

    func violations() -> [ConstraintViolation] {
        var constraints = ConstraintCheck(deviations: deviations)
        input.check(in: &constraints)
        return constraints.violations
    }

    var access: AccessRequest { Served.Contract.access(input) }

    func run(for call: Call, in binding: Binding) async throws -> Outcome {
        do {
            let answer = try await operation.run(input, for: call)
            return .answered(try answer.body(binding), remarks: answer.remarks)
        } catch let failure as Served.Contract.Failure {
            return .refused(failure.wireError)
        }
    }
}
