import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("Where the store looks for a page of opportunities")
struct OpportunityPlanTests {
    typealias Adjustment = OpportunityQueryTests.Adjustment

    static func plan(_ start: OpportunityPlace? = nil, _ adjust: Adjustment = { _ in }) -> OpportunityPlan {
        OpportunityPlan(OpportunityQueryTests.query(adjust), after: start)
    }

    static func time(_ milliseconds: Int64) -> Timestamp { Timestamp(millisecondsSinceEpoch: milliseconds) }

    static func sort(_ name: OpportunitySortName, _ order: SortOrder = .descending) -> OpportunitySort {
        OpportunitySort(sortBy: name, sortOrder: order)
    }

    static func walks(_ plan: OpportunityPlan) -> (index: OpportunityIndex, walks: [OpportunityWalk])? {
        if case .walks(let index, let walks) = plan.access { (index, walks) } else { nil }
    }

    // MARK: Which index

    static let everyFilter: [(String, Adjustment)] = [
        ("none", { _ in }),
        ("LastModifiedDate", { $0.lastModifiedDate = LastModifiedDate(afterLastModifiedDate: time(5)) }),
        ("CreatedDate", { $0.createdDate = CreatedDateFilter(afterCreatedDate: time(5)) }),
        ("TargetCloseDate", { $0.targetCloseDate = TargetCloseDateFilter(afterTargetCloseDate: "2030-01-01") }),
        ("LifeCycleStage", { $0.lifeCycleStage = [.qualified, .launched] }),
        ("LifeCycleReviewStatus", { $0.lifeCycleReviewStatus = [.approved, .submitted] }),
        ("CustomerCompanyName", { $0.customerCompanyName = ["Acme", "Beta"] }),
    ]

    /// By sort: the filters that its index sees to. All others are checked row by row.
    static let served: [(OpportunitySortName, Set<String>)] = [
        (
            .lastModifiedDate,
            ["none", "LastModifiedDate", "LifeCycleStage", "LifeCycleReviewStatus", "CustomerCompanyName"]
        ),
        (.createdDate, ["none", "CreatedDate"]),
        (.targetCloseDate, ["none", "TargetCloseDate"]),
        (.customerCompanyName, ["none", "CustomerCompanyName"]),
        (.identifier, ["none"]),
    ]

    /// Under the default sort, the filters with an index by their values.
    static let within: [String: OpportunityColumn] = [
        "LifeCycleStage": .stage, "LifeCycleReviewStatus": .reviewStatus, "CustomerCompanyName": .company,
    ]

    @Test("a condition has an index, or is checked row by row: the table in OpportunityPlan", arguments: served)
    func index(_ name: OpportunitySortName, _ served: Set<String>) throws {
        for order in SortOrder.modelled {
            for (filter, adjust) in Self.everyFilter {
                let plan = Self.plan {
                    adjust(&$0)
                    $0.sort = Self.sort(name, order)
                }
                let found = try #require(Self.walks(plan))
                #expect(found.index.sortedBy == plan.query.sortedBy)
                #expect(found.index.within == (name == .lastModifiedDate ? Self.within[filter] : nil), "\(filter)")
                #expect(plan.residual.isEmpty == served.contains(filter), "\(filter)")
                #expect(OpportunityIndex.allCases.contains(found.index))
            }
        }
    }

    @Test("every index serves a plan")
    func everyIndex() {
        var used: Set<OpportunityIndex> = []
        for name in OpportunitySortName.modelled {
            for (_, adjust) in Self.everyFilter {
                let plan = Self.plan {
                    adjust(&$0)
                    $0.sort = Self.sort(name)
                }
                if let index = Self.walks(plan)?.index { used.insert(index) }
            }
        }
        #expect(used == Set(OpportunityIndex.allCases))
    }

    @Test("identifiers are looked up, whatever else is asked; the rest is checked", arguments: served)
    func identifiers(_ name: OpportunitySortName, _ served: Set<String>) {
        for (filter, adjust) in Self.everyFilter {
            let plan = Self.plan {
                adjust(&$0)
                $0.sort = Self.sort(name)
                $0.identifier = ["O2", "O1", "O2"]
            }
            #expect(plan.access == .identifiers(["O2", "O1"]))
            #expect(plan.residual.count == (filter == "none" ? 0 : 1))
        }
    }

