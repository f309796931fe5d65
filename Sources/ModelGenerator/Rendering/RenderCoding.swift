/// Renders how structures and unions are read from JSON and written to it.
extension ResolvedModel {
    func renderStructureCoding(_ shape: String, _ source: inout SourceText) {
        let members = members(shape)
        source.block("extension \(typeName(shape)): JSONStructure") { source in
            if !members.isEmpty {
                source.line("private static let memberNames: MemberNames = [")
                for member in members { source.line("    \(literal(member.wireName)),") }
                source.line("]")
                source.line()
            }
            renderReading(members, &source)
            source.line()
            source.block("public func writeMembers(to writer: inout JSONWriter)") { source in
                for member in members { source.line(writeStatement(member, value: member.property)) }
            }
            source.line()
            source.block("public static var placeholder: \(typeName(shape))") { source in
                let required = members.filter(\.isRequired).map { "\($0.label): \(placeholder($0))" }
                source.call(typeName(shape), required)
            }
            source.line()
            renderCheck(shape, &source)
        }
    }

    private func renderReading(_ members: [Member], _ source: inout SourceText) {
        source.block("public init(from reader: inout JSONReader) throws(SerializationFailure)") { source in
            guard !members.isEmpty else {
                source.line("var object = try reader.beginObject()")
                source.line("while try reader.nextMember(of: &object, in: []) != nil {}")
                source.line("self.init()")
                return
            }
            for member in members {
                source.line(
                    "var \(member.variable): \(swiftTypeStored(member))\(member.distinguishesNull ? "??" : "?")"
                )
            }
            source.line("var object = try reader.beginObject()")
            let nullable = members.indices.filter { members[$0].distinguishesNull }
            let extra = nullable.isEmpty ? "" : ", nullable: [\(nullable.map(String.init).joined(separator: ", "))]"
            source.block("while let member = try reader.nextMember(of: &object, in: Self.memberNames\(extra))") {
                source in
                source.line("switch member {")
                for (index, member) in members.enumerated() {
                    let label = index == members.count - 1 ? "default" : "case \(index)"
                    source.line("\(label): \(member.variable) = \(readExpression(member))")
                }
                source.line("}")
            }
            source.call("self.init", members.map { "\($0.label): \(argument($0))" })
        }
    }

    private func swiftTypeStored(_ member: Member) -> String {
        member.isIndirect ? "Indirect<\(swiftType(member.shape))>" : swiftType(member.shape)
    }

    private func argument(_ member: Member) -> String {
        guard member.isRequired else { return member.variable }
        return "reader.required(\(member.variable), \(literal(member.wireName)), or: \(placeholder(member)))"
    }

    private func readExpression(_ member: Member) -> String {
        if member.distinguishesNull { return "try reader.nullableValue(\(swiftTypeStored(member)).self)" }
        if member.isIndirect { return "try Indirect(from: &reader)" }
        return readExpression(member.shape)
    }

    private func readExpression(_ shape: String) -> String {
        switch kind(shape) {
        case .string: "try reader.string()"
        case .integer(let bits): bits == 64 ? "try reader.integer()" : "try reader.integer(bits: \(bits))"
        case .double: "try reader.double()"
        case .boolean: "try reader.boolean()"
        case .document: "try reader.freeForm()"
        case .timestamp(let format): "try reader.timestamp(\(format))"
        case .structure, .union, .enumeration, .blob: "try \(swiftType(shape))(from: &reader)"
        case .list(let element): "try reader.list \(readClosure(element))"
        case .map(let value): "try reader.map \(readClosure(value))"
        }
    }

    private func readClosure(_ shape: String) -> String {
        "{ (reader: inout JSONReader) throws(SerializationFailure) in \(readExpression(shape)) }"
    }

    private func placeholder(_ member: Member) -> String {
        if member.isIndirect { return ".placeholder" }
        switch kind(member.shape) {
        case .string: return "\"\""
        case .integer, .double: return "0"
        case .boolean: return "false"
        case .list: return "[]"
        case .map: return "[:]"
        default: return ".placeholder"
        }
    }

    private func writeStatement(_ member: Member, value: String) -> String {
        let name = literal(member.wireName)
        if member.distinguishesNull { return "writer.member(\(name), nullable: \(value))" }
        switch kind(member.shape) {
        case .timestamp(let format): return "writer.member(\(name), \(value), \(format))"
        case .list(let element): return "writer.list(\(name), \(value)) { \(writeElement(element)) }"
        case .map(let entry): return "writer.map(\(name), \(value)) { \(writeElement(entry)) }"
        default: return "writer.member(\(name), \(value))"
        }
    }

    private func writeElement(_ shape: String) -> String {
        switch kind(shape) {
        case .string: "$1.string($0)"
        case .integer: "$1.integer($0)"
        case .double: "$1.double($0)"
        case .boolean: "$1.boolean($0)"
        case .document: "$1.freeForm($0)"
        case .timestamp(let format): "$1.timestamp($0, \(format))"
        case .structure, .union, .enumeration, .blob: "$0.write(to: &$1)"
        case .list(let element): "$1.list($0) { \(writeElement(element)) }"
        case .map(let value): "$1.map($0) { \(writeElement(value)) }"
        }
    }

    func renderUnionCoding(_ shape: String, _ source: inout SourceText) {
        let members = members(shape)
        let type = typeName(shape)
        source.block("extension \(type): JSONStructure") { source in
            source.line("private static let memberNames: MemberNames = [")
            for member in members { source.line("    \(literal(member.wireName)),") }
            source.line("]")
            source.line()
            source.block("public init(from reader: inout JSONReader) throws(SerializationFailure)") { source in
                source.line("var found: [\(type)] = []")
                source.line("var object = try reader.beginObject()")
                source.block("while let member = try reader.nextMember(of: &object, in: Self.memberNames)") { source in
                    source.line("switch member {")
                    for (index, member) in members.enumerated() {
                        let label = index == members.count - 1 ? "default" : "case \(index)"
                        source.line("\(label): found.append(.\(member.swiftName)(\(readExpression(member.shape))))")
                    }
                    source.line("}")
                }
                source.line("if found.count != 1 { reader.unionDeviates(memberCount: found.count) }")
                source.line("self = found.count == 1 ? found[0] : .unrecognized")
            }
            source.line()
            source.block("public func writeMembers(to writer: inout JSONWriter)") { source in
                source.line("switch self {")
                for member in members {
                    source.line("case .\(member.swiftName)(let value): \(writeStatement(member, value: "value"))")
                }
                source.line("case .unrecognized: break")
                source.line("}")
            }
            source.line()
            source.line("public static var placeholder: \(type) { .unrecognized }")
            source.line()
            renderUnionCheck(shape, &source)
        }
    }
}
