/// Brings the tables of `rooms` up to date: every migration the database lacks, in order, each in one transaction.
///
/// Several programs may start on one database at once. Each migration looks inside its own transaction whether it has
/// been applied; of two that overlap one commits and the other fails on what the first has made. Whoever failed looks
/// again, and goes on where the record is now there. That needs no lock an engine may lack.
///
/// - Throws: `StoreError.newerSchema` and `StoreError.renamedMigration`, both before anything is changed.
public func migrate(_ store: any Store, _ rooms: [MigrationRoom]) async throws {
    let now = RealTime.milliseconds
    let known = try await knownMigrations(store)
    for room in rooms {
        try check(room, against: known)
    }
    for room in rooms {
        for migration in room.migrations {
            let record = MigrationRecord(room: room.name, number: migration.number, name: migration.name)
            guard !known.contains(where: { $0.isSame(as: record) }) else { continue }
            try await apply(migration, record, store, now)
        }
    }
}

private func knownMigrations(_ store: any Store) async throws -> [MigrationRecord] {
    let makeTableAndList = { @Sendable (transaction: WriteTransaction) in
        try transaction.execute(MigrationRecord.table)
        return try MigrationRecord.all(in: transaction)
    }
    do {
        return try await store.write(makeTableAndList)
    } catch let error as StoreError where error.mayBeOfARace {
        // IF NOT EXISTS does not keep two transactions of PostgreSQL from making the same table; the second time, it is
        // there.
        return try await store.write(makeTableAndList)
    }
}

private func check(_ room: MigrationRoom, against known: [MigrationRecord]) throws {
    guard room.isInOrder else {
        throw StoreError.misuse("the migrations of '\(room.name)' are not in ascending order")
    }
    for record in known where record.room == room.name {
        guard record.number <= room.newest else {
            throw StoreError.newerSchema(room: room.name, found: record.number, known: room.newest)
        }
        let name = room.migration(record.number)?.name ?? ""
        guard record.name == name else {
            throw StoreError.renamedMigration(
                room: room.name,
                number: record.number,
                found: record.name,
                known: name
            )
        }
    }
}

private func apply(_ migration: Migration, _ record: MigrationRecord, _ store: any Store, _ now: Int64) async throws {
    do {
        try await store.write { transaction in
            guard try !record.isIn(transaction) else { return }
            for statement in migration.statements {
                try transaction.execute(statement)
            }
            try record.add(in: transaction, appliedAtMilliseconds: now)
        }
    } catch let error as StoreError where error.mayBeOfARace {
        guard try await store.read({ try record.isIn($0) }) else { throw error }
    }
}

extension MigrationRecord {
    fileprivate func isSame(as other: MigrationRecord) -> Bool {
        room == other.room && number == other.number
    }

    fileprivate func isIn(_ transaction: some SQLReading) throws -> Bool {
        try Self.all(in: transaction).contains { isSame(as: $0) }
    }
}

extension StoreError {
    /// Whether another program doing the same at the same moment can be the reason.
    fileprivate var mayBeOfARace: Bool {
        switch self {
        case .constraint, .contention, .engine: true
        default: false
        }
    }
}
