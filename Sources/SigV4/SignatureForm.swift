/// Where a request carries its signature.
public enum SignatureForm: Equatable, Sendable {
    /// In the Authorization header.
    case header
    /// In the query: a presigned request.
    case query
}
