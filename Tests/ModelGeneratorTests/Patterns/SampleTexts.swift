import ModelGenerator

/// Texts that match a pattern, that nearly do, and that have nothing to do with it.
struct SampleTexts {
    /// What breaks scanners: line breaks of all kinds, marks without a base, look-alikes, the edges of UTF-8.
    static let adversarial = Array(
        """
        aZ09-_./:@ +=,*|?#&<>()[]{}\\"'^$\n\r\t\u{B}\u{C}\u{0}\u{1F}\u{7F}\u{80}\u{85}\u{A0}\u{2028}\u{2029}\
        éÀß漢\u{301}\u{200D}😀\u{1F1E9}٣Ⅷ²\u{212A}ſı\u{D7FF}\u{E000}\u{FFFD}\u{10FFFF}
        """.unicodeScalars
    )

    private let examples: PatternExamples
    private let alphabet: [Unicode.Scalar]
    private var generator: SeededGenerator

    /// - Parameter longest: The most scalars of a text, give or take a few.
    init(of pattern: CompiledPattern, longest: Int, seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        examples = PatternExamples(pattern, longest: longest)
        alphabet = examples.alphabet(using: &generator)
    }

    /// Members of all lengths, of the least and of the greatest, each followed by near misses.
    mutating func membersAndNearMisses(count: Int) -> [String] {
        var texts: [String] = []
        for index in 0..<count {
            let edge = index % 4 == 0 ? examples.lengths.first : index % 4 == 1 ? examples.lengths.last : nil
            let member = edge.map { examples.draw(length: $0, using: &generator) } ?? examples.draw(using: &generator)
            guard let member else { continue }
            texts.append(member)
            for change in 0..<6 { texts.append(changed(Array(member.unicodeScalars), change)) }
        }
        return texts
    }

    mutating func strangers(count: Int) -> [String] {
        (0..<count).map { _ in
            let length = Int.random(in: 0...12, using: &generator)
            return Self.text((0..<length).map { _ in scalar() })
        }
    }

    /// Inserts, deletes, replaces, doubles, cuts off or appends at random.
    private mutating func changed(_ scalars: [Unicode.Scalar], _ change: Int) -> String {
        var scalars = scalars
        guard let index = scalars.indices.randomElement(using: &generator) else { return String(scalar()) }
        switch change {
        case 0: scalars.insert(scalar(), at: index)
        case 1: scalars.remove(at: index)
        case 2: scalars[index] = scalar()
        case 3: scalars.insert(scalars[index], at: index)
        case 4: scalars.removeSubrange(index...)
        default: scalars.append(scalar())
        }
        return Self.text(scalars)
    }

    private mutating func scalar() -> Unicode.Scalar {
        let ownsNext = Bool.random(using: &generator)
        return (ownsNext ? alphabet : Self.adversarial).randomElement(using: &generator) ?? "?"
    }

    static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// Every text over the alphabet up to a length.
    static func all(over alphabet: [Unicode.Scalar], upTo length: Int) -> [String] {
        var texts: [[Unicode.Scalar]] = [[]]
        var longest = texts
        for _ in 0..<length {
            longest = longest.flatMap { text in alphabet.map { text + [$0] } }
            texts += longest
        }
        return texts.map(text)
    }
}
