/// Which call an idempotency token belongs to. The same token of another account, catalog or operation is another call.
public struct ReplayKey: Sendable, Hashable {
    public let account: String
    public let catalog: String
    public let operation: String
    public let token: String

    public init(account: String, catalog: String, operation: String, token: String) {
        self.account = account
        self.catalog = catalog
        self.operation = operation
        self.token = token
    }

    var values: [SQLValue] {
        [.text(account), .text(catalog), .text(operation), .text(token)]
    }
}
