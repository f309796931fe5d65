/// Something of the service that this server does not do yet. It is answered as an unknown operation, which no client
/// takes for an answer of the service.
public struct NotBuilt: Error, Sendable {
    public let what: String

    public init(_ what: String) {
        self.what = what
    }

    /// What the client is told.
    public var message: String { "Cosell does not do this yet: \(what)." }
}
