public import SmithyTypes

extension JSONReader {
    /// Reads a list, calling `element` once for each.
    ///
    /// A null element is refused: no list of these models is sparse.
    public mutating func list<Element>(
        _ element: (inout JSONReader) throws(SerializationFailure) -> Element
    ) throws(SerializationFailure) -> [Element] {
        guard try peek() == UInt8(ascii: "[") else { throw failure(.unexpectedValue(expected: "a list")) }
        position += 1
        try enterNesting()
        path.push(.index(0))
        var elements: [Element] = []
        while try peek() != UInt8(ascii: "]") {
            if !elements.isEmpty { try expect(UInt8(ascii: ","), or: .unexpectedValue(expected: "',' or ']'")) }
            path.replaceLast(.index(elements.count))
            elements.append(try element(&self))
        }
        position += 1
        depth -= 1
        path.pop()
        return elements
    }

    /// Reads a map, calling `value` once for each key. A null value and a repeated key are refused; keys that are
    /// spellings of one text by Unicode's canonical equivalence are one key to Swift, and so repeated.
    public mutating func map<Value>(
        _ value: (inout JSONReader) throws(SerializationFailure) -> Value
    ) throws(SerializationFailure) -> [String: Value] {
        var object = try beginObject()
        var entries: [String: Value] = [:]
        while let name = try nextName(of: &object) {
            let key = try enterOther(name, of: &object)
            guard entries.updateValue(try value(&self), forKey: key) == nil else { throw failure(.duplicateMember) }
        }
        return entries
    }

    /// Takes a value of any kind and forgets it; it is checked as strictly as one that is kept.
    mutating func skipValue() throws(SerializationFailure) {
        switch try peek() {
        case UInt8(ascii: "\""): _ = try quotedRange()
        case UInt8(ascii: "{"):
            var object = try beginObject()
            while let name = try nextName(of: &object) { try skipMember(name, of: &object) }
        case UInt8(ascii: "["):
            _ = try list { reader throws(SerializationFailure) in try reader.skipValue() }
        case UInt8(ascii: "n"): try literal("null")
        case UInt8(ascii: "t"): try literal("true")
        case UInt8(ascii: "f"): try literal("false")
        default: _ = try numberRange(expected: "a value")
        }
    }

    /// A free-form value, kept as it came.
    public mutating func freeForm() throws(SerializationFailure) -> Document {
        switch try peek() {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"):
            var object = try beginObject()
            var members: [DocumentMember] = []
            while let name = try nextName(of: &object) {
                let text = try enterOther(name, of: &object)
                members.append(DocumentMember(name: text, value: try freeForm()))
            }
            return .object(members)
        case UInt8(ascii: "["):
            return .list(try list { reader throws(SerializationFailure) in try reader.freeForm() })
        case UInt8(ascii: "n"):
            try literal("null")
            return .null
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try boolean())
        default:
            let (range, _) = try numberRange(expected: "a value")
            return .number(text(of: range))
        }
    }
}
