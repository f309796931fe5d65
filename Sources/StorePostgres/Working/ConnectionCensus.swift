import Synchronization

/// How many connections of a store are up. While there is none, waiting is of no use to anybody.
final class ConnectionCensus: Sendable {
    private let connected = Atomic<Int>(0)

    var isEmpty: Bool {
        connected.load(ordering: .acquiring) == 0
    }

    func add() {
        connected.add(1, ordering: .acquiringAndReleasing)
    }

    func subtract() {
        connected.subtract(1, ordering: .acquiringAndReleasing)
    }
}
