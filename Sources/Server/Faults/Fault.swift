/// A fault that was asked for: what happens, and to which requests.
public struct Fault: Sendable, Hashable {
    /// What happens to a request that meets the fault.
    public enum Kind: Sendable, Hashable {
        /// The request is refused with this error before it runs.
        case error(code: String, message: String?)
        /// The request waits before it runs, on the real clock.
        case latency(milliseconds: Int)
        /// The operation runs and commits, then the connection is closed without an answer.
        case lostResponse
    }

    public let name: String
    public let kind: Kind
    /// Nil for every operation.
    public let operation: String?
    public let accountIdentifier: String?
    public let catalog: String?
    /// From 0 to 1; nil for always.
    public let probability: Double?
    /// Only every nth matching request; nil for each.
    public let nth: Int?
    /// After so many hits the fault lifts itself; nil for never.
    public let times: Int?
    /// Makes the draws of `probability` repeatable.
    public let seed: UInt64?

    public init(
        name: String,
        kind: Kind,
        operation: String? = nil,
        accountIdentifier: String? = nil,
        catalog: String? = nil,
        probability: Double? = nil,
        nth: Int? = nil,
        times: Int? = nil,
        seed: UInt64? = nil
    ) {
        self.name = name
        self.kind = kind
        self.operation = operation
        self.accountIdentifier = accountIdentifier
        self.catalog = catalog
        self.probability = probability
        self.nth = nth
        self.times = times
        self.seed = seed
    }

    func concerns(_ subject: FaultSubject) -> Bool {
        (operation == nil || operation == subject.operation)
            && (accountIdentifier == nil || accountIdentifier == subject.accountIdentifier)
            && (catalog == nil || catalog == subject.catalog)
    }
}

/// What a fault looks at.
struct FaultSubject: Sendable {
    let operation: String
    let accountIdentifier: String
    let catalog: String?
}
