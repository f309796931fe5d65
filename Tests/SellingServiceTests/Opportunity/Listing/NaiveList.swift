import SellingShapes
import SmithyTypes

/// What ListOpportunities must answer, reckoned without an index, a column or a page: all documents, filtered, sorted.
enum NaiveList {
    static func identifiers(_ request: ListOpportunitiesRequest, among all: [GetOpportunityResponse]) -> [String] {
        let sortBy = request.sort?.sortBy ?? .lastModifiedDate
        let wanted = all.filter { isWanted($0, request) }.sorted { left, right in
            let (leftKey, rightKey) = (key(left, sortBy), key(right, sortBy))
            if leftKey != rightKey { return leftKey.lexicographicallyPrecedes(rightKey) }
            return number(left).lexicographicallyPrecedes(number(right))
        }
        return (request.sort?.sortOrder == .ascending ? wanted : wanted.reversed()).map(\.id)
    }

    private static func isWanted(_ opportunity: GetOpportunityResponse, _ request: ListOpportunitiesRequest) -> Bool {
        let company = opportunity.customer?.account?.companyName
        return within(
            opportunity.lastModifiedDate,
            request.lastModifiedDate?.afterLastModifiedDate,
            request.lastModifiedDate?.beforeLastModifiedDate
        )
            && within(
                opportunity.createdDate,
                request.createdDate?.afterCreatedDate,
                request.createdDate?.beforeCreatedDate
            )
            && within(
                opportunity.lifeCycle?.targetCloseDate,
                request.targetCloseDate?.afterTargetCloseDate,
                request.targetCloseDate?.beforeTargetCloseDate
            )
            && isOne(opportunity.id, of: request.identifier)
            && isOne(opportunity.lifeCycle?.stage, of: request.lifeCycleStage)
            && isOne(opportunity.lifeCycle?.reviewStatus, of: request.lifeCycleReviewStatus)
            && isOne(company.map(folded), of: request.customerCompanyName?.map(folded))
    }

    private static func within<Value: Comparable>(_ value: Value?, _ after: Value?, _ before: Value?) -> Bool {
        if after == nil && before == nil { return true }
        guard let value else { return false }
        return after.map { $0 <= value } ?? true && before.map { value <= $0 } ?? true
    }

    private static func isOne<Value: Equatable>(_ value: Value?, of values: [Value]?) -> Bool {
        guard let values, !values.isEmpty else { return true }
        return value.map(values.contains) ?? false
    }

    /// Bytes whose order is that of the values; none where there is no value.
    private static func key(_ opportunity: GetOpportunityResponse, _ sortBy: OpportunitySortName) -> [UInt8] {
        switch sortBy {
        case .identifier: number(opportunity)
        case .createdDate: opportunity.createdDate.iso8601UTF8
        case .customerCompanyName: opportunity.customer?.account.map { [0] + folded($0.companyName) } ?? []
        case .targetCloseDate: Array((opportunity.lifeCycle?.targetCloseDate ?? "").utf8)
        case .lastModifiedDate, .unrecognized: opportunity.lastModifiedDate.iso8601UTF8
        }
    }

    private static func number(_ opportunity: GetOpportunityResponse) -> [UInt8] {
        let digits = opportunity.id.utf8.dropFirst()
        return Array(repeating: UInt8(ascii: "0"), count: 19 - digits.count) + digits
    }

    private static func folded(_ name: String) -> [UInt8] { Array(name.uppercased().lowercased().utf8) }
}
