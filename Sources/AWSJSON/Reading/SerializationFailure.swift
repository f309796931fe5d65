/// The body is not JSON, or a value in it has another JSON type than the model's.
public struct SerializationFailure: Error, Sendable {
    public enum Reason: Sendable, Equatable {
        case notUTF8
        case endOfDocument
        case trailingBytes
        case unexpectedValue(expected: String)
        case duplicateMember
        case controlCharacter
        case badEscape
        case numberTooLong
        case tooDeep
    }

    public let reason: Reason
    public let path: FieldPath
    /// The byte of the document at which reading stopped.
    public let offset: Int

    init(_ reason: Reason, at path: FieldPath, offset: Int) {
        self.reason = reason
        self.path = path
        self.offset = offset
    }

    /// A sentence for the client.
    public var message: String {
        let place = path.exact.isEmpty ? "" : " at \(path.exact)"
        return "\(text)\(place) (byte \(offset))."
    }

    private var text: String {
        switch reason {
        case .notUTF8: "The body is not valid UTF-8"
        case .endOfDocument: "The body ends too early"
        case .trailingBytes: "Something follows the end of the JSON document"
        case .unexpectedValue(let expected): "Expected \(expected)"
        case .duplicateMember: "A member appears twice"
        case .controlCharacter: "A string holds an unescaped control character"
        case .badEscape: "A string holds an invalid escape"
        case .numberTooLong: "A number has more than \(JSONReader.maximumNumberLength) characters"
        case .tooDeep: "The document nests deeper than \(JSONReader.maximumDepth) levels"
        }
    }
}

/// Something that the model requires of a document which is otherwise well formed.
public struct Deviation: Sendable {
    public enum Kind: Sendable, Equatable {
        case missing
        /// A union with no member or with several, where it needs one.
        case unionMembers(Int)
    }

    public let path: FieldPath
    public let kind: Kind
}
