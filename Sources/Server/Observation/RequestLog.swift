import Synchronization

/// The last requests, newest at the end, bounded in number and in bytes.
///
/// It is memory and not a table: a tool of the person at the server, who asks what just happened. A restart forgets it,
/// each process has its own, and in return it never slows a request and never fails one: to keep an entry is a few
/// references behind a lock, with nothing encoded and nothing written.
public final class RequestLog: Sendable {
    private struct Ring {
        var slots: [RequestEntry?]
        var first = 0
        var count = 0
        var byteCount = 0
        /// The number of the next entry. Entries are numbered from 1, so the oldest has this one less `count`.
        var nextSequence = 1

        mutating func append(_ entry: RequestEntry, mostBytes: Int) {
            if count == slots.count { dropOldest() }
            slots[(first + count) % slots.count] = entry
            count += 1
            nextSequence += 1
            byteCount += entry.byteCount
            while byteCount > mostBytes, count > 1 { dropOldest() }
        }

        private mutating func dropOldest() {
            byteCount -= slots[first]?.byteCount ?? 0
            slots[first] = nil
            first = (first + 1) % slots.count
            count -= 1
        }
    }

    private let ring: Mutex<Ring>
    private let mostBytes: Int

    /// - Parameters:
    ///   - mostEntries: at least 1; the newest entry stays whatever its size.
    ///   - mostBytes: of bodies, explanations and the entries themselves, about.
    public init(mostEntries: Int = 10_000, mostBytes: Int = 16 << 20) {
        ring = Mutex(Ring(slots: Array(repeating: nil, count: max(1, mostEntries))))
        self.mostBytes = mostBytes
    }

    func append(_ entry: RequestEntry) {
        ring.withLock { $0.append(entry, mostBytes: mostBytes) }
    }

    /// Entries with their numbers, newest first: at most so many of those before a number.
    ///
    /// Whoever looks at the whole log asks again and again, so that no request waits for that.
    func entries(before sequence: Int?, atMost limit: Int) -> [(sequence: Int, entry: RequestEntry)] {
        ring.withLock { ring in
            let oldest = ring.nextSequence - ring.count
            let end = min(sequence ?? ring.nextSequence, ring.nextSequence)
            return (max(oldest, end - limit)..<max(oldest, end)).reversed().compactMap { number in
                ring.slots[(ring.first + number - oldest) % ring.slots.count].map { (number, $0) }
            }
        }
    }
}
