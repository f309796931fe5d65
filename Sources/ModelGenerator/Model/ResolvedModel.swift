/// A model with the questions answered that every renderer asks.
struct ResolvedModel {
    let name: String
    /// Where the model stands, for the head of every generated file.
    let origin: String
    let layout: GeneratedLayout
    let model: ServiceModel
    let access: AccessModel?
    /// The scanner of each pattern that the model's strings have, by its text.
    let patterns: [String: PatternOutcome]
    private var recursiveMembers: Set<String> = []
    private var typeNames: [String: String] = [:]
    private var patternNames: [String: String] = [:]

    /// Throws where the model names a shape that it does not have.
    init(name: String, origin: String, layout: GeneratedLayout, model: ServiceModel, access: AccessModel?) throws {
        self.name = name
        self.origin = origin
        self.layout = layout
        self.model = model
        self.access = access
        try model.checkReferences()
        let sources = Set(model.shapes.values.compactMap(\.pattern))
        patterns = Dictionary(uniqueKeysWithValues: sources.map { ($0, PatternOutcome($0)) })
        recursiveMembers = model.recursiveMembers()
        typeNames = SwiftName.types((structures + unions + enumerations).sorted())
        patternNames = SwiftName.types(model.shapes.keys.filter { model.shapes[$0]?.pattern != nil }.sorted())
    }

    func shape(_ name: String) -> ShapeModel {
        // The initializer has seen that every named shape exists.
        model.shapes[name] ?? ShapeModel(type: "structure")
    }

    func kind(_ shapeName: String) -> ShapeKind {
        let shape = shape(shapeName)
        switch shape.type {
        case "structure" where shape.document == true: return .document
        case "structure" where shape.union == true: return .union
        case "structure": return .structure
        case "string" where shape.enum?.isEmpty == false: return .enumeration
        case "string", "character": return .string
        case "byte": return .integer(bits: 8)
        case "short": return .integer(bits: 16)
        case "integer": return .integer(bits: 32)
        case "long", "bigInteger": return .integer(bits: 64)
        case "float", "double", "bigDecimal": return .double
        case "boolean": return .boolean
        case "timestamp": return .timestamp(timestampFormat(shape))
        case "blob": return .blob
        case "list": return .list(shape.member ?? "")
        case "map": return .map(shape.value ?? "")
        default: return .document
        }
    }

    private func timestampFormat(_ shape: ShapeModel) -> String {
        switch shape.timestampFormat {
        case "iso8601": ".dateTime"
        case "rfc822": ".httpDate"
        default: ".epochSeconds"
        }
    }

    /// The name of the type of a structure, a union or an enumeration.
    func typeName(_ shapeName: String) -> String { typeNames[shapeName] ?? SwiftName.type(shapeName) }

    /// The name of the scanner of a string that has a pattern.
    func scannerName(_ shapeName: String) -> String { SwiftName.member(patternNames[shapeName] ?? shapeName) }

    /// The Swift type of a shape's values.
    func swiftType(_ shapeName: String) -> String {
        switch kind(shapeName) {
        case .structure, .union, .enumeration: typeName(shapeName)
        case .string: "String"
        case .integer: "Int"
        case .double: "Double"
        case .boolean: "Bool"
        case .timestamp: "Timestamp"
        case .blob: "Blob"
        case .document: "Document"
        case .list(let element): "[\(swiftType(element))]"
        case .map(let value): "[String: \(swiftType(value))]"
        }
    }

    /// Members by name, in the one order that every generated text uses.
    func members(_ shapeName: String) -> [Member] {
        let shape = shape(shapeName)
        let required = Set(shape.required ?? [])
        let members = (shape.members ?? [:]).sorted { $0.key < $1.key }
        let ofStructure = isError(shapeName) ? ReservedNames.ofErrors : ReservedNames.ofStructures
        let reserved = shape.union == true ? ReservedNames.ofUnions : ofStructure
        return zip(members, SwiftName.members(members.map(\.key), besides: reserved)).map { member, swiftName in
            Member(
                name: member.key,
                wireName: member.value.locationName ?? member.key,
                shape: member.value.shape,
                swiftName: swiftName,
                isRequired: required.contains(member.key) && shape.union != true,
                isIndirect: recursiveMembers.contains("\(shapeName).\(member.key)"),
                distinguishesNull: member.value.distinguishesNull ?? false,
                isIdempotencyToken: member.value.idempotencyToken ?? false
            )
        }
    }

    /// Whether a shape is an error's document.
    func isError(_ shapeName: String) -> Bool { shape(shapeName).exception == true }

    var structures: [String] {
        model.shapes.keys.filter { if case .structure = kind($0) { true } else { false } }.sorted()
    }

    var unions: [String] {
        model.shapes.keys.filter { if case .union = kind($0) { true } else { false } }.sorted()
    }

    var enumerations: [String] {
        model.shapes.keys.filter { if case .enumeration = kind($0) { true } else { false } }.sorted()
    }
}
