import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("A ListOpportunities request as conditions and an order")
struct OpportunityQueryTests {
    typealias Adjustment = @Sendable (inout ListOpportunitiesRequest) -> Void

    static func query(_ adjust: Adjustment = { _ in }) -> OpportunityQuery {
        var request = ListOpportunitiesRequest(catalog: .aws)
        adjust(&request)
        return OpportunityQuery(request)
    }

    static func listed(
        _ identifier: String,
        modified: Int64 = 0,
        created: Int64 = 0,
        close: String = "",
        stage: Stage = .prospect,
        status: ReviewStatus = .pendingSubmission,
        company: String? = nil
    ) -> ListedOpportunity {
        ListedOpportunity(
            identifier: identifier,
            lastModifiedMilliseconds: modified,
            createdMilliseconds: created,
            targetCloseDate: close,
            stage: stage.rawValue,
            reviewStatus: status.rawValue,
            companyKey: company.map(ListedOpportunity.companyKey) ?? ""
        )
    }

    // MARK: Conditions

    static let shelf = [
        listed("O1", modified: 30, created: 10, close: "2030-01-31", stage: .qualified, company: "Acme"),
        listed("O2", modified: 20, created: 20, close: "2030-02-01", status: .approved, company: "Beta"),
        listed("O3", modified: 10, created: 5, stage: .closedLost, status: .submitted),
    ]

    static func time(_ milliseconds: Int64) -> Timestamp { Timestamp(millisecondsSinceEpoch: milliseconds) }

    static let conditions: [(Adjustment, [String])] = [
        ({ _ in }, ["O1", "O2", "O3"]),
        ({ $0.lastModifiedDate = LastModifiedDate() }, ["O1", "O2", "O3"]),
        ({ $0.lastModifiedDate = LastModifiedDate(afterLastModifiedDate: time(20)) }, ["O1", "O2"]),
        ({ $0.lastModifiedDate = LastModifiedDate(afterLastModifiedDate: time(21)) }, ["O1"]),
        ({ $0.lastModifiedDate = LastModifiedDate(beforeLastModifiedDate: time(20)) }, ["O2", "O3"]),
        ({ $0.lastModifiedDate = LastModifiedDate(beforeLastModifiedDate: time(19)) }, ["O3"]),
        (
            {
                $0.lastModifiedDate = LastModifiedDate(
                    afterLastModifiedDate: time(20),
                    beforeLastModifiedDate: time(20)
                )
            }, ["O2"]
        ),
        (
            {
                $0.lastModifiedDate = LastModifiedDate(
                    afterLastModifiedDate: time(21),
                    beforeLastModifiedDate: time(19)
                )
            }, []
        ),
        ({ $0.createdDate = CreatedDateFilter(afterCreatedDate: time(10)) }, ["O1", "O2"]),
        ({ $0.createdDate = CreatedDateFilter(beforeCreatedDate: time(10)) }, ["O1", "O3"]),
        ({ $0.targetCloseDate = TargetCloseDateFilter() }, ["O1", "O2", "O3"]),
        ({ $0.targetCloseDate = TargetCloseDateFilter(afterTargetCloseDate: "2030-02-01") }, ["O2"]),
        ({ $0.targetCloseDate = TargetCloseDateFilter(beforeTargetCloseDate: "2030-01-31") }, ["O1"]),
        ({ $0.targetCloseDate = TargetCloseDateFilter(beforeTargetCloseDate: "9999-12-31") }, ["O1", "O2"]),
        ({ $0.identifier = [] }, ["O1", "O2", "O3"]),
        ({ $0.identifier = ["O3", "O1", "O3", "O99"] }, ["O1", "O3"]),
        ({ $0.lifeCycleStage = [] }, ["O1", "O2", "O3"]),
        ({ $0.lifeCycleStage = [.closedLost, .qualified] }, ["O1", "O3"]),
        ({ $0.lifeCycleReviewStatus = [.approved] }, ["O2"]),
        ({ $0.customerCompanyName = [] }, ["O1", "O2", "O3"]),
        ({ $0.customerCompanyName = ["ACME", "gamma"] }, ["O1"]),
        ({ $0.customerCompanyName = ["Acm"] }, []),
        ({ $0.customerCompanyName = [""] }, []),
        (
            {
                $0.lifeCycleStage = [.closedLost, .qualified]
                $0.lifeCycleReviewStatus = [.submitted]
            }, ["O3"]
        ),
        (
            {
                $0.identifier = ["O1"]
                $0.lifeCycleReviewStatus = [.submitted]
            }, []
        ),
    ]

