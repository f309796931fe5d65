/// Renders the coding and the constraints of every shape, a file each.
extension ResolvedModel {
    func renderCoding() -> [GeneratedFile] {
        structures.map { wireFile($0, renderStructureCoding) } + unions.map { wireFile($0, renderUnionCoding) }
            + (enumerations.isEmpty ? [] : [renderEnumerationCoding()])
    }

    private func wireFile(_ shape: String, _ render: (String, inout SourceText) -> Void) -> GeneratedFile {
        var source = SourceText()
        render(shape, &source)
        let types = ["timestamp(", "Blob(", "Indirect(", "Indirect<", "Document"].contains(where: source.text.contains)
        let imports =
            "public import AWSJSON\npublic import \(name)Shapes\n" + (types ? "import SmithyTypes\n" : "") + "\n"
        return GeneratedFile(
            path: "Sources/\(name)Wire/Generated/Shapes/\(SwiftName.type(shape))+JSON.swift",
            text: header + imports + source.text)
    }

    private func renderEnumerationCoding() -> GeneratedFile {
        let lines = enumerations.map { "extension \(SwiftName.type($0)): JSONValue {}\n" }
        return GeneratedFile(
            path: "Sources/\(name)Wire/Generated/Shapes/Enumerations+JSON.swift",
            text: header + "public import AWSJSON\npublic import \(name)Shapes\n\n" + lines.joined())
    }
}
