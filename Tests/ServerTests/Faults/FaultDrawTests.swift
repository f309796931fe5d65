import Testing

@testable import Server

@Suite("When a fault is met")
struct FaultDrawTests {
    private static let subject = FaultSubject(
        operation: "ListSolutions",
        accountIdentifier: "123456789012",
        catalog: "Sandbox"
    )

    /// Which of so many requests in a row meet the fault.
    private static func hits(_ faults: Faults, of requests: Int = 12) -> [Int] {
        (1...requests).filter { _ in !faults.met(by: subject).isEmpty }
    }

    private static func faults(
        probability: Double? = nil,
        nth: Int? = nil,
        times: Int? = nil,
        seed: UInt64? = nil
    ) -> Faults {
        let faults = Faults()
        faults.put(
            Fault(name: "f", kind: .lostResponse, probability: probability, nth: nth, times: times, seed: seed)
        )
        return faults
    }

    static let rows: [(nth: Int?, times: Int?, hits: [Int])] = [
        (nil, nil, Array(1...12)),
        (nil, 1, [1]),
        (nil, 3, [1, 2, 3]),
        (1, nil, Array(1...12)),
        (3, nil, [3, 6, 9, 12]),
        (3, 2, [3, 6]),
        (5, 1, [5]),
        (13, nil, []),
    ]

    @Test("each nth request, so many times", arguments: rows)
    func counted(_ row: (nth: Int?, times: Int?, hits: [Int])) {
        #expect(Self.hits(Self.faults(nth: row.nth, times: row.times)) == row.hits)
    }

    @Test("after its last time it has lifted itself")
    func liftsItself() {
        let faults = Self.faults(times: 2)
        #expect(Self.hits(faults, of: 1) == [1])
        #expect(faults.faults.count == 1)
        #expect(Self.hits(faults, of: 1) == [1])
        #expect(faults.faults.isEmpty)
    }

    @Test("a probability is a share of the requests")
    func probability() {
        #expect(Self.hits(Self.faults(probability: 0), of: 500).isEmpty)
        #expect(Self.hits(Self.faults(probability: 1), of: 500).count == 500)
        #expect((150...350).contains(Self.hits(Self.faults(probability: 0.5, seed: 1), of: 500).count))
    }

    @Test("the same seed gives the same draws, another seed others", arguments: 0...9)
    func seed(_ seed: UInt64) {
        let draws = Self.hits(Self.faults(probability: 0.5, seed: seed), of: 64)
        #expect(draws == Self.hits(Self.faults(probability: 0.5, seed: seed), of: 64))
        #expect(draws != Self.hits(Self.faults(probability: 0.5, seed: seed + 100), of: 64))
    }

    @Test("requests that a fault does not concern do not move its draws")
    func otherRequests() {
        let faults = Self.faults(nth: 2)
        let other = FaultSubject(operation: "GetOpportunity", accountIdentifier: "1", catalog: nil)
        faults.put(Fault(name: "f", kind: .lostResponse, operation: "ListSolutions", nth: 2))
        let hits = (1...6).filter { _ in
            _ = faults.met(by: other)
            return !faults.met(by: Self.subject).isEmpty
        }
        #expect(hits == [2, 4, 6])
    }

    @Test("put again, a fault begins anew; put away, it is gone, and so is one that never was")
    func putAndDelete() {
        let faults = Self.faults(nth: 3)
        #expect(Self.hits(faults, of: 2).isEmpty)
        faults.put(Fault(name: "f", kind: .lostResponse, nth: 3))
        #expect(faults.faults.count == 1)
        #expect(Self.hits(faults, of: 3) == [3])
        faults.delete("g")
        #expect(faults.faults.count == 1)
        faults.delete("f")
        #expect(faults.faults.isEmpty)
        #expect(Self.hits(faults).isEmpty)
    }

    @Test("of many requests at once exactly as many are hit as there are times")
    func concurrently() async {
        let faults = Self.faults(times: 10)
        let hits = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 { group.addTask { !faults.met(by: Self.subject).isEmpty } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(hits == 10)
    }
}
