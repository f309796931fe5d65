/// Sets of threads, and how a letter moves them on: the subset construction, widened by lookaheads and lookbehinds.
///
/// A lookahead becomes a promise of the threads that pass it, and is moved on with them; a promise is itself a set of
/// threads. A lookbehind is followed along the whole text and asked where a thread passes it.
struct ThreadSpace {
    let program: PatternProgram
    /// For each set of the program, for each letter, whether the letter is in the set.
    let membership: [[Bool]]
    private(set) var threadSets = Interner<[PatternThread]>()
    private(set) var promiseLists = Interner<[PatternPromise]>()
    private(set) var situations = Interner<PatternSituation>()
    /// The number of moves so far, as a measure of the time spent.
    private(set) var moveCount = 0
    /// By step, by situation.
    private var closures: [[Int: [PatternThread]]]
    private var movedLookaheads: [[Int]: Int] = [:]

    /// No promises, no threads, and the threads of a lookahead that holds whatever follows.
    static let noPromises = 0
    static let noThreads = 0
    static let fulfilled = 1

    init(program: PatternProgram, membership: [[Bool]]) {
        self.program = program
        self.membership = membership
        closures = Array(repeating: [:], count: program.steps.count)
        _ = promiseLists.number(of: [])
        _ = threadSets.number(of: [])
        _ = threadSets.number(of: [PatternThread(step: -1, promises: Self.noPromises)])
    }

    mutating func number(of situation: PatternSituation) -> Int {
        situations.number(of: situation)
    }

    mutating func number(of threads: [PatternThread]) -> Int {
        threadSets.number(of: withoutRedundancy(threads))
    }

    /// Whether a text may end where these threads are.
    func mayEnd(_ threads: Int) -> Bool {
        threadSets.values[threads].contains { thread in
            guard isAccepting(thread) else { return false }
            return promiseLists.values[thread.promises].allSatisfy { mayEnd($0.threads) != $0.isNegated }
        }
    }

    func isAccepting(_ thread: PatternThread) -> Bool {
        thread.step < 0 || program.steps[thread.step] == .accept
    }

    /// The threads after one more letter, in no order, where the situation is the one after the letter.
    mutating func moved(_ threads: [PatternThread], by letter: Int, to situation: Int) -> [PatternThread] {
        var result: [PatternThread] = []
        for thread in threads where thread.step >= 0 {
            moveCount += 1
            guard case .consume(let set, let next) = program.steps[thread.step], membership[set][letter],
                let promises = movedPromises(thread.promises, by: letter, to: situation)
            else { continue }
            for successor in closure(of: next, in: situation) {
                let all = joined(successor.promises, promises)
                result.append(PatternThread(step: successor.step, promises: all))
            }
        }
        return result
    }

    /// Sorted, and without a thread that has promised more than another one at the same step.
    private func withoutRedundancy(_ threads: [PatternThread]) -> [PatternThread] {
        let threads = Set(threads).sorted()
        if threads.allSatisfy({ $0.promises == Self.noPromises }) { return threads }
        let rivals = Dictionary(grouping: threads, by: \.step)
        return threads.filter { thread in
            let promises = promiseLists.values[thread.promises]
            return !(rivals[thread.step] ?? []).contains { rival in
                rival != thread && promiseLists.values[rival.promises].allSatisfy(promises.contains)
            }
        }
    }
}

/// Threads that have not read anything yet.
extension ThreadSpace {
    /// The threads at the reading steps and ends that can be reached from a step without reading.
    mutating func closure(of step: Int, in situation: Int) -> [PatternThread] {
        if let known = closures[step][situation] { return known }
        var pending = [PatternThread(step: step, promises: Self.noPromises)]
        var seen: Set<PatternThread> = []
        var result: [PatternThread] = []
        while let thread = pending.popLast() {
            guard seen.insert(thread).inserted else { continue }
            switch program.steps[thread.step] {
            case .consume, .accept: result.append(thread)
            default: pending.append(contentsOf: passed(thread, in: situation))
            }
        }
        closures[step][situation] = result
        return result
    }

    /// Past a step that reads nothing.
    private mutating func passed(_ thread: PatternThread, in situation: Int) -> [PatternThread] {
        let here = situations.values[situation]
        switch program.steps[thread.step] {
        case .consume, .accept: return []
        case .fork(let steps): return steps.map { PatternThread(step: $0, promises: thread.promises) }
        case .requireStart(let next):
            return here.isAtStart ? [PatternThread(step: next, promises: thread.promises)] : []
        case .lookbehind(let index, let negated, let next):
            return here.lookbehinds[index] != negated ? [PatternThread(step: next, promises: thread.promises)] : []
        case .lookahead(let body, let negated, let next):
            let threads = lookaheadNumber(of: closure(of: body, in: situation))
            let promise = PatternPromise(threads: threads, isNegated: negated)
            guard let promises = settled([promise]) else { return [] }
            return [PatternThread(step: next, promises: joined(thread.promises, promises))]
        }
    }
}

/// Promises.
extension ThreadSpace {
    /// The promises after one more letter, or nil when one of them is broken.
    private mutating func movedPromises(_ promises: Int, by letter: Int, to situation: Int) -> Int? {
        if promises == Self.noPromises { return promises }
        let moved = promiseLists.values[promises].map { promise in
            let threads = movedLookahead(promise.threads, by: letter, to: situation)
            return PatternPromise(threads: threads, isNegated: promise.isNegated)
        }
        return settled(moved)
    }

    /// The list of those promises that are still open, or nil when one of them is broken.
    private mutating func settled(_ promises: [PatternPromise]) -> Int? {
        let isBroken = promises.contains { $0.threads == ($0.isNegated ? Self.fulfilled : Self.noThreads) }
        if isBroken { return nil }
        let open = promises.filter { $0.threads != Self.fulfilled && $0.threads != Self.noThreads }
        return promiseLists.number(of: Set(open).sorted())
    }

    private mutating func joined(_ left: Int, _ right: Int) -> Int {
        if left == Self.noPromises || left == right { return right }
        if right == Self.noPromises { return left }
        let all = Set(promiseLists.values[left]).union(promiseLists.values[right])
        return promiseLists.number(of: all.sorted())
    }

    /// A lookahead that has reached its end stays there, whatever follows.
    private mutating func movedLookahead(_ number: Int, by letter: Int, to situation: Int) -> Int {
        if let known = movedLookaheads[[number, letter, situation]] { return known }
        let threads = threadSets.values[number]
        var result = moved(threads, by: letter, to: situation)
        for thread in threads where isAccepting(thread) {
            guard let promises = movedPromises(thread.promises, by: letter, to: situation) else { continue }
            result.append(PatternThread(step: thread.step, promises: promises))
        }
        let resultNumber = lookaheadNumber(of: result)
        movedLookaheads[[number, letter, situation]] = resultNumber
        return resultNumber
    }

    private mutating func lookaheadNumber(of threads: [PatternThread]) -> Int {
        let isFulfilled = threads.contains { isAccepting($0) && $0.promises == Self.noPromises }
        return isFulfilled ? Self.fulfilled : number(of: threads)
    }
}
