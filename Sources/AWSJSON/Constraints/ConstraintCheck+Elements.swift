public import SmithyTypes

/// The same checks for a value that is an element of a list or a map, whose place the caller has entered.
extension ConstraintCheck {
    public mutating func elements<Element>(
        _ elements: [Element],
        _ allowed: ClosedRange<Int>?,
        _ check: ((Element, inout ConstraintCheck) -> Void)?
    ) {
        count(elements.count, allowed)
        guard let check else { return }
        for (index, element) in elements.enumerated() {
            inside(.index(index)) { check(element, &$0) }
        }
    }

    public mutating func element(_ value: String, _ pattern: Pattern) {
        if !pattern.matches(value) { mismatch(value, pattern) }
    }

    public mutating func element(_ value: String, length allowed: ClosedRange<Int>) {
        if !isLength(of: value, within: allowed) { wrongLength(value, allowed) }
    }

    public mutating func element(_ value: Int, _ allowed: ClosedRange<Int>) {
        if !allowed.contains(value) { outOfRange(value, allowed) }
    }

    public mutating func element(_ value: some StringEnumeration) {
        if !value.isModelled { unlisted(value) }
    }

    func isLength(of value: String, within allowed: ClosedRange<Int>) -> Bool {
        // A scalar has one to four UTF-8 bytes, so most strings need no counting.
        let byteCount = value.utf8.count
        if byteCount < allowed.lowerBound { return false }
        if byteCount <= allowed.upperBound && (byteCount + 3) / 4 >= allowed.lowerBound { return true }
        return allowed.contains(value.unicodeScalars.count)
    }

    mutating func count(_ count: Int, _ allowed: ClosedRange<Int>?) {
        guard let allowed, !allowed.contains(count) else { return }
        let isShort = count < allowed.lowerBound
        report(
            Problem(
                code: isShort ? .notEnoughValues : .tooManyValues,
                constraint: .count,
                text: "has \(count) values and \(isShort ? "needs" : "may have") \(allowed.inWords).",
                count: count,
                wouldPass: "\(allowed.inWords) values"
            )
        )
    }

    mutating func outOfRange(_ value: Int, _ allowed: ClosedRange<Int>) {
        report(
            Problem(
                code: .valueOutOfRange,
                constraint: .range,
                text: "is \(value) and must be \(allowed.inWords).",
                offendingValue: "\(value)",
                wouldPass: allowed.inWords
            )
        )
    }

    mutating func mismatch(_ value: String, _ pattern: Pattern) {
        if let allowed = pattern.lengthAlone { return wrongLength(value, allowed) }
        report(
            Problem(
                code: .invalidStringFormat,
                constraint: .pattern,
                text: "is \(quoted(value)) and must match \(pattern.source).",
                offendingValue: value,
                wouldPass: "a string that matches \(pattern.source)"
            )
        )
    }

    mutating func wrongLength(_ value: String, _ allowed: ClosedRange<Int>) {
        let count = value.unicodeScalars.count
        report(
            Problem(
                code: .invalidStringFormat,
                constraint: .length,
                text: "has \(count) characters and must have \(allowed.inWords).",
                offendingValue: value,
                wouldPass: "\(allowed.inWords) characters"
            )
        )
    }

    mutating func unlisted(_ value: some StringEnumeration) {
        report(.unlisted(value))
    }
}

extension Problem {
    /// Looks for what was meant, which takes long in a long list: for a violation that is reported, and no other.
    fileprivate static func unlisted<Value: StringEnumeration>(_ value: Value) -> Problem {
        let listed = Value.modelled.map(\.rawValue)
        let list = listed.count <= 20 ? ": \(listed.joined(separator: ", "))" : ""
        let meant = nearest(to: value.rawValue, in: listed)
        let hint = meant.map { " Did you mean \(quoted($0))?" } ?? ""
        return Problem(
            code: .invalidEnumValue,
            constraint: .enumeration,
            text: "is \(quoted(value.rawValue)), which is none of its \(listed.count) values\(list).\(hint)",
            offendingValue: value.rawValue,
            wouldPass: "one of its \(listed.count) values\(list)",
            suggestion: meant
        )
    }
}

/// A value as a message shows it: in quotes, and not longer than a reader needs.
func quoted(_ value: String) -> String {
    let shown = String(String.UnicodeScalarView(value.unicodeScalars.prefix(80)))
    return "'\(shown)\(shown.unicodeScalars.count < value.unicodeScalars.count ? "…" : "")'"
}

extension ClosedRange<Int> {
    /// `between 1 and 10`, `at least 1`, `at most 10`.
    var inWords: String {
        if upperBound == Int.max { return "at least \(lowerBound)" }
        if lowerBound == 0 || lowerBound == Int.min { return "at most \(upperBound)" }
        return lowerBound == upperBound ? "exactly \(lowerBound)" : "between \(lowerBound) and \(upperBound)"
    }
}

extension Deviation {
    var violation: ConstraintViolation { problem.violation(at: path) }

    private var problem: Problem {
        switch kind {
        case .missing:
            Problem(
                code: .requiredFieldMissing,
                constraint: .required,
                text: "is required.",
                wouldPass: "a value, which is not null"
            )
        case .unionMembers(let count):
            Problem(
                code: .invalidValue,
                constraint: .union,
                text: "must have exactly one member that is set, and has \(count).",
                count: count,
                wouldPass: "exactly one member that is set"
            )
        }
    }
}
