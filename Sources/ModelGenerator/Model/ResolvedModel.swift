/// A model with the questions answered that every renderer asks.
struct ResolvedModel {
    let name: String
    let modelFile: String
    let model: ServiceModel
    let access: AccessModel?
    /// The scanner of each pattern that the model's strings have, by its text.
    let patterns: [String: PatternOutcome]
    private let recursiveMembers: Set<String>

    init(name: String, modelFile: String, model: ServiceModel, access: AccessModel?) throws {
        self.name = name
        self.modelFile = modelFile
        self.model = model
        self.access = access
        for (shape, facts) in model.shapes {
            for member in facts.members?.values.map(\.shape) ?? [] where model.shapes[member] == nil {
                throw GeneratorError("\(shape) names the shape \(member), which the model does not have")
            }
        }
        let sources = Set(model.shapes.values.compactMap(\.pattern))
        patterns = Dictionary(uniqueKeysWithValues: sources.map { ($0, PatternOutcome($0)) })
        recursiveMembers = Self.recursiveMembers(of: model)
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
        case "integer", "long", "short", "byte", "bigInteger": return .integer
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

    /// The Swift type of a shape's values.
    func swiftType(_ shapeName: String) -> String {
        switch kind(shapeName) {
        case .structure, .union, .enumeration: SwiftName.type(shapeName)
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
        return (shape.members ?? [:]).sorted { $0.key < $1.key }.map { name, member in
            Member(
                name: name, wireName: member.locationName ?? name, shape: member.shape,
                isRequired: required.contains(name) && shape.union != true,
                isIndirect: recursiveMembers.contains("\(shapeName).\(name)"),
                distinguishesNull: member.distinguishesNull ?? false,
                isIdempotencyToken: member.idempotencyToken ?? false)
        }
    }

    var structures: [String] {
        model.shapes.keys.filter { if case .structure = kind($0) { true } else { false } }.sorted()
    }

    var unions: [String] {
        model.shapes.keys.filter { if case .union = kind($0) { true } else { false } }.sorted()
    }

    var enumerations: [String] {
        model.shapes.keys.filter { if case .enumeration = kind($0) { true } else { false } }.sorted()
    }

    /// Members by which a structure contains itself directly, without a list, a map or a union between.
    private static func recursiveMembers(of model: ServiceModel) -> Set<String> {
        func targets(_ name: String) -> [(String, String)] {
            guard let shape = model.shapes[name], shape.type == "structure", shape.union != true else { return [] }
            return (shape.members ?? [:]).compactMap { member, facts in
                model.shapes[facts.shape]?.type == "structure" ? (member, facts.shape) : nil
            }
        }
        func reaches(_ start: String, _ goal: String) -> Bool {
            var seen: Set<String> = []
            var open = [start]
            while let next = open.popLast() {
                if next == goal { return true }
                if seen.insert(next).inserted { open += targets(next).map(\.1) }
            }
            return false
        }
        return Set(
            model.shapes.keys.flatMap { name in
                targets(name).filter { reaches($0.1, name) }.map { "\(name).\($0.0)" }
            })
    }
}

enum ShapeKind {
    case structure, union, enumeration, string, integer, double, boolean, blob, document
    /// With the runtime's format: `.dateTime`.
    case timestamp(String)
    /// With the element's shape.
    case list(String)
    /// With the value's shape.
    case map(String)
}

struct Member {
    let name: String
    let wireName: String
    let shape: String
    let isRequired: Bool
    let isIndirect: Bool
    let distinguishesNull: Bool
    let isIdempotencyToken: Bool

    var swiftName: String { SwiftName.member(name) }
}
