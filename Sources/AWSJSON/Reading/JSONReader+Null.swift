extension JSONReader {
    /// As `nextMember(of:in:)`, but gives a null member too where it is one of `nullable`: for the few members whose
    /// null says something else than their absence. The caller reads them with `nullableValue`.
    public mutating func nextMember(
        of object: inout ObjectCursor,
        in names: MemberNames,
        nullable: Set<Int>
    ) throws(SerializationFailure) -> Int? {
        keepsNull = nullable
        defer { keepsNull = [] }
        return try nextMember(of: &object, in: names)
    }

    /// A member's value, or an explicit null.
    public mutating func nullableValue<Value: JSONValue>(
        _ type: Value.Type
    ) throws(SerializationFailure) -> Value?? {
        if try takeNull() { return .some(nil) }
        return .some(try Value(from: &self))
    }
}
