import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// The lists of tasks: each walks the index of one kind.
extension TaskTable {
    private static let ascending = Statement(
        """
        SELECT \(columns) FROM task
        WHERE account = $1 AND catalog = $2 AND kind = $3 AND (started_at_ms, id) > ($4, $5)
        ORDER BY started_at_ms, id LIMIT $6
        """
    )
    private static let descending = Statement(
        """
        SELECT \(columns) FROM task
        WHERE account = $1 AND catalog = $2 AND kind = $3 AND (started_at_ms, id) < ($4, $5)
        ORDER BY started_at_ms DESC, id DESC LIMIT $6
        """
    )

    /// A page of an account's tasks of one kind, by their start.
    static func page(
        in transaction: some SQLReading,
        account: String,
        catalog: CatalogIdentifier,
        _ query: TaskQuery,
        after start: PageCursor,
        size: Int
    ) throws -> Page<SellingTask> {
        if let named = query.identifiers {
            let keys = named.map { TaskKey(account: account, catalog: catalog, kind: query.kind, identifier: $0) }
            return try page(in: transaction, among: keys, query, after: start, size: size)
        }
        let walk = IndexWalk(
            statement: query.order == .ascending ? ascending : descending,
            parameters: [.text(account), .text(catalog.rawValue), .text(query.kind.rawValue)],
            start: start,
            pageSize: size,
            takesAll: query.takesAll
        )
        return try walk.page(
            in: transaction,
            place: { PageCursor(key: $0.integer(2), identifier: $0.text(0)) },
            element: { row in
                let task = task(row, account, catalog, query.kind)
                return query.matches(task) ? task : nil
            }
        )
    }

    /// The same of the few tasks that a request names: they are looked up, for they may lie anywhere.
    private static func page(
        in transaction: some SQLReading,
        among keys: [TaskKey],
        _ query: TaskQuery,
        after start: PageCursor,
        size: Int
    ) throws -> Page<SellingTask> {
        let rest = try keys.compactMap { try find(in: transaction, $0) }
            .filter { query.matches($0) && $0.place.follows(start, in: query.order) }
            .sorted { $1.place.follows($0.place, in: query.order) }
        let shown = rest.prefix(size)
        return Page(elements: Array(shown), end: shown.count < rest.count ? shown.last?.place : nil)
    }
}

extension SellingTask {
    /// Where it stands in the list of its kind.
    fileprivate var place: PageCursor {
        PageCursor(key: startedAt.millisecondsSinceEpoch, identifier: identifier)
    }
}
