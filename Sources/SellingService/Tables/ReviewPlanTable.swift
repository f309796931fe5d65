import AWSJSON
import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// What AWS's reviewer will do by itself with opportunities: at most one plan for each.
enum ReviewPlanTable {
    private static let selectRow: Statement =
        "SELECT due_at_ms, steps FROM review_plan WHERE account = $1 AND catalog = $2 AND id = $3"
    private static let selectDue: Statement = """
        SELECT account, catalog, id FROM review_plan
        WHERE due_at_ms IS NOT NULL AND due_at_ms <= $1
        ORDER BY due_at_ms, account, catalog, id LIMIT $2
        """
    private static let upsertRow: Statement = """
        INSERT INTO review_plan (account, catalog, id, due_at_ms, steps) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (account, catalog, id) DO UPDATE SET due_at_ms = excluded.due_at_ms, steps = excluded.steps
        """
    private static let deleteRow: Statement =
        "DELETE FROM review_plan WHERE account = $1 AND catalog = $2 AND id = $3"

    static func find(in transaction: some SQLReading, _ key: OpportunityKey) throws -> ReviewPlan? {
        try transaction.first(selectRow, values(key)) { row in
            ReviewPlan(
                steps: try [ReviewStep](stored: row.bytes(1)),
                dueAt: row.optionalInteger(0).map(Timestamp.init(millisecondsSinceEpoch:))
            )
        }
    }

    /// The opportunities whose next step is due, the longest due first.
    static func due(in transaction: some SQLReading, at now: Timestamp, limit: Int) throws -> [OpportunityKey] {
        try transaction.all(selectDue, [.integer(now.millisecondsSinceEpoch), .integer(Int64(limit))]) { row in
            OpportunityKey(
                account: row.text(0),
                catalog: CatalogIdentifier(rawValue: row.text(1)),
                identifier: row.text(2)
            )
        }
    }

    /// Keeps a plan in place of the one before; nil for none.
    static func put(in transaction: some SQLWriting, _ key: OpportunityKey, _ plan: ReviewPlan?) throws {
        guard let plan else {
            try transaction.run(deleteRow, values(key))
            return
        }
        try transaction.run(
            upsertRow,
            values(key) + [.optional(plan.dueAt?.millisecondsSinceEpoch), .bytes(plan.steps.encoded())]
        )
    }

    /// Lets the plan follow what a partner or a person in AWS's place has done to the review: a submission makes or
    /// resumes it, any decision ends it.
    static func follow(
        in transaction: some SQLWriting,
        _ key: OpportunityKey,
        _ changed: GetOpportunityResponse,
        before opportunity: GetOpportunityResponse,
        _ reviews: ReviewPolicy,
        at now: Timestamp
    ) throws {
        guard changed.reviewStatus != opportunity.reviewStatus else { return }
        guard changed.reviewStatus == .submitted else { return try put(in: transaction, key, nil) }
        if let plan = try find(in: transaction, key) { return try put(in: transaction, key, plan.resumed(at: now)) }
        let steps = reviews.steps(for: changed, account: key.account)
        if !steps.isEmpty { try put(in: transaction, key, ReviewPlan(steps, from: now)) }
    }

    private static func values(_ key: OpportunityKey) -> [SQLValue] {
        [.text(key.account), .text(key.catalog.rawValue), .text(key.identifier)]
    }
}
