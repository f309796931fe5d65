/// A free-form JSON value: a shape whose form the model leaves open.
///
/// Numbers keep their spelling, because a document is carried and not computed with: `1.0` must not come back as `1`.
public indirect enum Document: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case list([Document])
    /// Members in the order in which they came; no name twice.
    case object([DocumentMember])
}

/// A name and its value within a `Document.object`.
public struct DocumentMember: Hashable, Sendable {
    public var name: String
    public var value: Document

    public init(name: String, value: Document) {
        self.name = name
        self.value = value
    }
}

extension Document {
    /// The member called `name` of an object; nil for every other value.
    public subscript(name: String) -> Document? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text of a string; nil for every other value.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
}
