import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// A prospecting task in a list, and where it stands in the list's order.
struct ListedProspecting: Sendable {
    let place: ProspectingPlace
    let summary: ProspectingTaskSummary
}

/// Prospecting tasks as they are listed: by their start, their name or the number of engagements that failed.
enum ProspectingTaskTable {
    private static let byStart = statements("started_at_ms")
    private static let byName = statements("name_key")
    private static let byFailures = statements("failed_count")
    private static let selectOne: Statement = """
        SELECT started_at_ms, name_key, failed_count, id, document FROM task
        WHERE account = $1 AND catalog = $2 AND kind = 'prospecting-from-engagement-task' AND id = $3
        """

    private static func statements(_ column: String) -> (ascending: Statement, descending: Statement) {
        let (after, before) = ("> ($3, $4) ORDER BY \(column), id", "< ($3, $4) ORDER BY \(column) DESC, id DESC")
        return (statement(column, after), statement(column, before))
    }

    private static func statement(_ column: String, _ rest: String) -> Statement {
        Statement(
            """
            SELECT started_at_ms, name_key, failed_count, id, document FROM task
            WHERE account = $1 AND catalog = $2 AND kind = 'prospecting-from-engagement-task'
                AND (\(column), id) \(rest) LIMIT $5
            """
        )
    }

    /// A page of an account's prospecting tasks, in the order that is asked for.
    static func page(
        in transaction: some SQLReading,
        account: String,
        catalog: CatalogIdentifier,
        _ query: ProspectingQuery,
        after start: ProspectingPlace?,
        size: Int
    ) throws -> BoundedPage<ListedProspecting> {
        let shelf: [SQLValue] = [.text(account), .text(catalog.rawValue)]
        var rows: ArraySlice<ListedProspecting>
        if let named = query.identifiers {
            rows = try named.compactMap { identifier in
                try transaction.first(selectOne, shelf + [.text(identifier)]) { try listed($0, query) }
            }
            .filter { row in start.map { query.precedes($0, row.place) } ?? true }
            .sorted { query.precedes($0.place, $1.place) }[...]
        } else {
            let limit = query.takesAll ? size + 1 : BoundedPage<ListedProspecting>.mostRowsExamined + 1
            let place = start ?? query.firstPlace
            let range: [SQLValue] = [place.key, .text(place.identifier), .integer(Int64(limit))]
            rows = try transaction.all(statement(query), shelf + range) { try listed($0, query) }[...]
        }
        return BoundedPage(size: size, { _ in rows.popFirst() }, where: { query.matches($0.summary) })
    }

    private static func statement(_ query: ProspectingQuery) -> Statement {
        let statements =
            switch query.sortBy {
            case .taskName: byName
            case .failedEngagementCount: byFailures
            case .startTime, .unrecognized: byStart
            }
        return query.order == .ascending ? statements.ascending : statements.descending
    }

    private static func listed(_ row: Row, _ query: ProspectingQuery) throws -> ListedProspecting {
        let value: OpportunityValue =
            switch query.sortBy {
            case .taskName: .text(row.text(1))
            case .failedEngagementCount: .integer(row.integer(2))
            case .startTime, .unrecognized: .integer(row.integer(0))
            }
        return ListedProspecting(
            place: ProspectingPlace(value: value, identifier: row.text(3)),
            summary: try GetProspectingFromEngagementTaskResponse(stored: row.bytes(4)).summary
        )
    }
}

extension ProspectingQuery {
    fileprivate func precedes(_ left: ProspectingPlace, _ right: ProspectingPlace) -> Bool {
        order == .ascending ? left < right : right < left
    }

    /// Before everything in the order.
    fileprivate var firstPlace: ProspectingPlace {
        let isAscending = order == .ascending
        let value: OpportunityValue =
            switch sortBy {
            // A name has at most 128 characters, and none comes after this one.
            case .taskName: .text(isAscending ? "" : String(repeating: "\u{10FFFF}", count: 129))
            default: .integer(isAscending ? .min : .max)
            }
        return ProspectingPlace(value: value, identifier: isAscending ? "" : "~")
    }
}

extension ProspectingPlace {
    fileprivate var key: SQLValue {
        switch value {
        case .integer(let value): .integer(value)
        case .text(let value): .text(value)
        }
    }
}
