import CSQLite
import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension PreparedStatement {
    /// Runs `body` with the parameters bound, and rests.
    ///
    /// Text and bytes are bound where they lie, without a copy (a nil destructor says "static" to SQLite): each frame
    /// of the recursion below holds one value still, and the statement rests before the innermost returns. What stays
    /// bound then points nowhere, but is never looked at: a statement runs only with all its parameters bound anew.
    func withBound<Value>(_ parameters: [SQLValue], _ body: () throws -> Value) throws -> Value {
        guard parameters.count == parameterCount else {
            throw StoreError.misuse("\(parameters.count) parameters for a statement of \(parameterCount): \(text)")
        }
        guard !isRunning else {
            throw StoreError.misuse("the statement is running already: \(text)")
        }
        complaint = nil
        return try bind(parameters, from: 0, body)
    }

    func refuseMisreading() throws {
        if let complaint {
            throw StoreError.misuse("\(complaint): \(text)")
        }
    }

    private var text: String {
        String(cString: sqlite3_sql(handle))
    }

    private func bind<Value>(_ parameters: [SQLValue], from place: Int, _ body: () throws -> Value) throws -> Value {
        guard place < parameterOfPlace.count else {
            defer { rest() }
            return try body()
        }
        let index = Int32(place + 1)
        switch parameters[parameterOfPlace[place]] {
        case .null:
            try check(sqlite3_bind_null(handle, index))
        case .integer(let value):
            try check(sqlite3_bind_int64(handle, index, value))
        case .text(var value):
            return try value.withUTF8 { value in
                try bindText(value, index)
                return try bind(parameters, from: place + 1, body)
            }
        case .bytes(let value):
            return try value.withUnsafeBytes { value in
                try bindBytes(value, index)
                return try bind(parameters, from: place + 1, body)
            }
        }
        return try bind(parameters, from: place + 1, body)
    }

    private func bindText(_ text: UnsafeBufferPointer<UInt8>, _ index: Int32) throws {
        // A null pointer would bind NULL, which empty text is not.
        guard let start = text.baseAddress, !text.isEmpty else {
            return try check(sqlite3_bind_text(handle, index, "", 0, Self.copied))
        }
        guard memchr(start, 0, text.count) == nil else {
            throw StoreError.misuse("text with U+0000 cannot be stored: \(self.text)")
        }
        let length = UInt64(text.count)
        try text.withMemoryRebound(to: CChar.self) { text in
            try check(sqlite3_bind_text64(handle, index, text.baseAddress, length, nil, UInt8(SQLITE_UTF8)))
        }
    }

    private func bindBytes(_ bytes: UnsafeRawBufferPointer, _ index: Int32) throws {
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            return try check(sqlite3_bind_zeroblob(handle, index, 0))
        }
        try check(sqlite3_bind_blob64(handle, index, start, UInt64(bytes.count), nil))
    }

    private func check(_ status: Int32) throws {
        guard status == SQLITE_OK else { throw failure }
    }

    /// SQLITE_TRANSIENT, a cast that Swift does not import: SQLite makes a copy of its own.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