    @Test(
        "any value of one condition will do, bounds are within, and every condition must be met",
        arguments: conditions
    )
    func filtered(_ adjust: Adjustment, _ expected: [String]) {
        #expect(Self.shelf.filter(Self.query(adjust).matches).map(\.identifier) == expected)
    }

    @Test("a company without a name is one, and no company is none")
    func emptyName() {
        let query = Self.query { $0.customerCompanyName = [""] }
        #expect(query.matches(Self.listed("O1", company: "")))
        #expect(!query.matches(Self.listed("O1", company: nil)))
    }

    // MARK: Order

    static let ascending: [(OpportunitySortName, [String])] = [
        (.lastModifiedDate, ["O9", "O3", "O2", "O10"]),
        (.createdDate, ["O2", "O3", "O9", "O10"]),
        (.identifier, ["O2", "O3", "O9", "O10"]),
        (.customerCompanyName, ["O3", "O2", "O9", "O10"]),
        (.targetCloseDate, ["O10", "O9", "O2", "O3"]),
    ]

    static let unordered = [
        listed("O10", modified: 40, created: 7, company: "zeta"),
        listed("O9", modified: 10, created: 7, close: "2029-12-31", company: "Acme"),
        listed("O2", modified: 30, created: 6, close: "2030-01-01", company: "acme"),
        listed("O3", modified: 20, created: 6, close: "2030-01-01"),
    ]

    @Test("by each member; ties by identifier; what has none comes first", arguments: ascending)
    func order(_ name: OpportunitySortName, _ expected: [String]) {
        for (order, expected) in [(SortOrder.ascending, expected), (.descending, expected.reversed())] {
            let query = Self.query { $0.sort = OpportunitySort(sortBy: name, sortOrder: order) }
            let sorted = Self.unordered.sorted { query.precedes(query.place(of: $0), query.place(of: $1)) }
            #expect(sorted.map(\.identifier) == expected)
        }
    }

    @Test("the table names every member that can be sorted by")
    func everySortName() {
        #expect(Set(Self.ascending.map(\.0)) == Set(OpportunitySortName.modelled))
    }

    @Test("unasked, by LastModifiedDate from the latest to the earliest")
    func defaultOrder() {
        #expect(Self.query().sortedBy == .lastModified)
        #expect(!Self.query().isAscending)
    }

    // MARK: Places

    @Test("a place is the same after its way through a page token", arguments: OpportunitySortName.modelled)
    func throughToken(_ name: OpportunitySortName) {
        let query = Self.query { $0.sort = OpportunitySort(sortBy: name, sortOrder: .ascending) }
        for opportunity in Self.unordered {
            let place = query.place(of: opportunity)
            #expect(OpportunityPlace(parts: place.parts, sortedBy: query.sortedBy) == place)
        }
    }

    static let noPlaces: [([String], OpportunityColumn)] = [
        ([], .company), (["a"], .company), (["a", "b", "c"], .company), (["a", "011"], .lastModified),
        (["", "011"], .created), (["99999999999999999999", "011"], .created),
    ]

    @Test("what says no place is none", arguments: noPlaces)
    func noPlace(_ parts: [String], _ column: OpportunityColumn) {
        #expect(OpportunityPlace(parts: parts, sortedBy: column) == nil)
    }

    @Test("texts are ordered by their bytes, whatever Swift takes for equal")
    func bytes() {
        #expect(OpportunityValue.text("Z") < .text("a"))
        #expect(OpportunityValue.text("e\u{301}") < .text("é"))
        #expect(OpportunityValue.text("e\u{301}") != .text("é"))
        #expect(OpportunityValue.text("\u{FFFF}") < .text("\u{10000}"))
    }
}
