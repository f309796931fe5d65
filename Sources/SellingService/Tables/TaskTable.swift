import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// Whose task, in which catalog, of which kind, and which.
struct TaskKey: Sendable, Hashable {
    let account: String
    let catalog: CatalogIdentifier
    let kind: TaskKind
    let identifier: String

    fileprivate var values: [SQLValue] {
        [.text(account), .text(catalog.rawValue), .text(kind.rawValue), .text(identifier)]
    }
}

/// Tasks: how far each has come, and the document that its steps work with.
enum TaskTable {
    static let columns = """
        id, status, started_at_ms, steps_done, due_at_ms, engagement, invitation, opportunity, snapshot_job, context, \
        reason_code, message
        """
    private static let selectOne = Statement(
        "SELECT \(columns) FROM task WHERE account = $1 AND catalog = $2 AND kind = $3 AND id = $4"
    )
    private static let selectDocument: Statement =
        "SELECT document FROM task WHERE account = $1 AND catalog = $2 AND kind = $3 AND id = $4"
    private static let selectDue = Statement(
        """
        SELECT \(columns), account, catalog, kind FROM task
        WHERE due_at_ms <= $1 ORDER BY due_at_ms, account, catalog, kind, id LIMIT $2
        """
    )
    private static let insertRow: Statement = """
        INSERT INTO task
            (account, catalog, kind, id, status, steps_done, due_at_ms, engagement, invitation, opportunity,
             snapshot_job, context, reason_code, message, started_at_ms, document, name_key, failed_count)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        """
    private static let updateRow: Statement = """
        UPDATE task SET status = $5, steps_done = $6, due_at_ms = $7, engagement = $8, invitation = $9,
            opportunity = $10, snapshot_job = $11, context = $12, reason_code = $13, message = $14
        WHERE account = $1 AND catalog = $2 AND kind = $3 AND id = $4
        """
    private static let updateDocument: Statement = """
        UPDATE task SET document = $5, failed_count = $6
        WHERE account = $1 AND catalog = $2 AND kind = $3 AND id = $4
        """

    static func find(in transaction: some SQLReading, _ key: TaskKey) throws -> SellingTask? {
        try transaction.first(selectOne, key.values) { task($0, key.account, key.catalog, key.kind) }
    }

    static func document(in transaction: some SQLReading, _ key: TaskKey) throws -> [UInt8]? {
        try transaction.first(selectDocument, key.values) { $0.bytes(0) }
    }

    /// The tasks of all accounts and kinds of which a step is due by an instant, the one that waits longest first.
    static func due(in transaction: some SQLReading, at now: Timestamp, limit: Int) throws -> [SellingTask] {
        let values: [SQLValue] = [.integer(now.millisecondsSinceEpoch), .integer(Int64(limit))]
        return try transaction.all(selectDue, values) { row in
            guard let kind = TaskKind(rawValue: row.text(14)) else {
                throw StoreError.corrupt("the task \(row.text(0)) is of no kind")
            }
            return task(row, row.text(12), CatalogIdentifier(rawValue: row.text(13)), kind)
        }
    }

    /// - Parameters:
    ///   - document: what the steps work with.
    ///   - name: by which a prospecting task is listed.
    static func insert(
        in transaction: some SQLWriting,
        _ task: SellingTask,
        _ document: [UInt8],
        name: String
    ) throws {
        try transaction.run(
            insertRow,
            standing(task) + [
                .integer(task.startedAt.millisecondsSinceEpoch), .bytes(document), .text(nameKey(name)), .integer(0),
            ]
        )
    }

    /// Keeps how far a task has come.
    static func update(in transaction: some SQLWriting, _ task: SellingTask) throws {
        try transaction.run(updateRow, standing(task))
    }

    /// Keeps what a step has made of the document.
    static func update(
        in transaction: some SQLWriting,
        _ key: TaskKey,
        _ document: [UInt8],
        failedCount: Int
    ) throws {
        try transaction.run(updateDocument, key.values + [.bytes(document), .integer(Int64(failedCount))])
    }

    /// A name as a text column can hold it: U+0000, which it cannot, gives way so that names stay different and in order.
    private static func nameKey(_ name: String) -> String {
        name.replacing("\u{1}", with: "\u{1}\u{2}").replacing("\u{0}", with: "\u{1}\u{1}")
    }

    private static func standing(_ task: SellingTask) -> [SQLValue] {
        let products = task.products
        return task.key.values + [
            .text(task.status.rawValue), .integer(Int64(task.stepsDone)),
            .optional(task.dueAt?.millisecondsSinceEpoch), .optional(products.engagement),
            .optional(products.invitation), .optional(products.opportunity), .optional(products.snapshotJob),
            .optional(products.context), .optional(task.failure?.reason.rawValue), .optional(task.failure?.message),
        ]
    }

    static func task(
        _ row: Row,
        _ account: String,
        _ catalog: CatalogIdentifier,
        _ kind: TaskKind
    ) -> SellingTask {
        SellingTask(
            account: account,
            catalog: catalog,
            kind: kind,
            identifier: row.text(0),
            startedAt: Timestamp(millisecondsSinceEpoch: row.integer(2)),
            given: TaskProducts(
                engagement: row.optionalText(5),
                invitation: row.optionalText(6),
                opportunity: row.optionalText(7),
                snapshotJob: row.optionalText(8),
                context: row.optionalText(9)
            )
        ).resumed(
            TaskStatus(rawValue: row.text(1)),
            stepsDone: Int(row.integer(3)),
            dueAt: row.optionalInteger(4).map(Timestamp.init(millisecondsSinceEpoch:)),
            failure: row.optionalText(10).map {
                TaskFailure(ReasonCode(rawValue: $0), message: row.optionalText(11) ?? "")
            }
        )
    }
}

extension SellingTask {
    var key: TaskKey { TaskKey(account: account, catalog: catalog, kind: kind, identifier: identifier) }
}
