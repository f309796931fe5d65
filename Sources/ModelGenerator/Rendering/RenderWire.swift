/// Renders the coding and the constraints of every shape, a file each.
extension ResolvedModel {
    func renderCoding() -> [GeneratedFile] {
        structures.map { wireFile($0, renderStructureCoding) } + unions.map { wireFile($0, renderUnionCoding) }
            + (enumerations.isEmpty ? [] : [renderEnumerationCoding()])
    }

    private func wireFile(_ shape: String, _ render: (String, inout SourceText) -> Void) -> GeneratedFile {
        var source = SourceText()
        render(shape, &source)
        let types = usesSmithyTypes(shape) ? "import SmithyTypes\n" : ""
        return GeneratedFile(
            path: "\(layout.coding)/Shapes/\(typeName(shape))+JSON.swift",
            text: header + wireImports + types + "\n" + source.text
        )
    }

    private func renderEnumerationCoding() -> GeneratedFile {
        let lines = enumerations.map { "extension \(typeName($0)): JSONValue {}\n" }
        return GeneratedFile(
            path: "\(layout.coding)/Shapes/\(name)Enumerations+JSON.swift",
            text: header + wireImports + "\n" + lines.joined()
        )
    }

    /// The imports of a file whose declarations name values of the model.
    var wireImports: String { "public import AWSJSON\n" + valuesImport }

    var valuesImport: String { layout.valuesModule.map { "public import \($0)\n" } ?? "" }
}
