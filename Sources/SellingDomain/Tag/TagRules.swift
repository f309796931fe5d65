public import SellingShapes

/// The rules of tags.
public enum TagRules {
    /// The model bounds the tags of a request by this number; nothing says how many a resource can have in all.
    public static let mostOnResource = 200

    /// What is wrong with setting `tags` on a resource that has `present` already.
    public static func violations(setting tags: [Tag], beside present: [Tag]) -> [RuleViolation] {
        repetitions(tags) + excess(tags, present)
    }

    /// A key that a request names twice.
    public static func repetitions(_ tags: [Tag]) -> [RuleViolation] {
        let counts = Dictionary(grouping: tags, by: \.key).filter { $0.value.count > 1 }
        return counts.keys.sorted().map { key in
            RuleViolation(
                RuleCatalogue.distinctTags,
                "tags",
                .duplicateKeyValue,
                "The tag key '\(key)' appears more than once.",
                offendingValue: key,
                wouldPass: "each key once"
            )
        }
    }

    private static func excess(_ tags: [Tag], _ present: [Tag]) -> [RuleViolation] {
        let count = Set(present.map(\.key)).union(tags.map(\.key)).count
        guard count > mostOnResource else { return [] }
        return [
            RuleViolation(
                RuleCatalogue.tagLimit,
                "tags",
                .tooManyValues,
                "The resource would have \(count) tags and can have \(mostOnResource).",
                offendingValue: "\(count) tags",
                wouldPass: "at most \(mostOnResource) tags in all"
            )
        ]
    }
}
