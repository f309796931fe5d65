/// Renders the scanners of a model's string patterns.
extension ResolvedModel {
    /// The name of a shape's scanner; nil where the shape has no pattern or one that cannot be compiled.
    func patternName(_ shapeName: String) -> String? {
        guard let pattern = shape(shapeName).pattern, patterns[pattern]?.compiled != nil else { return nil }
        return scannerName(shapeName)
    }

    /// The file of scanners, where the model has patterns.
    func renderPatterns() -> [GeneratedFile] {
        guard model.shapes.keys.contains(where: isChecked) else { return [] }
        var source = SourceText()
        source.line("/// A linear-time scanner for each pattern of the model.")
        source.block("enum Patterns") { source in
            for shapeName in model.shapes.keys.sorted() where isChecked(shapeName) {
                guard let pattern = shape(shapeName).pattern else { continue }
                source.line("/// \(oneLine(pattern))")
                let name = scannerName(shapeName)
                switch patterns[pattern] {
                case .scanner(let compiled):
                    source.lines("static let \(name) = \(compiled.swiftInitializer)")
                case .unsupported(let reason):
                    source.line("// \(shapeName) is not checked: \(reason)")
                case nil: break
                }
            }
        }
        return [
            GeneratedFile(
                path: "\(layout.coding)/Patterns.swift",
                text: header + "import AWSJSON\n\n" + source.text
            )
        ]
    }

    private func isChecked(_ shapeName: String) -> Bool {
        if case .string = kind(shapeName) { return shape(shapeName).pattern != nil }
        return false
    }

    private func oneLine(_ pattern: String) -> String {
        String(String.UnicodeScalarView(pattern.unicodeScalars.map { $0.value < 0x20 ? "·" : $0 }))
    }
}

/// What became of one pattern of the model.
enum PatternOutcome {
    case scanner(CompiledPattern)
    case unsupported(String)

    init(_ pattern: String) {
        do {
            self = .scanner(try PatternCompiler.compile(pattern))
        } catch {
            self = .unsupported(String(describing: error))
        }
    }

    var compiled: CompiledPattern? {
        if case .scanner(let compiled) = self { return compiled }
        return nil
    }
}
