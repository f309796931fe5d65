import AWSJSON
import AdminShapes
import AdminWire
import Identity
import SmithyTypes

/// Registers an access key and answers it whole, this once.
struct CreateAccessKeyOperation: Operation {
    typealias Contract = CreateAccessKey

    let environment: AdminEnvironment

    func run(_ input: CreateAccessKeyRequest, for call: Call) async throws -> Answer<CreateAccessKeyResponse> {
        let key = RegisteredKey(
            accessKeyIdentifier: input.accessKeyId ?? RandomText.accessKeyIdentifier(),
            accountIdentifier: input.accountId ?? defaultAccountIdentifier,
            userName: input.userName,
            secretAccessKey: input.secretAccessKey ?? RandomText.secretAccessKey(),
            sessionToken: input.sessionToken,
            expiresAtMilliseconds: input.expiresAt?.millisecondsSinceEpoch
        )
        try await environment.keys.put(key)
        return .value(
            CreateAccessKeyResponse(
                accessKeyId: key.accessKeyIdentifier,
                accountId: key.accountIdentifier,
                expiresAt: input.expiresAt,
                secretAccessKey: key.secretAccessKey,
                sessionToken: key.sessionToken,
                userName: key.userName
            )
        )
    }
}

/// Keys in the form that AWS gives them.
private enum RandomText {
    static func accessKeyIdentifier() -> String { "AKIA" + text(16, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") }

    static func secretAccessKey() -> String {
        text(40, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    }

    private static func text(_ count: Int, of alphabet: String) -> String {
        let letters = Array(alphabet)
        var random = SystemRandomNumberGenerator()
        return String((0..<count).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
    }
}
