/// A part that a signed request must have.
public enum SignaturePart: Equatable, Sendable {
    /// A parameter of presigned requests only: in a header the algorithm is the scheme.
    case algorithm
    case credential
    case signature
    case signedHeaders
    case date
}
