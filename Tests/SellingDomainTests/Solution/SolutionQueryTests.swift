import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("A ListSolutions request as a filter and an order")
struct SolutionQueryTests {
    static func solution(
        _ id: String,
        name: String = "n",
        status: SolutionStatus = .active,
        category: String = "c",
        created milliseconds: Int64 = 0,
        marketplaceARN: String? = nil
    ) -> SolutionBase {
        SolutionBase(
            awsMarketplaceSolutionArn: marketplaceARN,
            catalog: .aws,
            category: category,
            createdDate: Timestamp(millisecondsSinceEpoch: milliseconds),
            id: id,
            name: name,
            status: status
        )
    }

    // MARK: Filters

    static let solutions = [
        solution("S-1", status: .active, category: "Hardware Product", marketplaceARN: "arn:one"),
        solution("S-2", status: .inactive, category: "Hardware Product"),
        solution("S-3", status: .draft, category: "Training Service", marketplaceARN: "arn:three"),
    ]

    static let filters: [(ListSolutionsRequest, [String])] = [
        (ListSolutionsRequest(catalog: .aws), ["S-1", "S-2", "S-3"]),
        (ListSolutionsRequest(catalog: .aws, status: []), ["S-1", "S-2", "S-3"]),
        (ListSolutionsRequest(catalog: .aws, status: [.active]), ["S-1"]),
        (ListSolutionsRequest(catalog: .aws, status: [.active, .draft]), ["S-1", "S-3"]),
        (ListSolutionsRequest(catalog: .aws, identifier: ["S-2", "S-9"]), ["S-2"]),
        (ListSolutionsRequest(catalog: .aws, identifier: ["S-"]), []),
        (ListSolutionsRequest(catalog: .aws, category: ["Hardware Product"]), ["S-1", "S-2"]),
        (ListSolutionsRequest(catalog: .aws, category: ["hardware product"]), []),
        (ListSolutionsRequest(awsMarketplaceSolutionArn: ["arn:one", "arn:two"], catalog: .aws), ["S-1"]),
        (ListSolutionsRequest(catalog: .aws, category: ["Hardware Product"], status: [.inactive]), ["S-2"]),
        (ListSolutionsRequest(catalog: .aws, identifier: ["S-1"], status: [.inactive]), []),
    ]

    @Test("any value of one filter will do, and every filter must be met", arguments: filters)
    func filter(_ request: ListSolutionsRequest, _ expected: [String]) {
        #expect(Self.solutions.filter(SolutionQuery(request).matches).map(\.id) == expected)
    }

    // MARK: Order

    static let shelf: [SolutionBase] = [
        solution("S-10", name: "beta", status: .draft, category: "x", created: 3_000),
        solution("S-2", name: "Beta", status: .active, category: "x", created: 1_000),
        solution("S-1", name: "alpha", status: .inactive, category: "y", created: 2_000),
        solution("S-3", name: "alpha", status: .active, category: "x", created: 2_000),
    ]

    static let ascending: [(SolutionSortName, [String])] = [
        (.identifier, ["S-1", "S-10", "S-2", "S-3"]),
        (.name, ["S-2", "S-1", "S-3", "S-10"]),
        (.status, ["S-2", "S-3", "S-10", "S-1"]),
        (.category, ["S-10", "S-2", "S-3", "S-1"]),
        (.createdDate, ["S-2", "S-1", "S-3", "S-10"]),
    ]

    @Test("by each member, ties by identifier, all compared as bytes", arguments: ascending)
    func order(_ name: SolutionSortName, _ expected: [String]) {
        #expect(Self.sorted(Self.query(name, .ascending), Self.shelf) == expected)
        #expect(Self.sorted(Self.query(name, .descending), Self.shelf) == expected.reversed())
    }

    @Test("the table names every member that can be sorted by")
    func everySortName() {
        #expect(Self.ascending.map(\.0).count == SolutionSortName.modelled.count)
    }

    @Test("unasked, by identifier from the last to the first")
    func defaultOrder() {
        let query = SolutionQuery(ListSolutionsRequest(catalog: .aws))
        #expect(query.sortBy == .identifier)
        #expect(query.sortOrder == .descending)
        #expect(Self.sorted(query, Self.shelf) == ["S-3", "S-2", "S-10", "S-1"])
    }

    @Test("the order is total: of two places one comes first, or they are the same", arguments: 1...10)
    func totalOrder(_ seed: Int) {
        var random = SeededGenerator(seed)
        let texts = ["", "a", "b", "ab", "B", "é", "e\u{301}", "\u{FFFF}", "\u{10000}"]
        let places = (0..<40).map { _ in
            SolutionPlace(
                key: texts.randomElement(using: &random) ?? "",
                identifier: texts.randomElement(using: &random) ?? ""
            )
        }
        for left in places {
            for right in places {
                let isSame =
                    left.key.utf8.elementsEqual(right.key.utf8)
                    && left.identifier.utf8.elementsEqual(right.identifier.utf8)
                #expect([left < right, right < left, isSame].count { $0 } == 1)
                for third in places where left < right && right < third { #expect(left < third) }
            }
        }
    }

    @Test("bytes decide, so that both engines and every locale agree")
    func bytes() {
        #expect(SolutionPlace(key: "Z", identifier: "") < SolutionPlace(key: "a", identifier: ""))
        #expect(SolutionPlace(key: "e\u{301}", identifier: "") < SolutionPlace(key: "é", identifier: ""))
        #expect(SolutionPlace(key: "a", identifier: "2") < SolutionPlace(key: "b", identifier: "1"))
    }

    private static func query(_ name: SolutionSortName, _ order: SortOrder) -> SolutionQuery {
        SolutionQuery(ListSolutionsRequest(catalog: .aws, sort: SolutionSort(sortBy: name, sortOrder: order)))
    }

    private static func sorted(_ query: SolutionQuery, _ solutions: [SolutionBase]) -> [String] {
        solutions.sorted { query.precedes(query.place(of: $0), query.place(of: $1)) }.map(\.id)
    }
}
