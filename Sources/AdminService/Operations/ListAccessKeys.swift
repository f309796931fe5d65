import AWSJSON
import AdminShapes
import AdminWire
import Identity
import SmithyTypes

/// Lists the registered access keys, of one account or of all; their secrets stay secret.
struct ListAccessKeysOperation: Operation {
    typealias Contract = ListAccessKeys

    let environment: AdminEnvironment

    func run(_ input: ListAccessKeysRequest, for call: Call) async throws -> Answer<ListAccessKeysResponse> {
        let keys = try await environment.keys.listed(account: input.accountId)
        return .value(ListAccessKeysResponse(accessKeys: keys.map(ListedAccessKey.init)))
    }
}

extension ListedAccessKey {
    init(_ key: ListedKey) {
        self.init(
            accessKeyId: key.accessKeyIdentifier,
            accountId: key.accountIdentifier,
            expiresAt: key.expiresAtMilliseconds.map(Timestamp.init(millisecondsSinceEpoch:)),
            userName: key.userName
        )
    }
}
