/// Reads the states of an automaton, one word at a time; see `Automaton` for the notation.
struct StateReader {
    let classCount: Int
    private(set) var successors: [UInt32] = []
    private(set) var mayEnd: [Bool] = []

    init(classCount: Int) {
        self.classCount = classCount
    }

    mutating func read(_ word: some Collection<Unicode.Scalar>) {
        let state = mayEnd.count
        var rest = Array(word)[...]
        mayEnd.append(rest.first == "*")
        rest = rest.drop { $0 == "*" }
        successors.append(contentsOf: repeatElement(Automaton.refusal, count: classCount))
        while !rest.isEmpty {
            let classes = Self.classes(takenFrom: &rest)
            let target = Self.target(takenFrom: &rest, in: state)
            for number in classes {
                precondition(number < classCount, "The states name a class that is not listed")
                successors[state * classCount + number] = UInt32(target * classCount)
            }
        }
    }

    private static func classes(takenFrom rest: inout ArraySlice<Unicode.Scalar>) -> [Int] {
        var numbers: [Int] = []
        while let first = rest.first, let number = number(ofClass: first) {
            rest.removeFirst()
            guard rest.first == "-", let last = rest.dropFirst().first.flatMap(Self.number) else {
                numbers.append(number)
                continue
            }
            rest.removeFirst(2)
            numbers.append(contentsOf: number...last)
        }
        return numbers
    }

    private static func number(ofClass name: Unicode.Scalar) -> Int? {
        switch name {
        case "_": 0
        case "a"..."z": Int(name.value - 0x61) + 1
        case "A"..."Z": Int(name.value - 0x41) + 27
        case "\u{100}"...: Int(name.value - 0x100) + 53
        default: nil
        }
    }

    private static func target(takenFrom rest: inout ArraySlice<Unicode.Scalar>, in state: Int) -> Int {
        if rest.first == "+" || rest.first == "=" {
            return rest.removeFirst() == "+" ? state + 1 : state
        }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        precondition(!digits.isEmpty, "The states lack a successor")
        rest.removeFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    }
}
