/// Which requests of the log are asked for. What is nil asks for all.
public struct RequestQuery: Sendable {
    /// The word for every outcome but success.
    public static let anyRefusal = "refused"

    public var accountIdentifier: String?
    public var catalog: String?
    public var operation: String?
    /// `OK`, an error's code, or `refused`.
    public var outcome: String?
    /// Found in whatever case in the bodies as they are shown, the identifiers and the explanations.
    public var text: String?
    /// Only entries with smaller numbers: the next page.
    public var beforeSequence: Int?
    public var maximumCount: Int

    public init(
        accountIdentifier: String? = nil,
        catalog: String? = nil,
        operation: String? = nil,
        outcome: String? = nil,
        text: String? = nil,
        beforeSequence: Int? = nil,
        maximumCount: Int = 20
    ) {
        self.accountIdentifier = accountIdentifier
        self.catalog = catalog
        self.operation = operation
        self.outcome = outcome
        self.text = text
        self.beforeSequence = beforeSequence
        self.maximumCount = maximumCount
    }

    /// Whether an entry is asked for as far as its facts tell, before its texts are looked at.
    func matches(_ entry: RequestEntry) -> Bool {
        (accountIdentifier == nil || accountIdentifier == entry.accountIdentifier)
            && (catalog == nil || catalog == entry.catalog)
            && (operation == nil || operation == entry.operation)
            && (outcome == nil || outcome == entry.outcome || outcome == Self.anyRefusal && entry.isRefusal)
    }
}

/// A text that is looked for, whatever the case of its letters.
struct SoughtText {
    private let letters: [UInt8]

    init(_ text: String) {
        letters = Array(text.lowercased().utf8)
    }

    func isFound(in text: String) -> Bool {
        guard let first = letters.first else { return true }
        var lowered = text.lowercased()
        return lowered.withUTF8 { bytes in
            guard bytes.count >= letters.count else { return false }
            return (0...bytes.count - letters.count).contains { start in
                bytes[start] == first && bytes[start..<start + letters.count].elementsEqual(letters)
            }
        }
    }
}
