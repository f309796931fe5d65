import Store

/// The parameters of one statement in the form libpq takes them, in memory that is kept from one to the next.
///
/// Integers and text travel as text and get the type the server expects in their place, which may be any integer type;
/// bytes travel as they are.
struct ParameterBuffer {
    private var storage: [UInt8] = []
    /// Where each parameter begins; -1 for null.
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// A buffer that a large document has stretched is let go of.
    private static let keptCapacity = 1 << 20

    mutating func fill(_ values: [SQLValue], for statement: Statement) throws {
        storage.removeAll(keepingCapacity: storage.capacity <= Self.keptCapacity)
        starts.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        for value in values {
            switch value {
            case .null: append(start: -1, length: 0, isBinary: false)
            case .integer(let value): appendText(String(value))
            case .text(let value):
                guard !value.utf8.contains(0) else {
                    throw StoreError.misuse("text with U+0000 cannot be stored: \(statement.text)")
                }
                appendText(value)
            case .bytes(let value):
                append(start: storage.count, length: value.count, isBinary: true)
                storage.append(contentsOf: value)
            }
        }
        // Even an empty last parameter has an address inside the buffer: null would mean NULL.
        storage.append(0)
    }

    /// Gives the three arrays of PQsendQueryPrepared, valid inside `body`.
    func withPointers<Value>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Value
    ) -> Value {
        storage.withUnsafeBytes { storage in
            let start = storage.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = starts.map { $0 < 0 ? nil : start?.advanced(by: $0) }
            return body(pointers, lengths, formats)
        }
    }

    /// libpq finds the end of text by its zero.
    private mutating func appendText(_ text: String) {
        append(start: storage.count, length: text.utf8.count, isBinary: false)
        storage.append(contentsOf: text.utf8)
        storage.append(0)
    }

    private mutating func append(start: Int, length: Int, isBinary: Bool) {
        starts.append(start)
        lengths.append(Int32(length))
        formats.append(isBinary ? 1 : 0)
    }
}
