/// A service as the house serves it: its operations and how it words the refusals that come before them.
public struct ServiceDefinition: Sendable {
    /// What stands before the dot of `X-Amz-Target`.
    public let targetPrefix: String
    /// The service of the credential scope.
    public let signingName: String
    /// What stands in an ARN's service field.
    public let arnService: String
    /// Every operation of the model, whether it is built or not.
    public let operationNames: Set<String>
    /// The operations that are built.
    public let endpoints: [String: Endpoint]
    /// How often an account may call an operation, where the service says so.
    public let limits: [String: RequestLimit]
    public let refusals: ServiceRefusals
    /// `source` of the events that the service tells; nil for one that tells none.
    public let eventSource: String?

    public init(
        targetPrefix: String,
        signingName: String,
        arnService: String,
        operationNames: Set<String>,
        endpoints: [Endpoint],
        limits: [String: RequestLimit] = [:],
        refusals: ServiceRefusals,
        eventSource: String? = nil
    ) {
        self.targetPrefix = targetPrefix
        self.signingName = signingName
        self.arnService = arnService
        self.operationNames = operationNames
        self.endpoints = Dictionary(uniqueKeysWithValues: endpoints.map { ($0.name, $0) })
        self.limits = limits
        self.refusals = refusals
        self.eventSource = eventSource
    }
}

/// The errors of a service's model that the pipeline itself answers.
public struct ServiceRefusals: Sendable {
    public let violations: @Sendable ([ConstraintViolation]) -> WireError
    public let accessDenied: @Sendable (_ message: String) -> WireError
    public let throttled: @Sendable (_ message: String) -> WireError
    public let internalError: @Sendable () -> WireError
    /// The codes of the model's errors.
    public let codes: Set<String>
    /// The error of this code with this message; nil where the model has none. Serves injected faults.
    public let named: @Sendable (_ code: String, _ message: String?) -> WireError?

    public init(
        violations: @escaping @Sendable ([ConstraintViolation]) -> WireError,
        accessDenied: @escaping @Sendable (_ message: String) -> WireError,
        throttled: @escaping @Sendable (_ message: String) -> WireError,
        internalError: @escaping @Sendable () -> WireError,
        codes: Set<String> = [],
        named: @escaping @Sendable (_ code: String, _ message: String?) -> WireError?
    ) {
        self.violations = violations
        self.accessDenied = accessDenied
        self.throttled = throttled
        self.internalError = internalError
        self.codes = codes
        self.named = named
    }
}
