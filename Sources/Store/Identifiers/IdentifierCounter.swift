/// Hands out growing numbers for a named sequence, none of them ever twice.
///
/// A block of numbers is reserved durably by one write and then handed out from memory, so that a number costs no
/// write. What was reserved and not handed out when the process ended stays unused: gaps are fine, a second use is not.
/// The counter is no transaction's: a number drawn for a transaction that fails is a gap as well. Several processes on
/// one store hold different blocks, so their numbers are unique but only roughly in order of time.
public final class IdentifierCounter: Sendable {
    private struct State {
        var next: Int64 = 0
        var end: Int64 = 0
        var refill: Task<Void, any Error>?
    }

    private let store: any Store
    private let name: String
    private let firstValue: Int64
    private let blockSize: Int64
    private let state = Monitor(State())

    private static let reserve: Statement = """
        INSERT INTO identifier_counter (name, next_value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET next_value = identifier_counter.next_value + $3
        RETURNING next_value
        """

    /// - Parameters:
    ///   - store: migrated with `MigrationRoom.house`.
    ///   - name: of the sequence.
    ///   - firstValue: where the sequence begins; without effect once it exists.
    ///   - blockSize: how many numbers one write reserves.
    public init(store: any Store, name: String, firstValue: Int64 = 1, blockSize: Int64 = 100) {
        precondition(blockSize > 0, "a block holds at least one number")
        self.store = store
        self.name = name
        self.firstValue = firstValue
        self.blockSize = blockSize
    }

    /// The next number.
    ///
    /// - Throws: `StoreError` where a new block is needed and cannot be reserved.
    public func next() async throws -> Int64 {
        while true {
            if let number = takeFromBlock() {
                return number
            }
            try await refill()?.value
        }
    }

    private func takeFromBlock() -> Int64? {
        state.withLock { state in
            guard state.next < state.end else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    /// The one refill under way, which all who find the block empty wait for. Nil: somebody has just refilled it.
    private func refill() -> Task<Void, any Error>? {
        state.withLock { state in
            if state.refill == nil, state.next == state.end {
                state.refill = Task { try await self.reserveBlock() }
            }
            return state.refill
        }
    }

    private func reserveBlock() async throws {
        let parameters: [SQLValue] = [.text(name), .integer(firstValue + blockSize), .integer(blockSize)]
        let reserved: Int64?
        do {
            reserved = try await store.write { try $0.first(Self.reserve, parameters) { $0.integer(0) } }
        } catch {
            state.withLock { $0.refill = nil }
            throw error
        }
        state.withLock { state in
            state.refill = nil
            if let end = reserved {
                state.next = end - blockSize
                state.end = end
            }
        }
    }
}
