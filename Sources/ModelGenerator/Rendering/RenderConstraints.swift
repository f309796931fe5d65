/// Renders the checks of a model's constraints.
extension ResolvedModel {
    func renderCheck(_ shape: String, _ source: inout SourceText) {
        source.block("public func check(in constraints: inout ConstraintCheck)") { source in
            for member in members(shape) {
                for statement in checkStatements(member, value: checkedValue(member)) { source.line(statement) }
            }
        }
    }

    func renderUnionCheck(_ shape: String, _ source: inout SourceText) {
        source.block("public func check(in constraints: inout ConstraintCheck)") { source in
            let checked = members(shape).map { ($0, checkStatements($0, value: "value")) }.filter { !$0.1.isEmpty }
            guard !checked.isEmpty else { return }
            source.line("switch self {")
            for (member, statements) in checked {
                source.line("case .\(member.swiftName)(let value):")
                for statement in statements { source.line("    \(statement)") }
            }
            if checked.count < members(shape).count + 1 { source.line("default: break") }
            source.line("}")
        }
    }

    private func checkedValue(_ member: Member) -> String {
        let name = member.property
        if member.isIndirect { return name + (member.isRequired ? ".value" : "?.value") }
        return member.distinguishesNull ? name + " ?? nil" : name
    }

    private func checkStatements(_ member: Member, value: String) -> [String] {
        let name = literal(member.wireName)
        let shape = shape(member.shape)
        switch kind(member.shape) {
        case .structure, .union: return ["constraints.nested(\(value), \(name))"]
        case .enumeration: return ["constraints.enumeration(\(value), \(name))"]
        case .integer: return integerRange(shape).map { ["constraints.integer(\(value), \(name), \($0))"] } ?? []
        case .string: return stringStatements(member.shape, value, name)
        case .list(let element):
            return collectionStatement("list", shape, value, name, elementChecks(element))
        case .map(let element):
            return collectionStatement("map", shape, value, name, elementChecks(element))
        default: return []
        }
    }

    private func stringStatements(_ shapeName: String, _ value: String, _ name: String) -> [String] {
        var statements: [String] = []
        if let pattern = patternName(shapeName) {
            statements.append("constraints.string(\(value), \(name), Patterns.\(pattern))")
        }
        if let length = countRange(shape(shapeName)) {
            statements.append("constraints.length(\(value), \(name), \(length))")
        }
        return statements
    }

    private func collectionStatement(
        _ kind: String,
        _ shape: ShapeModel,
        _ value: String,
        _ name: String,
        _ checks: [String]
    ) -> [String] {
        let range = countRange(shape)
        guard range != nil || !checks.isEmpty else { return [] }
        let arguments = [value, name] + (range.map { [$0] } ?? [])
        let closure = checks.isEmpty ? "" : " { \(checks.joined(separator: "; ")) }"
        return ["constraints.\(kind)(\(arguments.joined(separator: ", ")))\(closure)"]
    }

    /// Statements over `$0`, the element, and `$1`, the check.
    private func elementChecks(_ shapeName: String) -> [String] {
        let shape = shape(shapeName)
        switch kind(shapeName) {
        case .structure, .union: return ["$0.check(in: &$1)"]
        case .enumeration: return ["$1.element($0)"]
        case .integer: return integerRange(shape).map { ["$1.element($0, \($0))"] } ?? []
        case .string:
            return (patternName(shapeName).map { ["$1.element($0, Patterns.\($0))"] } ?? [])
                + (countRange(shape).map { ["$1.element($0, length: \($0))"] } ?? [])
        case .list(let inner):
            let checks = elementChecks(inner)
            guard !checks.isEmpty || countRange(shape) != nil else { return [] }
            let closure = checks.isEmpty ? "nil" : "{ \(checks.joined(separator: "; ")) }"
            return ["$1.elements($0, \(countRange(shape) ?? "nil"), \(closure))"]
        default: return []
        }
    }

    /// The bounds of a length or a count, where the model has any that can fail.
    private func countRange(_ shape: ShapeModel) -> String? {
        let low = max(0, shape.min ?? 0)
        guard low > 0 || shape.max != nil else { return nil }
        return "\(bound(low))...\(shape.max.map(bound) ?? "Int.max")"
    }

    private func integerRange(_ shape: ShapeModel) -> String? {
        guard shape.min != nil || shape.max != nil else { return nil }
        return "\(shape.min.map(bound) ?? "Int.min")...\(shape.max.map(bound) ?? "Int.max")"
    }

    private func bound(_ value: Double) -> String {
        if value >= 9e18 { return "Int.max" }
        return value <= -9e18 ? "Int.min" : String(Int(value))
    }
}
