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
        guard !allowed.contains(value) else { return }
        report(.valueOutOfRange, "is \(value) and must be \(allowed.inWords).")
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
        guard let allowed else { return }
        if count < allowed.lowerBound {
            report(.notEnoughValues, "has \(count) values and needs \(allowed.inWords).")
        } else if count > allowed.upperBound {
            report(.tooManyValues, "has \(count) values and may have \(allowed.inWords).")
        }
    }

    mutating func mismatch(_ value: String, _ pattern: Pattern) {
        if let allowed = pattern.lengthAlone { return wrongLength(value, allowed) }
        report(.invalidStringFormat, "is \(quoted(value)) and must match \(pattern.source).")
    }

    mutating func wrongLength(_ value: String, _ allowed: ClosedRange<Int>) {
        let count = value.unicodeScalars.count
        report(.invalidStringFormat, "has \(count) characters and must have \(allowed.inWords).")
    }

    mutating func unlisted(_ value: some StringEnumeration) {
        report(.invalidEnumValue, "is \(quoted(value.rawValue)), which is none of its \(suggestion(for: value))")
    }
}

/// `531 values. Did you mean 'EUR'?`; a short list is spelled out.
private func suggestion<Value: StringEnumeration>(for value: Value) -> String {
    let listed = Value.modelled.map(\.rawValue)
    let list = listed.count <= 20 ? ": \(listed.joined(separator: ", "))" : ""
    let nearest = nearest(to: value.rawValue, in: listed).map { " Did you mean \(quoted($0))?" } ?? ""
    return "\(listed.count) values\(list).\(nearest)"
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
    var violation: ConstraintViolation {
        switch kind {
        case .missing:
            ConstraintViolation(path: path, code: .requiredFieldMissing, message: "\(path.exact) is required.")
        case .unionMembers(let count):
            ConstraintViolation(
                path: path,
                code: .invalidValue,
                message: "\(path.exact) must have exactly one member that is set, and has \(count)."
            )
        }
    }
}
