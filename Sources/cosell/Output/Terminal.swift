#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How text looks to a person: plain wherever a program may be reading.
struct Terminal: Sendable {
    let hasStyle: Bool

    /// Styled only where standard output is a terminal, and nobody asks for none (no-color.org).
    static let output = Terminal(
        hasStyle: isatty(StandardStream.output.rawValue) == 1 && EnvironmentVariables.current["NO_COLOR"] == nil
            && EnvironmentVariables.current["TERM"] != "dumb"
    )

    func bold(_ text: String) -> String { styled(text, "1") }

    func faint(_ text: String) -> String { styled(text, "2") }

    private func styled(_ text: String, _ code: String) -> String {
        hasStyle && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
