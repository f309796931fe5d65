extension CompiledPattern {
    /// The most columns that generated code has.
    private static let columns = 120
    private static let indentation = 4

    /// A Swift expression that builds the pattern, for code that imports AWSJSON.
    public var swiftInitializer: String {
        swiftInitializer(indentedBy: 0, column: 0)
    }

    /// A Swift expression that builds the pattern, for code that imports AWSJSON.
    /// - Parameters:
    ///   - indentation: The number of spaces before the line on which the expression begins; further lines get them.
    ///   - column: The number of characters on that line before the expression.
    public func swiftInitializer(indentedBy indentation: Int, column: Int) -> String {
        let line = "Pattern(\(arguments.map(\.onOneLine).joined(separator: ", ")))"
        if column + line.count <= Self.columns { return line }
        return call("Pattern", arguments, indentedBy: indentation)
    }

    private var arguments: [SwiftArgument] {
        var arguments = [SwiftArgument(label: "source", value: .string(source))]
        if let length {
            let upperBound = length.upperBound == .max ? "Int.max" : "\(length.upperBound)"
            arguments.append(SwiftArgument(label: "length", value: .code("\(length.lowerBound)...\(upperBound)")))
        }
        if let notation {
            let parts = [
                SwiftArgument(label: "classes", value: .string(notation.classes)),
                SwiftArgument(label: "states", value: .string(notation.states)),
            ]
            arguments.append(SwiftArgument(label: "automaton", value: .call("Automaton", parts)))
        }
        return arguments
    }

    private func call(_ name: String, _ arguments: [SwiftArgument], indentedBy indentation: Int) -> String {
        let inner = indentation + Self.indentation
        let lines = arguments.map { argument in
            String(repeating: " ", count: inner) + self.argument(argument, indentedBy: inner)
        }
        return "\(name)(\n\(lines.joined(separator: ",\n"))\n\(String(repeating: " ", count: indentation)))"
    }

    private func argument(_ argument: SwiftArgument, indentedBy indentation: Int) -> String {
        if indentation + argument.onOneLine.count < Self.columns { return argument.onOneLine }
        switch argument.value {
        case .code: return argument.onOneLine
        case .call(let name, let parts):
            return "\(argument.label): \(call(name, parts, indentedBy: indentation))"
        case .string(let text):
            let literal = SwiftStringLiteral(text).wrapped(indentedBy: indentation + Self.indentation, to: Self.columns)
            return "\(argument.label): \(literal)"
        }
    }
}
