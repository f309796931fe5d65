import SellingDomain
import Store

/// A step along an index of the opportunities: its statement and the parameters of it.
///
/// The place after which it begins and the value through which it goes are always there, the ends of the column where
/// nobody has set others. So there is one text for each index and direction, and every one of them is known.
struct OpportunityStep: Sendable {
    let statement: Statement
    private let index: OpportunityIndex

    private static let ascending = all(isAscending: true)
    private static let descending = all(isAscending: false)

    static func along(_ index: OpportunityIndex, isAscending: Bool) -> OpportunityStep {
        (isAscending ? ascending : descending)[index] ?? OpportunityStep(index, isAscending: isAscending)
    }

    private static func all(isAscending: Bool) -> [OpportunityIndex: OpportunityStep] {
        Dictionary(
            uniqueKeysWithValues: OpportunityIndex.allCases.map { ($0, OpportunityStep($0, isAscending: isAscending)) }
        )
    }

    private init(_ index: OpportunityIndex, isAscending: Bool) {
        var count = 0
        func parameter() -> String {
            count += 1
            return "$\(count)"
        }
        let order = index.sortedBy == .identifier ? [index.sortedBy.name] : [index.sortedBy.name, "identifier_key"]
        var conditions = ["account = \(parameter())", "catalog = \(parameter())"]
        if let within = index.within { conditions.append("\(within.name) = \(parameter())") }
        let place = order.map { _ in parameter() }.joined(separator: ", ")
        conditions.append("(\(order.joined(separator: ", "))) \(isAscending ? ">" : "<") (\(place))")
        conditions.append("\(order[0]) \(isAscending ? "<=" : ">=") \(parameter())")
        let ordered = order.map { "\($0) \(isAscending ? "ASC" : "DESC")" }.joined(separator: ", ")
        self.index = index
        statement = Statement(
            """
            SELECT \(OpportunityTable.listedColumns) FROM opportunity WHERE \(conditions.joined(separator: " AND "))
            ORDER BY \(ordered) LIMIT \(parameter())
            """
        )
    }

    /// The parameters, in the order of the statement.
    func values(
        _ shelf: OpportunityShelf,
        _ walk: OpportunityWalk,
        after place: OpportunityPlace,
        _ limit: Int
    ) -> [SQLValue] {
        var values = shelf.values
        if let value = walk.value { values.append(.text(value)) }
        values.append(SQLValue(place.value))
        if index.sortedBy != .identifier { values.append(.text(place.identifierKey)) }
        return values + [SQLValue(walk.through), .integer(Int64(limit))]
    }
}

extension SQLValue {
    fileprivate init(_ value: OpportunityValue) {
        switch value {
        case .integer(let integer): self = .integer(integer)
        case .text(let text): self = .text(text)
        }
    }
}

extension OpportunityColumn {
    fileprivate var name: String {
        switch self {
        case .lastModified: "last_modified_ms"
        case .created: "created_ms"
        case .identifier: "identifier_key"
        case .company: "company_key"
        case .targetCloseDate: "target_close_date"
        case .stage: "stage"
        case .reviewStatus: "review_status"
        }
    }
}
