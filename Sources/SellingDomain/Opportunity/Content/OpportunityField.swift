import SellingShapes
import SmithyTypes

/// One member of an opportunity that a partner fills in, as rules name it, read it and carry it over.
public struct OpportunityField: Sendable, Hashable {
    /// Lower camel case, dotted, as AWS spells a FieldName: `customer.account.address.city`.
    public let name: String
    private let read: @Sendable (OpportunityContent) -> AnyHashable?
    private let copy: @Sendable (OpportunityContent, inout OpportunityContent) -> Void
    private let describe: @Sendable (OpportunityContent) -> String?

    init<Value: Hashable & Sendable>(
        _ name: String,
        _ member: any WritableKeyPath<OpportunityContent, Value?> & Sendable
    ) {
        self.name = name
        read = { content in content[keyPath: member].flatMap(Self.meaning) }
        copy = { source, target in target[keyPath: member] = source[keyPath: member] }
        describe = { content in content[keyPath: member].map(Self.text) }
    }

    /// The member's value; nil where there is none. An empty text or list says no more than an absent one.
    func value(in content: OpportunityContent) -> AnyHashable? { read(content) }

    /// Whether the member says nothing.
    func isMissing(in content: OpportunityContent) -> Bool { read(content) == nil }

    /// The value as a person reads it.
    func text(in content: OpportunityContent) -> String? { describe(content) }

    /// Takes the member over from another content, where that says anything.
    func carry(from source: OpportunityContent, into target: inout OpportunityContent) {
        guard !isMissing(in: source) else { return }
        copy(source, &target)
    }

    public static func == (left: OpportunityField, right: OpportunityField) -> Bool { left.name == right.name }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    private static func meaning<Value: Hashable>(_ value: Value) -> AnyHashable? {
        if let text = value as? String, text.isEmpty { return nil }
        if let list = value as? any Collection, list.isEmpty { return nil }
        return AnyHashable(value)
    }

    private static func text<Value>(_ value: Value) -> String {
        switch value {
        case let text as String: text
        case let word as any StringEnumeration: word.rawValue
        case let list as [any StringEnumeration]: list.map(\.rawValue).joined(separator: ", ")
        case let list as [String]: list.joined(separator: ", ")
        default: "\(value)"
        }
    }
}
