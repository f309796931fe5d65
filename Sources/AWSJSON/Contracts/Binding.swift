/// How a request names its operation and how its answer is spelled.
public enum Binding: Sendable, Hashable {
    /// `POST /` with `X-Amz-Target`; unset members are left out.
    case awsJSON
    /// `POST /<Operation>` with plain JSON; unset members are null. The real host answers it too, as recorded in
    /// the official Postman collection.
    case pathStyle

    /// The content type of every answer in this binding.
    public var contentType: String {
        switch self {
        case .awsJSON: "application/x-amz-json-1.0"
        case .pathStyle: "application/json"
        }
    }

    var unsetMembers: UnsetMembers { self == .awsJSON ? .omitted : .null }
}
