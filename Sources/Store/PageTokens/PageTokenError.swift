/// The token was not given out for this caller and query, or was altered.
public struct PageTokenError: Error, Hashable, CustomStringConvertible {
    public init() {}

    public var description: String {
        "the page token is not valid for this caller and query"
    }
}