    @Test("of several that have an index the company comes first, then the status; the others are checked")
    func precedence() throws {
        let all = Self.plan { request in
            for (_, adjust) in Self.everyFilter { adjust(&request) }
        }
        #expect(try #require(Self.walks(all)).index.within == .company)
        #expect(all.residual.count == 4)
        let two = Self.plan {
            $0.lifeCycleStage = [.launched]
            $0.lifeCycleReviewStatus = [.approved]
        }
        #expect(try #require(Self.walks(two)).index.within == .reviewStatus)
        #expect(two.residual.count == 1)
        #expect(!two.matches(OpportunityQueryTests.listed("O1", stage: .qualified, status: .approved)))
        #expect(two.matches(OpportunityQueryTests.listed("O1", stage: .launched, status: .approved)))
    }

    // MARK: Which part of it

    @Test("without bounds a walk goes from one end of the column to the other")
    func unbounded() throws {
        let down = try #require(Self.walks(Self.plan())).walks
        #expect(down.count == 1)
        #expect(down.first?.value == nil)
        #expect(down.first?.after == OpportunityPlace(value: .integer(.max), identifierKey: "~"))
        #expect(down.first?.through == .integer(.min))
        let up = try #require(Self.walks(Self.plan { $0.sort = Self.sort(.customerCompanyName, .ascending) })).walks
        #expect(up.first?.after == OpportunityPlace(value: .text(""), identifierKey: ""))
        #expect(up.first?.through == .text("~"))
    }

    @Test("bounds of what is sorted by end the walk on both sides")
    func bounded() throws {
        for (order, first, last) in [(SortOrder.ascending, (5, ""), 9), (.descending, (9, "~"), 5)] {
            let plan = Self.plan {
                $0.createdDate = CreatedDateFilter(afterCreatedDate: Self.time(5), beforeCreatedDate: Self.time(9))
                $0.sort = Self.sort(.createdDate, order)
            }
            let walk = try #require(Self.walks(plan)?.walks.first)
            #expect(walk.after == OpportunityPlace(value: .integer(Int64(first.0)), identifierKey: first.1))
            #expect(walk.through == .integer(Int64(last)))
        }
    }

    @Test("a bound of close dates leaves out those that have none, also where it is an upper one")
    func withoutDate() throws {
        let plan = Self.plan {
            $0.targetCloseDate = TargetCloseDateFilter(beforeTargetCloseDate: "2030-01-01")
            $0.sort = Self.sort(.targetCloseDate, .ascending)
        }
        let walk = try #require(Self.walks(plan)?.walks.first)
        #expect(OpportunityColumn.targetCloseDate.lowest < walk.after.value)
        #expect(walk.after.value < .text("1000-01-01"))
        #expect(walk.through == .text("2030-01-01"))
    }

    @Test("several values are as many walks, each bounded alike")
    func values() throws {
        let plan = Self.plan {
            $0.lifeCycleStage = [.qualified, .launched, .qualified]
            $0.lastModifiedDate = LastModifiedDate(afterLastModifiedDate: Self.time(5))
        }
        let walks = try #require(Self.walks(plan)).walks
        #expect(walks.map(\.value) == ["Qualified", "Launched"])
        #expect(walks.allSatisfy { $0.through == .integer(5) })
        #expect(plan.residual.isEmpty)
    }

    @Test("an empty range is no walk at all")
    func emptyRange() throws {
        let plan = Self.plan {
            $0.lastModifiedDate = LastModifiedDate(
                afterLastModifiedDate: Self.time(9),
                beforeLastModifiedDate: Self.time(5)
            )
        }
        #expect(try #require(Self.walks(plan)).walks.isEmpty)
    }

    // MARK: From where

    @Test("a later page begins where the one before stopped, in every walk")
    func start() throws {
        let place = OpportunityPlace(value: .integer(70), identifierKey: "011")
        let plan = Self.plan(place) {
            $0.lifeCycleReviewStatus = [.approved, .submitted]
            $0.lastModifiedDate = LastModifiedDate(beforeLastModifiedDate: Self.time(90))
        }
        #expect(try #require(Self.walks(plan)).walks.map(\.after) == [place, place])
    }

    @Test("walks that lie behind the place are done, those ahead of it are still whole", arguments: SortOrder.modelled)
    func startAmongCompanies(_ order: SortOrder) throws {
        let place = OpportunityPlace(value: .text("=beta"), identifierKey: "011")
        let plan = Self.plan(place) {
            $0.customerCompanyName = ["Gamma", "Acme", "Beta"]
            $0.sort = Self.sort(.customerCompanyName, order)
        }
        let walks = try #require(Self.walks(plan)).walks
        let ahead = order == .ascending ? "=gamma" : "=acme"
        #expect(walks.map(\.through) == [.text(ahead), .text("=beta")])
        #expect(walks.last?.after == place)
        #expect(walks.first?.after.value == .text(ahead))
    }
}
