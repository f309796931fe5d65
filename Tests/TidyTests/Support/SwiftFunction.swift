/// A function, initializer or subscript that has a body.
struct SwiftFunction: Sendable, Equatable {
    let name: String
    /// Counted from 1.
    let line: Int
    /// Lines between the braces.
    let bodyLines: Int
}

extension SwiftSource {
    /// Every function of the file that has a body, nested ones among them.
    var functions: [SwiftFunction] {
        let lines = lines(.code)
        let code = CodeText(lines)
        return lines.indices.compactMap { line in
            // A regex on every line of the project takes long.
            guard Self.keywords.contains(where: lines[line].contains),
                let match = lines[line].firstMatch(of: Self.declaration),
                let bodyLines = code.bodyLines(ofDeclarationIn: line)
            else { return nil }
            return SwiftFunction(name: String(match.output.1), line: line + 1, bodyLines: bodyLines)
        }
    }

    private static let keywords = ["func ", "init", "subscript"]

    private static var declaration: Regex<(Substring, Substring)> {
        #/^\s*(?:@\w+(?:\([^)]*\))?\s+|[a-z]+(?:\([a-z]+\))?\s+)*?(func\s+[^\s(<]+|init|subscript)[?]?\s*[(<]/#
    }
}

/// Code without comments and literals, in which braces and parentheses can be followed.
private struct CodeText {
    private let bytes: [UInt8]
    private let lineStarts: [Int]

    init(_ lines: [String]) {
        var starts: [Int] = []
        var bytes: [UInt8] = []
        for line in lines {
            starts.append(bytes.count)
            bytes += Array(line.utf8) + [UInt8(ascii: "\n")]
        }
        self.bytes = bytes
        lineStarts = starts
    }

    /// How many lines the body has; nil where the declaration has none, as in a protocol.
    func bodyLines(ofDeclarationIn line: Int) -> Int? {
        guard let parameters = bytes[lineStarts[line]...].firstIndex(of: UInt8(ascii: "(")),
            let afterParameters = end(of: UInt8(ascii: "("), UInt8(ascii: ")"), at: parameters),
            let open = bodyStart(from: afterParameters),
            let close = end(of: UInt8(ascii: "{"), UInt8(ascii: "}"), at: open)
        else { return nil }
        return max(0, bytes[open..<close].count { $0 == UInt8(ascii: "\n") } - 1)
    }

    /// Where the bracket that opens at `start` is closed, or just behind.
    private func end(of opening: UInt8, _ closing: UInt8, at start: Int) -> Int? {
        var depth = 0
        for index in bytes[start...].indices {
            if bytes[index] == opening { depth += 1 }
            if bytes[index] == closing { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return nil
    }

    /// The brace that opens the body, behind effects, a result and requirements on as many lines as they take.
    private func bodyStart(from start: Int) -> Int? {
        var last = UInt8(ascii: ")")
        for index in bytes[start...].indices {
            switch bytes[index] {
            case UInt8(ascii: "{"): return index
            case UInt8(ascii: "}"): return nil
            case UInt8(ascii: "\n") where last != UInt8(ascii: ",") && !continues(after: index): return nil
            case UInt8(ascii: " "), UInt8(ascii: "\n"): break
            default: last = bytes[index]
            }
        }
        return nil
    }

    private func continues(after newline: Int) -> Bool {
        let line = bytes[(newline + 1)...].prefix { $0 != UInt8(ascii: "\n") }.drop { $0 == UInt8(ascii: " ") }
        return ["->", "where ", "{", "throws", "async", "&"].contains { line.starts(with: $0.utf8) }
    }
}
