/// The progress through one object: which members came already.
public struct ObjectCursor: Sendable {
    /// The first 64 known members, a bit each: enough for nearly every structure, and it needs no allocation.
    fileprivate var seen: UInt64 = 0
    /// All other names that came.
    fileprivate var others = NameSet()
    fileprivate var lastKnown = -1
    fileprivate var isFirst = true
    /// Whether the reader's path ends with a member of this object.
    fileprivate var isInPath = false

    /// False where the member came before.
    fileprivate mutating func markSeen(_ index: Int, _ name: NameSpan, of bytes: [UInt8]) -> Bool {
        guard index < 64 else { return others.insert(name, of: bytes) }
        let bit: UInt64 = 1 << UInt64(index)
        defer { seen |= bit }
        return seen & bit == 0
    }
}

extension JSONReader {
    /// Enters an object.
    public mutating func beginObject() throws(SerializationFailure) -> ObjectCursor {
        guard try peek() == UInt8(ascii: "{") else { throw failure(.unexpectedValue(expected: "an object")) }
        position += 1
        try enterNesting()
        return ObjectCursor()
    }

    /// The index, in `names`, of the next member that the structure has and that is not null; nil at the object's end.
    ///
    /// Unknown members are skipped (clients send members of newer and older models), `null` is the same as absent.
    public mutating func nextMember(
        of object: inout ObjectCursor,
        in names: MemberNames
    ) throws(SerializationFailure) -> Int? {
        while let name = try nextName(of: &object) {
            guard let index = names.index(of: name, in: bytes, after: object.lastKnown) else {
                try skipMember(name, of: &object)
                continue
            }
            enter(.member(names[index]), of: &object)
            guard object.markSeen(index, name, of: bytes) else { throw failure(.duplicateMember) }
            object.lastKnown = index
            if !keepsNull.contains(index), try takeNull() { continue }
            return index
        }
        return nil
    }

    /// The next member's name, up to and with its colon; nil after the closing brace.
    mutating func nextName(of object: inout ObjectCursor) throws(SerializationFailure) -> NameSpan? {
        if try peek() == UInt8(ascii: "}") {
            position += 1
            depth -= 1
            if object.isInPath { path.pop() }
            return nil
        }
        if object.isFirst {
            object.isFirst = false
        } else {
            try expect(UInt8(ascii: ","), or: .unexpectedValue(expected: "',' or '}'"))
            skipWhiteSpace()
        }
        let name = try nameSpan()
        try expect(UInt8(ascii: ":"), or: .unexpectedValue(expected: "':'"))
        return name
    }

    /// Makes a member of this object the last step of the path.
    mutating func enter(_ step: PathStep, of object: inout ObjectCursor) {
        if object.isInPath {
            path.replaceLast(step)
        } else {
            path.push(step)
            object.isInPath = true
        }
    }

    /// Enters a member that the model does not name, which must not have come before, and gives its name.
    @discardableResult
    mutating func enterOther(
        _ name: NameSpan,
        of object: inout ObjectCursor
    ) throws(SerializationFailure) -> String {
        let text = name.text(in: bytes)
        enter(.text(text), of: &object)
        guard object.others.insert(name, of: bytes) else { throw failure(.duplicateMember) }
        return text
    }

    /// Takes the value of a member that the model does not name.
    mutating func skipMember(_ name: NameSpan, of object: inout ObjectCursor) throws(SerializationFailure) {
        try enterOther(name, of: &object)
        try skipValue()
    }
}
