import Synchronization

/// Signing keys by secret and scope, for deriving one takes longer than verifying a request with it.
///
/// Keys live in two generations. A new key goes to the young one; when that is full, or the first key of a later day
/// comes, it becomes the old one, and the old one is forgotten. A key that is used again moves back to the young. So
/// there are never more than twice `capacity`, and a day's keys are gone two days later.
public final class SigningKeyCache: Sendable {
    private struct Generations {
        var young: [Identity: SigningKey] = [:]
        var old: [Identity: SigningKey] = [:]
        var latestDate = ""
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
        let key = generations.withLock { $0.old[identity] } ?? SigningKey(secretAccessKey: secretAccessKey, scope: scope)
        generations.withLock { Self.store(key, as: identity, in: &$0, capacity: capacity) }
        return key
    }

    var count: Int {
        generations.withLock { $0.young.count + $0.old.count }
    }

    private static func store(
        _ key: SigningKey,
        as identity: Identity,
        in generations: inout Generations,
        capacity: Int
    ) {
        let isLaterDay = identity.scope.date > generations.latestDate
        if isLaterDay || generations.young.count >= capacity {
            generations.old = generations.young
            generations.young = [:]
        }
        if isLaterDay { generations.latestDate = identity.scope.date }
        generations.old[identity] = nil
        generations.young[identity] = key
    }
}

extension SigningKeyCache {
    /// The secret itself is part of it: whoever changes a key's secret can never meet the key of the old one.
    private struct Identity: Hashable {
        let secretAccessKey: String
        let scope: CredentialScope

        /// Byte by byte: Swift calls two strings equal whose accents are composed differently, HMAC does not.
        static func == (left: Identity, right: Identity) -> Bool {
            left.secretAccessKey.utf8.elementsEqual(right.secretAccessKey.utf8)
                && left.scope.date.utf8.elementsEqual(right.scope.date.utf8)
                && left.scope.region.utf8.elementsEqual(right.scope.region.utf8)
                && left.scope.service.utf8.elementsEqual(right.scope.service.utf8)
                && left.scope.terminator.utf8.elementsEqual(right.scope.terminator.utf8)
        }

        /// Strings of equal bytes hash alike, and that is all that is asked of a hash.
        func hash(into hasher: inout Hasher) {
            hasher.combine(secretAccessKey)
            hasher.combine(scope.date)
            hasher.combine(scope.region)
            hasher.combine(scope.service)
        }
    }
}
