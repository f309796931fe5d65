/// Renders the permission that a request needs, as IAM names it.
extension ResolvedModel {
    func renderAccess(_ operation: String, _ facts: OperationModel, _ source: inout SourceText) {
        let action = access?.actions[operation]
        let prefix = access?.actionPrefix ?? model.service.signingName
        let resource = action?.resource.flatMap { access?.resources[$0] }
        let accountInARN = resource?.accountInArn ?? true
        source.block("public static func access(_ input: Input) -> AccessRequest") { source in
            source.call(
                "AccessRequest",
                [
                    "action: \(literal("\(prefix):\(operation)"))",
                    "resource: \(resourceExpression(facts, action, resource))",
                    "accountInARN: \(accountInARN)",
                    "conditions: \(conditionsExpression(facts, action))",
                ]
            )
        }
    }

    private func resourceExpression(
        _ facts: OperationModel,
        _ action: ActionModel?,
        _ resource: ResourceModel?
    ) -> String {
        guard let input = facts.input, let name = action?.identifierMember,
            let member = members(input).first(where: { $0.name == name })
        else { return literal("*") }
        let identifier = "input.\(member.swiftName)"
        guard let template = resource?.arnTemplate, let end = template.lastIndex(of: "/") else { return identifier }
        let hasCatalog = members(input).contains { $0.name == "Catalog" }
        let path = template[...end].replacing("{Catalog}", with: hasCatalog ? "\\(input.catalog.rawValue)" : "*")
        return "AccessRequest.resource(\(identifier), under: \"\(path)\")"
    }

    private func conditionsExpression(_ facts: OperationModel, _ action: ActionModel?) -> String {
        guard let input = facts.input, let keys = action?.conditionKeys else { return "[:]" }
        let byName = Dictionary(uniqueKeysWithValues: members(input).map { ($0.name, $0) })
        var entries: [String] = []
        for key in keys {
            guard let name = key.split(separator: ":").last.map(String.init), let member = byName[name],
                case .enumeration = kind(member.shape), member.isRequired
            else { continue }
            entries.append("\(literal(key)): [input.\(member.swiftName).rawValue]")
        }
        let fixed = entries.isEmpty ? "[:]" : "[\(entries.joined(separator: ", "))]"
        guard keys.contains("aws:TagKeys") else { return fixed }
        if let tags = byName["Tags"], case .list = kind(tags.shape) {
            let list = tags.isRequired ? "input.tags" : "input.tags ?? []"
            return "AccessRequest.conditions(\(fixed), tags: (\(list)).map { ($0.key, $0.value) })"
        }
        guard let tagKeys = byName["TagKeys"], tagKeys.isRequired else { return fixed }
        return "AccessRequest.conditions(\(fixed), tagKeys: input.tagKeys)"
    }
}
