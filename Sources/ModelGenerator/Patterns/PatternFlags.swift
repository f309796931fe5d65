/// The flags of a pattern that change its language and that this compiler knows.
struct PatternFlags {
    /// `(?i)`: ASCII letters match in either case.
    var ignoresCase = false
    /// `(?s)`: the dot matches line terminators too.
    var dotMatchesAll = false

    mutating func set(_ flag: Unicode.Scalar, to isOn: Bool) throws(PatternFault) {
        switch flag {
        case "i": ignoresCase = isOn
        case "s": dotMatchesAll = isOn
        case "m", "x", "u", "U", "d": throw .unsupported("the flag (?\(flag))")
        default: throw .malformed("it sets an unknown flag, (?\(flag))")
        }
    }
}
