import AWSJSON

/// What reading one document gave.
struct Read<Value: Sendable>: Sendable {
    let value: Value
    let deviations: [Deviation]
}

/// Reads a whole document of one type.
func parse<Value: JSONValue>(_ type: Value.Type, _ bytes: [UInt8]) throws(SerializationFailure) -> Read<Value> {
    var reader = try JSONReader(bytes)
    let value = try reader.document(type)
    return Read(value: value, deviations: reader.deviations)
}

func parse<Value: JSONValue>(_ type: Value.Type, _ text: String) throws(SerializationFailure) -> Read<Value> {
    try parse(type, Array(text.utf8))
}

/// The failure of reading a document; nil where it can be read.
func failure<Value: JSONValue>(reading type: Value.Type, _ bytes: [UInt8]) -> SerializationFailure? {
    do throws(SerializationFailure) {
        _ = try parse(type, bytes)
        return nil
    } catch {
        return error
    }
}

func failure<Value: JSONValue>(reading type: Value.Type, _ text: String) -> SerializationFailure? {
    failure(reading: type, Array(text.utf8))
}

/// Every violation of the model's constraints in a document.
func violations<Value: JSONStructure>(in type: Value.Type, _ text: String) throws -> [ConstraintViolation] {
    let read = try parse(type, text)
    var constraints = ConstraintCheck(deviations: read.deviations)
    read.value.check(in: &constraints)
    return constraints.violations
}

/// The value's text in the awsJson form, or with unset members spelled `null`.
func text(of value: some JSONValue, unset: UnsetMembers = .omitted) -> String {
    var writer = JSONWriter(unset: unset)
    value.write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
}
