import Testing

@testable import EventDelivery

@Suite("Which lanes are to be worked on")
struct LaneBookTests {
    private static func lane(_ name: String) -> DeliveryLane {
        .resource(EventResource(account: "1", catalog: "AWS", identifier: name))
    }

    private let one = lane("1")
    private let two = lane("2")
    private let three = lane("3")

    @Test("each lane is taken once, the longest due first, no more than may be busy")
    func taking() {
        var book = LaneBook()
        for (lane, due) in [(two, 20), (one, 10), (three, 30), (one, 5)] {
            book.note(lane, dueAtMilliseconds: Int64(due))
        }
        #expect(book.count == 3)
        #expect(book.take(mostBusy: 2, at: 100) == [one, two])
        #expect(book.take(mostBusy: 2, at: 100) == [])
        book.finish(two, .emptied)
        #expect(book.take(mostBusy: 2, at: 100) == [three])
        #expect(book.busyCount == 2)
    }

    @Test("a lane whose first event waits is not taken, whatever stands behind it")
    func waiting() {
        var book = LaneBook()
        book.note(one, dueAtMilliseconds: 50)
        book.note(one, dueAtMilliseconds: 1)
        #expect(book.nextDueMilliseconds == 50)
        #expect(book.take(mostBusy: 8, at: 49) == [])
        #expect(book.take(mostBusy: 8, at: 50) == [one])
        #expect(book.nextDueMilliseconds == nil)
        book.finish(one, .waits(untilMilliseconds: 70))
        #expect(book.take(mostBusy: 8, at: 69) == [])
        #expect(book.take(mostBusy: 8, at: 70) == [one])
    }

    @Test("what came while a lane was worked on is not forgotten, though the worker says it is empty")
    func raced() {
        var book = LaneBook()
        book.note(one, dueAtMilliseconds: 0)
        _ = book.take(mostBusy: 8, at: 0)
        book.note(one, dueAtMilliseconds: 0)
        book.finish(one, .emptied)
        #expect(book.take(mostBusy: 8, at: 0) == [one])
        book.finish(one, .emptied)
        #expect(book.count == 0)
    }

    @Test("a lane that has more goes behind the others")
    func turns() {
        var book = LaneBook()
        for lane in [one, two] { book.note(lane, dueAtMilliseconds: 0) }
        let first = book.take(mostBusy: 1, at: 0)
        book.finish(first[0], .hasMore)
        let second = book.take(mostBusy: 1, at: 0)
        #expect(Set(first + second) == [one, two])
    }
}
