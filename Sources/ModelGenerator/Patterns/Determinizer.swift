/// Finds all states that a program can be in, letter by letter.
struct Determinizer {
    private struct State: Hashable {
        var context: Int
        var threads: Int
    }

    /// Several times what may be emitted: minimising merges states.
    private static let mostStates = 20_000
    /// A second of work for optimised code.
    private static let mostMoves = 8_000_000

    private let program: PatternProgram
    private let alphabet: ScalarAlphabet
    private var space: ThreadSpace
    private var contexts = Interner<PatternContext>()
    private var nextContexts: [[Int]: Int] = [:]
    private var states = Interner<State>()

    private init(_ program: PatternProgram) {
        self.program = program
        alphabet = ScalarAlphabet(program.sets)
        space = ThreadSpace(program: program, membership: alphabet.membership)
    }

    static func automaton(of program: PatternProgram) throws(PatternFault) -> CompleteAutomaton {
        var determinizer = Determinizer(program)
        return try determinizer.explore()
    }

    private mutating func explore() throws(PatternFault) -> CompleteAutomaton {
        var successors: [[Int]] = []
        _ = states.number(of: startState())
        while successors.count < states.values.count {
            guard states.values.count <= Self.mostStates, space.moveCount <= Self.mostMoves else {
                throw .tooLarge("its automaton is too large: \(successors.count) states, and more to come")
            }
            let state = states.values[successors.count]
            var row: [Int] = []
            for letter in alphabet.classes.indices {
                row.append(states.number(of: successor(of: state, by: letter)))
            }
            successors.append(row)
        }
        let mayEnd = states.values.map { space.mayEnd($0.threads) }
        return CompleteAutomaton(classes: alphabet.classes, successors: successors, mayEnd: mayEnd)
    }

    private mutating func startState() -> State {
        let context = context(isAtStart: true, threads: program.lookbehinds.map { _ in [] }) { _, _, _ in [] }
        let threads = space.closure(of: program.start, in: contexts.values[context].situation)
        return State(context: context, threads: space.number(of: threads))
    }

    private mutating func successor(of state: State, by letter: Int) -> State {
        // What preceded is of no interest once nothing can follow.
        guard state.threads != ThreadSpace.noThreads else { return state }
        let context = nextContext(state.context, by: letter)
        let threads = space.threadSets.values[state.threads]
        let moved = space.moved(threads, by: letter, to: contexts.values[context].situation)
        let number = space.number(of: moved)
        return State(context: number == ThreadSpace.noThreads ? 0 : context, threads: number)
    }

    private mutating func nextContext(_ number: Int, by letter: Int) -> Int {
        if let known = nextContexts[[number, letter]] { return known }
        let threads = contexts.values[number].lookbehindThreads.map { space.threadSets.values[$0] }
        let next = context(isAtStart: false, threads: threads) { space, threads, situation in
            space.moved(threads, by: letter, to: situation)
        }
        nextContexts[[number, letter]] = next
        return next
    }

    /// - Parameters:
    ///   - threads: The threads of every lookbehind before the letter.
    ///   - move: Moves the threads of a lookbehind past the letter, to a situation.
    private mutating func context(
        isAtStart: Bool,
        threads: [[PatternThread]],
        move: (inout ThreadSpace, [PatternThread], Int) -> [PatternThread]
    ) -> Int {
        // A lookbehind can ask only those before it, so the answers still missing do not matter to it.
        var situation = PatternSituation(isAtStart: isAtStart, lookbehinds: threads.map { _ in false })
        var numbers: [Int] = []
        for (index, start) in program.lookbehinds.enumerated() {
            let here = space.number(of: situation)
            let all = move(&space, threads[index], here) + space.closure(of: start, in: here)
            situation.lookbehinds[index] = all.contains(where: space.isAccepting)
            numbers.append(space.number(of: all))
        }
        return contexts.number(
            of: PatternContext(situation: space.number(of: situation), lookbehindThreads: numbers)
        )
    }
}
