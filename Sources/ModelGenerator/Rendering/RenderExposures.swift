/// Renders what a person may see of each structure who reads a log, by what the model calls sensitive.
extension ResolvedModel {
    /// One file for all shapes: it is read as a list.
    func renderExposures() -> [GeneratedFile] {
        let shapes = (structures + unions).filter { !members($0).isEmpty }.sorted()
        guard !shapes.isEmpty else { return [] }
        var source = SourceText()
        for (index, shape) in shapes.enumerated() {
            if index > 0 { source.line() }
            source.block("extension \(typeName(shape))") { source in
                source.line("public static let exposures: [String: Exposure] = [")
                for member in members(shape) {
                    let exposure = isSensitive(shape) ? ".sensitive" : exposure(member.shape)
                    source.line("    \(literal(member.wireName)): \(exposure),")
                }
                source.line("]")
            }
        }
        return [
            GeneratedFile(
                path: "\(layout.coding)/\(name)Exposures.swift",
                text: header + wireImports + "\n" + source.text
            )
        ]
    }

    private func exposure(_ shapeName: String) -> String {
        if isSensitive(shapeName) { return ".sensitive" }
        switch kind(shapeName) {
        case .structure, .union: return ".structure(\(typeName(shapeName)).self)"
        case .list(let element): return collection("elements", exposure(element))
        case .map(let value): return collection("entries", exposure(value))
        default: return ".plain"
        }
    }

    /// A collection of what may be seen may be seen.
    private func collection(_ kind: String, _ inner: String) -> String {
        inner == ".plain" ? inner : ".\(kind)(\(inner))"
    }

    /// Whether a shape is sensitive itself, or a map whose keys are: those stand where names stand.
    private func isSensitive(_ shapeName: String) -> Bool {
        let shape = shape(shapeName)
        return shape.sensitive == true || shape.key.map(isSensitive) == true
    }
}
