extension AccessRequest {
    /// The resource of an identifier: itself where it is an ARN, else below `path`.
    public static func resource(_ identifier: String, under path: String) -> String {
        identifier.hasPrefix("arn:") ? identifier : path + identifier
    }

    /// The conditions of a request that sends tags.
    public static func conditions(
        _ fixed: [String: [String]],
        tags: [(key: String, value: String)]
    ) -> [String: [String]] {
        var conditions = self.conditions(fixed, tagKeys: tags.map(\.key))
        for tag in tags { conditions["aws:RequestTag/\(tag.key)"] = [tag.value] }
        return conditions
    }

    /// The conditions of a request that names tags.
    public static func conditions(_ fixed: [String: [String]], tagKeys: [String]) -> [String: [String]] {
        var conditions = fixed
        if !tagKeys.isEmpty { conditions["aws:TagKeys"] = tagKeys }
        return conditions
    }
}
