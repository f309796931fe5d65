/// A body as a log may show it: what the model calls sensitive, and what it does not know, is replaced by `"***"`.
///
/// It works on the text and not on the value, so that everything else stays as it was sent: a null, an absent member,
/// a value that breaks the model. By its type alone a member is hidden: the same name is harmless elsewhere.
public enum Redaction {
    /// What stands in the place of a value.
    public static let mark = "***"

    /// The text of a request's or a success's body; nil where it is not JSON of the structure's form.
    public static func text(of body: [UInt8], as type: any JSONStructure.Type) -> String? {
        text(of: body, as: type, hidden: [], shown: [])
    }

    /// The text of an error's body.
    ///
    /// - Parameter hidingMessages: hides every sentence in it, for sentences repeat what was sent.
    public static func text(ofError body: [UInt8], as type: any JSONStructure.Type, hidingMessages: Bool) -> String? {
        text(of: body, as: type, hidden: hidingMessages ? ["Message", "message"] : [], shown: ["__type"])
    }

    private static func text(
        of body: [UInt8],
        as type: any JSONStructure.Type,
        hidden: Set<String>,
        shown: Set<String>
    ) -> String? {
        guard let reader = try? JSONReader(body) else { return nil }
        var copy = RedactedCopy(reader: reader, hidden: hidden, shown: shown)
        guard (try? copy.value(.structure(type))) != nil, copy.isAtEnd else { return nil }
        return String(decoding: copy.bytes, as: UTF8.self)
    }
}

/// A document on its way from its reader into its redacted bytes.
private struct RedactedCopy {
    private var reader: JSONReader
    private(set) var bytes: [UInt8] = []
    /// Members that are hidden, or shown, whatever the model says of them.
    private let hidden: Set<String>
    private let shown: Set<String>

    init(reader: JSONReader, hidden: Set<String>, shown: Set<String>) {
        self.reader = reader
        self.hidden = hidden
        self.shown = shown
    }

    var isAtEnd: Bool {
        mutating get {
            reader.skipWhiteSpace()
            return reader.position == reader.bytes.count
        }
    }

    mutating func value(_ exposure: Exposure) throws(SerializationFailure) {
        switch (exposure, try reader.peek()) {
        case (.plain, _), (_, UInt8(ascii: "n")): try asItIs()
        case (.structure(let type), UInt8(ascii: "{")): try structure(type.exposures)
        case (.entries(let inner), UInt8(ascii: "{")): try object { _ in inner }
        case (.elements(let inner), UInt8(ascii: "[")): try list(inner)
        // Sensitive, or of another kind than the model's: then the model does not say what it holds.
        default: try mark()
        }
    }

    private mutating func structure(_ exposures: [String: Exposure]) throws(SerializationFailure) {
        let (hidden, shown) = (hidden, shown)
        try object { name in
            if hidden.contains(name) { return .sensitive }
            return exposures[name] ?? (shown.contains(name) ? .plain : .sensitive)
        }
    }

    private mutating func object(_ exposure: (String) -> Exposure) throws(SerializationFailure) {
        var object = try reader.beginObject()
        var isFirst = true
        bytes.append(UInt8(ascii: "{"))
        while let name = try reader.nextName(of: &object) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            let text = try reader.enterOther(name, of: &object)
            string(text)
            bytes.append(UInt8(ascii: ":"))
            try value(exposure(text))
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func list(_ element: Exposure) throws(SerializationFailure) {
        reader.position += 1
        try reader.enterNesting()
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        while try reader.peek() != UInt8(ascii: "]") {
            if !isFirst {
                try reader.expect(UInt8(ascii: ","), or: .unexpectedValue(expected: "',' or ']'"))
                bytes.append(UInt8(ascii: ","))
            }
            isFirst = false
            try value(element)
        }
        reader.position += 1
        reader.depth -= 1
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func asItIs() throws(SerializationFailure) {
        let start = reader.position
        try reader.skipValue()
        bytes.append(contentsOf: reader.bytes[start..<reader.position])
    }

    private mutating func mark() throws(SerializationFailure) {
        try reader.skipValue()
        string(Redaction.mark)
    }

    private mutating func string(_ text: String) {
        var writer = JSONWriter()
        writer.string(text)
        bytes.append(contentsOf: writer.bytes)
    }
}
