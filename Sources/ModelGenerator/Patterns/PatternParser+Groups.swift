extension PatternParser {
    /// What follows an opening parenthesis, and the closing one.
    mutating func group() throws(PatternFault) -> PatternNode {
        if take("?:") { return try enclosed() }
        if take("?=") { return .lookahead(try enclosed(), negated: false) }
        if take("?!") { return .lookahead(try enclosed(), negated: true) }
        if take("?<=") { return .lookbehind(try enclosed(), negated: false) }
        if take("?<!") { return .lookbehind(try enclosed(), negated: true) }
        if take("?>") { throw .unsupported("the atomic group (?>") }
        if take("?<") {
            _ = try takeAll(upTo: ">")
            return try enclosed()
        }
        return take("?") ? try flagged() : try enclosed()
    }

    /// A flag holds until the end of the group in which it is set, and across the branches of a choice.
    private mutating func enclosed() throws(PatternFault) -> PatternNode {
        let outerFlags = flags
        let node = try choice()
        guard take(")") else { throw .malformed("it lacks a closing parenthesis") }
        flags = outerFlags
        return node
    }

    /// `(?i)`, `(?i-s)` for the rest of the enclosing group, or `(?i:…)` for this one.
    private mutating func flagged() throws(PatternFault) -> PatternNode {
        let outerFlags = flags
        var isOn = true
        while true {
            let next = try advance()
            switch next {
            case ")": return .empty
            case ":":
                let node = try enclosed()
                flags = outerFlags
                return node
            case "-": isOn = false
            default: try flags.set(next, to: isOn)
            }
        }
    }
}
