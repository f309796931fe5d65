import SellingShapes
import SmithyTypes

/// Opportunities and questions about them, few of whose values differ: so that there are ties, and filters find some.
struct RandomListing {
    private var random: SeededGenerator

    init(seed: Int) {
        random = SeededGenerator(seed)
    }

    private static let names = [
        "Acme", "ACME", "acme ", "Beta Ltd", "Ünal", "ÜNAL", "", "Zeta", "\u{0}nil", "\u{10FFFF}", "~", "e\u{301}", "é",
    ]
    private static let dates = ["2029-12-31", "2030-01-01", "2030-01-31", "2031-06-30", "9999-12-31"]

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func chance(_ part: Int) -> Bool { number(1...part) == 1 }

    private mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }

    mutating func opportunities(_ count: Int) -> [GetOpportunityResponse] {
        var identifiers: Set<String> = []
        while identifiers.count < count {
            let digits = (1..<number(1...19)).map { _ in String(number(0...9)) }.joined()
            identifiers.insert("O\(number(1...9))\(digits)")
        }
        return identifiers.sorted().map { opportunity($0) }
    }

    private mutating func opportunity(_ identifier: String) -> GetOpportunityResponse {
        let created = Int64(number(0...12))
        return .listed(
            identifier,
            created: created,
            modified: created + Int64(number(0...12)),
            stage: chance(10) ? nil : one(of: Stage.modelled),
            status: chance(10) ? nil : one(of: ReviewStatus.modelled),
            close: chance(4) ? nil : one(of: Self.dates),
            company: chance(5) ? nil : one(of: Self.names)
        )
    }

    // MARK: Questions

    static let filterCount = 7

    /// Sets the filter of that number, in 0..<filterCount, to random values.
    mutating func addFilter(
        _ filter: Int,
        to request: inout ListOpportunitiesRequest,
        among all: [GetOpportunityResponse]
    ) {
        switch filter {
        case 0:
            let (after, before) = bounds(0...25) { Timestamp.of2026(Int64($0)) }
            request.lastModifiedDate = LastModifiedDate(afterLastModifiedDate: after, beforeLastModifiedDate: before)
        case 1:
            let (after, before) = bounds(0...13) { Timestamp.of2026(Int64($0)) }
            request.createdDate = CreatedDateFilter(afterCreatedDate: after, beforeCreatedDate: before)
        case 2:
            let (after, before) = bounds(0...Self.dates.count - 1) { Self.dates[$0] }
            request.targetCloseDate = TargetCloseDateFilter(afterTargetCloseDate: after, beforeTargetCloseDate: before)
        case 3: request.identifier = some(20, of: all.map(\.id) + ["O99", "O1234567"])
        case 4: request.lifeCycleStage = some(3, of: Stage.modelled)
        case 5: request.lifeCycleReviewStatus = some(3, of: ReviewStatus.modelled)
        default: request.customerCompanyName = some(4, of: Self.names + ["acmE", "nobody"])
        }
    }

    private mutating func bounds<Value>(
        _ range: ClosedRange<Int>,
        _ value: (Int) -> Value
    ) -> (after: Value?, before: Value?) {
        let ends = [number(range), number(range)].sorted()
        return switch number(0...3) {
        case 0: (value(ends[0]), nil)
        case 1: (nil, value(ends[1]))
        // Now and then the wrong way round: nothing lies between.
        case 2 where chance(5): (value(ends[1]), value(ends[0]))
        default: (value(ends[0]), value(ends[1]))
        }
    }

    /// With repetitions.
    private mutating func some<Value>(_ most: Int, of values: [Value]) -> [Value] {
        (0..<number(1...most)).map { _ in one(of: values) }
    }
}
