import Synchronization

/// Signing keys by secret and scope, for deriving one takes longer than verifying a request with it.
///
/// Keys live in two generations. A new key goes to the young one; when that is full, or the first key of a later day
/// comes, it becomes the old one, and the old one is forgotten. A key that is used again moves back to the young. So
/// there are never more than twice `capacity`, and a key that nobody uses is gone two days later.
public final class SigningKeyCache: Sendable {
    private struct Generations {
        var young: [Identity: SigningKey] = [:]
        var old: [Identity: SigningKey] = [:]
        var latestDate = ""

        mutating func store(_ key: SigningKey, as identity: Identity, date: String, capacity: Int) {
            let isLaterDay = date > latestDate
            if isLaterDay || young.count >= capacity {
                old = young
                young = [:]
            }
            if isLaterDay { latestDate = date }
            old[identity] = nil
            young[identity] = key
        }
    }

    private let capacity: Int
    private let generations = Mutex(Generations())

    /// - Parameter capacity: Keys in one generation, at least one.
    public init(capacity: Int = 1024) {
        self.capacity = max(1, capacity)
    }

    /// The key of that secret in that scope, derived where it is not at hand.
    public func key(secretAccessKey: String, scope: CredentialScope) -> SigningKey {
        let identity = Identity(secretAccessKey: secretAccessKey, scope: scope)
        if let key = generations.withLock({ $0.young[identity] }) { return key }
        // Derived outside the lock: two threads may both do so once, but none waits for another's hashing.
        let key =
            generations.withLock { $0.old[identity] } ?? SigningKey(secretAccessKey: secretAccessKey, scope: scope)
        generations.withLock { $0.store(key, as: identity, date: scope.date, capacity: capacity) }
        return key
    }

    var count: Int {
        generations.withLock { $0.young.count + $0.old.count }
    }
}

extension SigningKeyCache {
    /// The secret itself is part of it: whoever changes a key's secret can never meet the key of the old one.
    ///
    /// Bytes and not strings, because Swift calls two strings equal whose accents are merely composed differently,
    /// and HMAC does not.
    private struct Identity: Hashable {
        private let octets: [UInt8]

        init(secretAccessKey: String, scope: CredentialScope) {
            var octets: [UInt8] = []
            octets.reserveCapacity(128)
            for part in [secretAccessKey, scope.date, scope.region, scope.service, scope.terminator] {
                octets.append(contentsOf: part.utf8)
                // No text holds this byte, so no two lists of parts look alike.
                octets.append(0xFF)
            }
            self.octets = octets
        }

        func hash(into hasher: inout Hasher) {
            octets.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }
}
