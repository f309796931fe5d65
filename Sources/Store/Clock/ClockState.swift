/// The row of Cosell's clock.
struct ClockState: Sendable, Hashable {
    /// Grows with each change, so that an old reading does not undo a newer one.
    let revision: Int64
    /// What is added to the machine's clock.
    let offset: Int64
    /// What a frozen clock shows.
    let frozenAt: Int64?
    /// What every node shows at least. It only grows, unless the clock is forced back: a machine's clock that lags
    /// behind, or is set back between two starts, does not take Cosell's below what a change has shown.
    let floor: Int64

    /// A clock that nobody has touched shows real time.
    static let untouched = ClockState(revision: 0, offset: 0, frozenAt: nil, floor: 0)

    func milliseconds(at machine: Int64) -> Int64 {
        max(floor, frozenAt ?? machine + offset)
    }

    func reading(at machine: Int64) -> ClockReading {
        ClockReading(milliseconds: milliseconds(at: machine), isFrozen: frozenAt != nil)
    }

    /// The floor is where the clock is moved to, be it forwards or back.
    func moved(to target: Int64, at machine: Int64) -> ClockState {
        ClockState(
            revision: revision + 1,
            offset: frozenAt == nil ? target - machine : offset,
            frozenAt: frozenAt == nil ? nil : target,
            floor: target
        )
    }

    func frozen(at machine: Int64) -> ClockState {
        let now = milliseconds(at: machine)
        return ClockState(revision: revision + 1, offset: offset, frozenAt: now, floor: now)
    }

    func resumed(at machine: Int64) -> ClockState {
        let now = milliseconds(at: machine)
        let resumed = frozenAt == nil ? offset : now - machine
        return ClockState(revision: revision + 1, offset: resumed, frozenAt: nil, floor: now)
    }

    /// Both settings in one word, which is read at once.
    var packedSetting: Int64 {
        frozenAt.map { $0 << 1 | 1 } ?? offset << 1
    }
}

/// The statements over the one row of the clock.
enum ClockTable {
    private static let selectRow: Statement =
        "SELECT revision, offset_ms, frozen_at_ms, floor_ms FROM cosell_clock WHERE id = 1"
    private static let upsertRow: Statement = """
        INSERT INTO cosell_clock (id, revision, offset_ms, frozen_at_ms, floor_ms) VALUES (1, $1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, offset_ms = excluded.offset_ms,
            frozen_at_ms = excluded.frozen_at_ms, floor_ms = excluded.floor_ms
        """

    /// The clock's row; an untouched clock where there is none.
    static func find(in transaction: some SQLReading) throws -> ClockState {
        try transaction.first(selectRow) { row in
            ClockState(
                revision: row.integer(0),
                offset: row.integer(1),
                frozenAt: row.optionalInteger(2),
                floor: row.integer(3)
            )
        } ?? .untouched
    }

    static func put(in transaction: some SQLWriting, _ state: ClockState) throws {
        try transaction.run(
            upsertRow,
            [.integer(state.revision), .integer(state.offset), .optional(state.frozenAt), .integer(state.floor)]
        )
    }
}
