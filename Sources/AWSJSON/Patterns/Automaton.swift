/// A deterministic automaton over classes of Unicode scalars. A scan is two table lookups for an ASCII byte; a scalar
/// beyond ASCII costs a binary search over the ranges of its pattern, and its general category where the pattern asks.
///
/// ## Notation
/// The automaton is written as two strings, which are decoded once, when the pattern is first used.
///
/// `classes` lists the classes, separated by white space; scalars in none of them are in the class `_`. A class is a
/// run of items: a printable ASCII character, a range such as `0-9`, or hexadecimal in angle brackets: `<20>`,
/// `<2028-2029>`, and `<80-10FFFF:L,Nd>` for the part of a range that is in the named general categories. A `-` is
/// itself unless it stands between two characters. In the states the classes are called `a`…`z`, `A`…`Z`, and from
/// `U+0100` on, in the order of the list.
///
/// `states` lists the states, separated by white space; the first is the start. `*` marks a state in which the text
/// may end. Then come the ways onward: classes (`a`, `_`, or a run such as `a-d`) followed by the state they lead to,
/// which is `+` for the next one in the list, `=` for the same one, or a number counted from zero. Any other scalar
/// ends the scan without a match.
///
/// So `A[0-9]+` is `classes: "A 0-9"` and `states: "a+ b+ *b="`.
public struct Automaton: Sendable {
    static let refusal = UInt32.max

    private let classes: ScalarClasses
    /// The successor rows, state by state and class by class: the index of the row's first element, or `refusal`.
    private let successors: [UInt32]
    private let mayEnd: [Bool]

    /// - Precondition: Both strings follow the notation; they come from the model generator.
    public init(classes: String, states: String) {
        let classes = ScalarClasses(notation: classes)
        var reader = StateReader(classCount: classes.count)
        for word in states.split(whereSeparator: \.isWhitespace) {
            reader.read(word.unicodeScalars)
        }
        precondition(!reader.mayEnd.isEmpty, "An automaton has at least one state")
        self.classes = classes
        successors = reader.successors
        mayEnd = reader.mayEnd
    }

    /// The number of scalars in the text, or nil when the automaton does not accept it.
    /// - Parameter bytes: Valid UTF-8.
    func acceptedLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var row: UInt32 = 0
        var length = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                row = successors[Int(row) + classes.ofASCII(byte)]
                index += 1
            } else {
                let scalar = Self.scalar(at: index, in: bytes)
                row = successors[Int(row) + classes.ofNonASCII(scalar)]
                index += Self.width(ofLeadByte: byte)
            }
            guard row != Self.refusal else { return nil }
            length += 1
        }
        return mayEnd[Int(row) / classes.count] ? length : nil
    }

    private static func width(ofLeadByte byte: UInt8) -> Int {
        byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        func continuation(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
        let lead = UInt32(bytes[index])
        switch width(ofLeadByte: bytes[index]) {
        case 2: return (lead & 0x1F) << 6 | continuation(1)
        case 3: return (lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2)
        default: return (lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3)
        }
    }
}
