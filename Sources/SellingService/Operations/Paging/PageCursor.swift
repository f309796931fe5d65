import AWSJSON
import SellingShapes
import Store

/// A place in a list that is ordered by a number, then by an identifier: where a page stopped.
struct PageCursor: Sendable, Hashable {
    let key: Int64
    let identifier: String

    /// Before everything in an order: no row has these keys.
    static func start(_ order: SortOrder) -> PageCursor {
        PageCursor(key: order == .ascending ? .min : .max, identifier: "")
    }

    func follows(_ other: PageCursor, in order: SortOrder) -> Bool {
        order == .ascending ? self.isAfter(other) : other.isAfter(self)
    }

    private func isAfter(_ other: PageCursor) -> Bool {
        if key != other.key { return key > other.key }
        return other.identifier.utf8.lexicographicallyPrecedes(identifier.utf8)
    }
}

/// The question that a list's page tokens belong to: the caller's, of which only the page's size may change.
struct PagedQuestion: Sendable {
    private let binding: [UInt8]
    private let tokens: PageTokens

    /// - Parameter question: the request without its token and page size.
    init(_ name: String, _ call: Call, _ question: some JSONStructure, _ environment: SellingEnvironment) {
        binding = Array("\(name) \(call.accountIdentifier) ".utf8) + question.encoded()
        tokens = environment.pageTokens
    }

    func token(after cursor: PageCursor) -> String {
        var writer = JSONWriter()
        writer.list([String(cursor.key), cursor.identifier]) { $1.string($0) }
        return tokens.seal(writer.bytes, binding: binding)
    }

    /// The place that a token names; nil where the token belongs to another question, or to none.
    func cursor(in token: String) -> PageCursor? {
        guard let sealed = try? tokens.open(token, binding: binding),
            var reader = try? JSONReader(sealed),
            let parts = try? reader.list({ (reader: inout JSONReader) throws(SerializationFailure) in
                try reader.string()
            }), parts.count == 2, let key = Int64(parts[0])
        else { return nil }
        return PageCursor(key: key, identifier: parts[1])
    }
}
