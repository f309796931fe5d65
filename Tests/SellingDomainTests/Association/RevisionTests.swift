import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

/// LastModifiedDate is the optimistic lock of UpdateOpportunity: were a date to come twice, a lock taken on the first
/// would hold on the second.
@Suite("LastModifiedDate strictly grows with every change")
struct RevisionTests {
    static let clocks: [(String, Int64, expected: Int64)] = [
        ("goes on", 5_000, 5_000),
        ("goes on by one millisecond", 1_001, 1_001),
        ("stands still", 1_000, 1_001),
        ("goes back", 1, 1_001),
        ("goes back before 1970", -7, 1_001),
    ]

    @Test("by an association", arguments: clocks)
    func association(_ clock: (String, Int64, expected: Int64)) throws {
        let opportunity = GetOpportunityResponse.sample(modified: 1_000)
        let now = Timestamp(millisecondsSinceEpoch: clock.1)
        let changed = try #require(try opportunity.associating(.sample(.solutions), at: now))
        #expect(changed.lastModifiedDate.millisecondsSinceEpoch == clock.expected)
    }

    @Test("by a disassociation", arguments: clocks)
    func disassociation(_ clock: (String, Int64, expected: Int64)) throws {
        let opportunity = GetOpportunityResponse.sample(with: [.sample(.solutions)], modified: 1_000)
        let now = Timestamp(millisecondsSinceEpoch: clock.1)
        let changed = try opportunity.disassociating(.sample(.solutions), at: now)
        #expect(changed.lastModifiedDate.millisecondsSinceEpoch == clock.expected)
    }

    @Test("over a hundred changes on a clock that stands still no date comes twice")
    func standingClock() throws {
        let now = Timestamp(millisecondsSinceEpoch: 1_000)
        var opportunity = GetOpportunityResponse.sample(modified: 1_000)
        var dates: Set<Timestamp> = [opportunity.lastModifiedDate]
        for _ in 0..<50 {
            opportunity = try #require(try opportunity.associating(.sample(.solutions), at: now))
            dates.insert(opportunity.lastModifiedDate)
            opportunity = try opportunity.disassociating(.sample(.solutions), at: now)
            dates.insert(opportunity.lastModifiedDate)
        }
        #expect(dates.count == 101)
    }

    @Test("CreatedDate stays")
    func createdDateStays() throws {
        let opportunity = GetOpportunityResponse.sample()
        let changed = try #require(try opportunity.associating(.sample(.solutions), at: .later))
        #expect(changed.createdDate == opportunity.createdDate)
    }
}
