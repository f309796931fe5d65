import AWSJSON
public import Identity
import SigV4
import SmithyTypes

/// How strictly a caller must be known.
public enum AuthenticationMode: String, Sendable, CaseIterable {
    /// A registered access key must sign correctly; an unregistered one is accepted.
    case open
    /// Only registered keys.
    case strict
}

/// Finds out who signed a request.
public struct Authenticator: Sendable {
    private let verifier: Verifier
    private let keys: AccessKeys
    private let mode: AuthenticationMode

    public init(keys: AccessKeys, region: String, signingName: String, mode: AuthenticationMode) {
        verifier = Verifier(region: region, service: signingName)
        self.keys = keys
        self.mode = mode
    }

    /// The principal on whose behalf the request was made. Time is real time, for a moved clock must not break
    /// signatures.
    func principal(of request: IncomingRequest) async throws -> Principal {
        let now = SigningTime(secondsSinceEpoch: Int(realMilliseconds() / 1000))
        let signable = Self.signable(request)
        let claims = try named { () throws(SignatureRefusal) in
            let claims = try SignatureClaims(of: signable)
            try verifier.admit(claims, at: now)
            return claims
        }
        guard let key = try await registeredKey(claims.credential.accessKeyID) else {
            return try unregistered(claims.credential.accessKeyID)
        }
        try named { () throws(SignatureRefusal) in
            try verifier.verify(claims, of: signable, secretAccessKey: key.secretAccessKey, at: now)
        }
        try checkSession(key, claims)
        return Principal(accountIdentifier: key.accountIdentifier, userName: key.userName)
    }

    private static func signable(_ request: IncomingRequest) -> SignableRequest {
        var signable = SignableRequest(
            method: request.method,
            target: request.target,
            payload: request.body.withUnsafeBytes { PayloadHash(hashing: $0) },
            expectedHeaderCount: request.headers.count
        )
        for header in request.headers { signable.addHeader(header.name, header.value) }
        return signable
    }

    /// The longest identifier that an access key can be registered under; what is longer, or cannot be stored, is not
    /// even looked up, for it comes from somebody whom nothing has been checked of yet.
    private static let longestIdentifierBytes = 128

    private func registeredKey(_ identifier: String) async throws -> RegisteredKey? {
        guard identifier.utf8.count <= Self.longestIdentifierBytes, !identifier.utf8.contains(0) else { return nil }
        return try await keys.find(identifier)
    }

    /// In open mode anybody may come, as an account of 12 digits or else as the default one.
    private func unregistered(_ accessKeyIdentifier: String) throws -> Principal {
        guard mode == .open else {
            throw CommonError.unrecognizedClient.wireError().explained([.unregisteredKey(accessKeyIdentifier)])
        }
        let digits = accessKeyIdentifier.utf8
        let isAccount = digits.count == 12 && digits.allSatisfy { (0x30...0x39).contains($0) }
        return Principal(
            accountIdentifier: isAccount ? accessKeyIdentifier : AccessKeys.defaultAccountIdentifier
        )
    }

    private func checkSession(_ key: RegisteredKey, _ claims: SignatureClaims) throws {
        guard key.sessionToken == claims.sessionToken else {
            let explanation = Explanation.sessionToken(isSent: claims.sessionToken != nil)
            throw CommonError.unrecognizedClient.wireError().explained([explanation])
        }
        if let expiry = key.expiresAtMilliseconds, expiry <= realMilliseconds() {
            let end = Timestamp(millisecondsSinceEpoch: expiry)
            throw CommonError.expiredToken.wireError().explained([.expiredSession(at: end)])
        }
    }

    /// Calls a signature's refusal by AWS's names.
    private func named<Value>(_ body: () throws(SignatureRefusal) -> Value) throws(WireError) -> Value {
        do {
            return try body()
        } catch {
            let common: CommonError =
                switch error.group {
                case .missingAuthenticationToken: .missingAuthenticationToken
                case .incompleteSignature: .incompleteSignature
                case .invalidSignature: .invalidSignature
                }
            throw common.wireError(error.message)
                .explained([.signature(error)], repeatsSignature: error.repeatsAuthorization)
        }
    }
}
