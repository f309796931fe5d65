import Testing

@testable import EventDelivery

@Suite("Waiting for something to happen")
struct BellTests {
    @Test("a ring that came while looking is not missed")
    func missed() async {
        let bell = Bell()
        let seen = bell.rings
        bell.ring()
        await bell.wait(beyond: seen, atMost: .seconds(3_600))
    }

    @Test("one ring wakes all who wait", arguments: [1, 50])
    func all(_ count: Int) async {
        let bell = Bell()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<count { group.addTask { await bell.wait(beyond: 0, atMost: .seconds(3_600)) } }
            bell.ring()
            await group.waitForAll()
        }
        #expect(bell.rings == 1)
    }

    @Test("time ends the waiting, and so does the end of the task")
    func ends() async {
        let bell = Bell()
        await bell.wait(beyond: bell.rings, atMost: .milliseconds(1))
        await bell.wait(beyond: bell.rings, atMost: .zero)
        let waiting = Task { await bell.wait(beyond: 0, atMost: .seconds(3_600)) }
        waiting.cancel()
        await waiting.value
        let late = Task {
            while !Task.isCancelled { await Task.yield() }
            await bell.wait(beyond: 0, atMost: .seconds(3_600))
        }
        late.cancel()
        await late.value
        #expect(bell.rings == 0)
    }
}
