import AWSJSON
import Testing

@testable import Server

@Suite("The request log")
struct RequestLogTests {
    private static func log(of count: Int, mostEntries: Int = 100, mostBytes: Int = 1 << 20, bodyBytes: Int = 0)
        -> RequestLog
    {
        let log = RequestLog(mostEntries: mostEntries, mostBytes: mostBytes)
        let body = [UInt8](repeating: 0x20, count: bodyBytes)
        for number in 1...max(1, count) where number <= count {
            log.append(.made(account: "\(number)", request: .bytes(body)))
        }
        return log
    }

    /// Sequence and account, which say the same.
    private static func numbers(_ log: RequestLog, before sequence: Int? = nil, atMost limit: Int = 100) -> [Int] {
        let found = log.entries(before: sequence, atMost: limit)
        #expect(found.allSatisfy { "\($0.sequence)" == $0.entry.accountIdentifier })
        return found.map(\.sequence)
    }

    @Test("is empty at first")
    func empty() {
        #expect(Self.numbers(Self.log(of: 0)).isEmpty)
    }

    @Test("gives entries by number, newest first", arguments: [1, 7, 99, 100])
    func order(_ count: Int) {
        #expect(Self.numbers(Self.log(of: count)) == Array((1...count).reversed()))
    }

    @Test("keeps so many entries, and forgets the oldest", arguments: [1, 2, 10])
    func bound(_ most: Int) {
        for count in most...(3 * most + 1) {
            let kept = Self.numbers(Self.log(of: count, mostEntries: most))
            #expect(kept == Array(((count - most + 1)...count).reversed()))
        }
    }

    @Test("keeps so many bytes, and forgets the oldest")
    func bytes() {
        let kept = Self.numbers(Self.log(of: 50, mostBytes: 10_000, bodyBytes: 1_500))
        // An entry is itself counted as half a kilobyte.
        #expect(kept == [50, 49, 48, 47])
    }

    @Test("keeps the newest, however large")
    func large() {
        #expect(Self.numbers(Self.log(of: 3, mostBytes: 10, bodyBytes: 1_000)) == [3])
    }

    @Test("counts what it forgets: bytes come free again")
    func bytesComeFree() {
        let log = Self.log(of: 1, mostEntries: 4, mostBytes: 20_000, bodyBytes: 18_000)
        for number in 2...4 { log.append(.made(account: "\(number)")) }
        #expect(Self.numbers(log) == [4, 3, 2, 1])
        log.append(.made(account: "5"))
        log.append(.made(account: "6", request: .bytes([UInt8](repeating: 0x20, count: 17_000))))
        #expect(Self.numbers(log) == [6, 5, 4, 3])
    }

    static let pages: [(before: Int?, limit: Int, found: [Int])] = [
        (nil, 2, [10, 9]), (9, 3, [8, 7, 6]), (7, 3, [6]), (6, 3, []), (1, 3, []), (-5, 3, []), (11, 1, [10]),
        (1_000, 1, [10]), (nil, 0, []),
    ]

    @Test("goes page by page, past what it has forgotten", arguments: pages)
    func page(_ page: (before: Int?, limit: Int, found: [Int])) {
        let log = Self.log(of: 10, mostEntries: 5)
        #expect(Self.numbers(log, before: page.before, atMost: page.limit) == page.found)
    }

    @Test("does not keep a body that would push all others out")
    func hugeBody() {
        let entry = RequestEntry.made(request: .bytes([UInt8](repeating: 0x20, count: 1 << 20 + 1)))
        guard case .withheld(let count) = entry.request else {
            Issue.record("it is kept")
            return
        }
        #expect(count == 1 << 20 + 1)
    }

    @Test("numbers every entry once, however many threads append")
    func concurrently() async {
        let log = RequestLog(mostEntries: 5_000)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<500 { log.append(.made()) } }
            }
        }
        let found = log.entries(before: nil, atMost: 10_000)
        #expect(found.map(\.sequence) == Array((1...4_000).reversed()))
        #expect(Set(found.map(\.entry.identifier)).count == 4_000)
    }
}
