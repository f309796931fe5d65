/// The modelled values of an enumeration by their spelling on the wire.
///
/// Swift takes two spellings of one character for equal, such as the Kelvin sign and `K`; the service compares bytes,
/// and so does this.
public struct EnumerationIndex<Value: StringEnumeration>: Sendable {
    private let values: [String: Value]

    public init(_ modelled: [Value]) {
        values = Dictionary(modelled.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(rawValue: String) -> Value? {
        guard let value = values[rawValue], value.rawValue.utf8.elementsEqual(rawValue.utf8) else { return nil }
        return value
    }
}
