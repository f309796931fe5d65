/// A place in a program, reached along the text read so far, and what must become true of the text to come.
struct PatternThread: Hashable, Comparable, Sendable {
    var step: Int
    /// The number of a list of promises.
    var promises: Int

    static func < (left: PatternThread, right: PatternThread) -> Bool {
        (left.step, left.promises) < (right.step, right.promises)
    }
}

/// A lookahead under way: some of its threads must reach their end, or with `isNegated` none may.
struct PatternPromise: Hashable, Comparable, Sendable {
    /// The number of a set of threads.
    var threads: Int
    var isNegated: Bool

    static func < (left: PatternPromise, right: PatternPromise) -> Bool {
        (left.threads, left.isNegated ? 1 : 0) < (right.threads, right.isNegated ? 1 : 0)
    }
}

/// What conditions on the preceding text can ask.
struct PatternSituation: Hashable, Sendable {
    var isAtStart: Bool
    /// For every lookbehind of the program, whether it holds here.
    var lookbehinds: [Bool]
}

/// What is known of the text read so far, apart from the threads of the pattern itself.
struct PatternContext: Hashable, Sendable {
    /// The number of the situation.
    var situation: Int
    /// For every lookbehind, the number of the set of its threads.
    var lookbehindThreads: [Int]
}
