extension ServiceModel {
    /// Throws where a shape or an operation names a shape that the model does not have.
    func checkReferences() throws {
        for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
            let named =
                (shape.members?.values.map(\.shape) ?? []) + [shape.member, shape.key, shape.value].compactMap(\.self)
            try check(named, namedBy: name)
        }
        for (name, operation) in operations.sorted(by: { $0.key < $1.key }) {
            try check([operation.input, operation.output].compactMap(\.self) + operation.errors, namedBy: name)
        }
    }

    private func check(_ names: [String], namedBy owner: String) throws {
        for name in names.sorted() where shapes[name] == nil {
            throw GeneratorError("\(owner) names the shape \(name), which the model does not have")
        }
    }

    /// Members by which a structure contains itself directly, without a list, a map or a union between: `Shape.Member`.
    func recursiveMembers() -> Set<String> {
        Set(
            shapes.keys.flatMap { name in
                nestedStructures(name).filter { reaches($0.shape, name) }.map { "\(name).\($0.member)" }
            }
        )
    }

    private func nestedStructures(_ name: String) -> [(member: String, shape: String)] {
        guard let shape = shapes[name], shape.type == "structure", shape.union != true else { return [] }
        return (shape.members ?? [:]).compactMap { member, facts in
            shapes[facts.shape]?.type == "structure" ? (member, facts.shape) : nil
        }
    }

    private func reaches(_ start: String, _ goal: String) -> Bool {
        var seen: Set<String> = []
        var open = [start]
        while let next = open.popLast() {
            if next == goal { return true }
            if seen.insert(next).inserted { open += nestedStructures(next).map(\.shape) }
        }
        return false
    }
}
