import CPostgreSQL

/// A value in PostgreSQL's binary format: integers in network order, text and bytes as they are.
struct PostgresValue {
    let type: Oid
    let bytes: UnsafeRawBufferPointer

    /// Object identifiers of the types, from the server's catalog pg_type; they never change.
    private enum TypeIdentifier {
        static let bool: Oid = 16
        static let bytea: Oid = 17
        static let name: Oid = 19
        static let int8: Oid = 20
        static let int2: Oid = 21
        static let int4: Oid = 23
        static let text: Oid = 25
        static let varchar: Oid = 1043
        static let numeric: Oid = 1700
    }

    var integer: Int64? {
        switch type {
        case TypeIdentifier.int8: Int64(bigEndian: load())
        case TypeIdentifier.int4: Int64(Int32(bigEndian: load()))
        case TypeIdentifier.int2: Int64(Int16(bigEndian: load()))
        case TypeIdentifier.bool: bytes.first.map { Int64($0) }
        case TypeIdentifier.numeric: wholeNumber
        default: nil
        }
    }

    var text: String? {
        switch type {
        case TypeIdentifier.text, TypeIdentifier.varchar, TypeIdentifier.name: String(decoding: bytes, as: UTF8.self)
        default: nil
        }
    }

    var byteString: [UInt8]? {
        type == TypeIdentifier.bytea ? Array(bytes) : nil
    }

    private func load<Number: FixedWidthInteger>(at offset: Int = 0) -> Number {
        guard offset + MemoryLayout<Number>.size <= bytes.count else { return 0 }
        return bytes.loadUnaligned(fromByteOffset: offset, as: Number.self)
    }

    /// A numeric without a fraction that fits, as SUM over BIGINT yields: the count of its digits to base 10,000, the
    /// power of the first, the sign, the count of decimals, and the digits.
    private var wholeNumber: Int64? {
        let count = Int(Int16(bigEndian: load()))
        let power = Int(Int16(bigEndian: load(at: 2)))
        let isNegative = UInt16(bigEndian: load(at: 4)) == 0x4000
        guard bytes.count == 8 + 2 * count, count <= power + 1, UInt16(bigEndian: load(at: 4)) & 0x8000 == 0 else {
            return nil
        }
        var number: Int64 = 0
        for place in 0...max(power, 0) {
            let digit = place < count ? Int64(Int16(bigEndian: load(at: 8 + 2 * place))) : 0
            let (shifted, overflows) = number.multipliedReportingOverflow(by: 10_000)
            let (sum, overflowsAgain) = shifted.addingReportingOverflow(isNegative ? -digit : digit)
            guard !overflows, !overflowsAgain else { return nil }
            number = sum
        }
        return number
    }
}
