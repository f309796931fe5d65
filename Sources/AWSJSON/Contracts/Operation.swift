public import SmithyTypes

/// What an operation does. One type in one file for each operation of a service.
public protocol Operation: Sendable {
    associatedtype Contract: OperationContract

    /// Carries the operation out.
    ///
    /// Throws `Contract.Failure` for every refusal. Anything else that is thrown is our own fault: it is logged with
    /// its cause and answered as an internal error.
    func run(_ input: Contract.Input, for call: Call) async throws -> Answer<Contract.Output>
}

/// Who calls, and in what circumstances.
public struct Call: Sendable {
    /// The answer's `x-amzn-RequestId`.
    public let requestIdentifier: String
    /// The account on whose behalf the call is made: 12 digits.
    public let accountIdentifier: String

    public init(requestIdentifier: String, accountIdentifier: String) {
        self.requestIdentifier = requestIdentifier
        self.accountIdentifier = accountIdentifier
    }
}

/// An operation's output, with what a person should know of it: remarks stand in the request log and nowhere else.
public enum Answer<Output: JSONStructure>: Sendable {
    case value(Output, remarks: [Explanation] = [])
    /// The output as it is stored, in the awsJson form: a read that need not take its document apart.
    case stored([UInt8], remarks: [Explanation] = [])

    /// The answer's body in a binding.
    func body(_ binding: Binding) throws -> [UInt8] {
        switch self {
        case .value(is NoOutput, _): return []
        case .stored(let bytes, _) where binding == .awsJSON: return bytes
        case .stored(let bytes, _): return encode(try Output(stored: bytes), binding)
        case .value(let output, _): return encode(output, binding)
        }
    }

    var remarks: [Explanation] {
        switch self {
        case .value(_, let remarks), .stored(_, let remarks): remarks
        }
    }

    private func encode(_ output: Output, _ binding: Binding) -> [UInt8] {
        var writer = JSONWriter(unset: binding.unsetMembers, capacity: 1024)
        output.write(to: &writer)
        return writer.bytes
    }
}
