import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// One page of a list.
struct Page<Item: Sendable>: Sendable {
    let items: [Item]
    /// Nil where nothing can follow.
    let nextToken: String?
}

/// A walk along an index from where the last page stopped, over a bounded number of rows.
///
/// A page may be shorter than asked for and still say that more may follow: what a filter leaves out is looked at too.
struct PageWalk: Sendable {
    /// The largest page that the model allows of any list.
    static let mostRows = 1_000

    private let size: Int
    private let isFiltered: Bool
    private let cursor: [SQLValue]?
    private let tokens: PageTokens
    private let binding: [UInt8]

    /// - Parameters:
    ///   - question: the request without NextToken and MaxResults: what a token belongs to, beside the caller.
    ///   - isFiltered: whether rows may be left out, so that more are looked at than are shown.
    /// - Throws: ValidationException where the token does not continue this question.
    init<Contract: OperationContract>(
        _ contract: Contract.Type,
        _ question: Contract.Input,
        size: Int,
        after token: String?,
        isFiltered: Bool,
        _ call: Call,
        _ environment: SellingEnvironment
    ) throws where Contract.Failure: ModelsResourceNotFoundException & ModelsValidationException {
        self.size = size
        self.isFiltered = isFiltered
        tokens = environment.pageTokens
        binding = Array("\(Contract.name) \(call.accountIdentifier) ".utf8) + question.encoded()
        guard let token else {
            cursor = nil
            return
        }
        guard let cursor = (try? tokens.open(token, binding: binding)).flatMap(Self.values) else {
            throw Contract.Failure.refused(.violations([.pageToken(token)]))
        }
        self.cursor = cursor
    }

    /// Where the walk begins: after the last row of the page before, or at `first`.
    func start(or first: [SQLValue]) -> [SQLValue] {
        cursor ?? first
    }

    /// The page that a statement gives, whose last parameter is the most rows that it may.
    ///
    /// - Parameters:
    ///   - place: what `start` is for the row that follows this one.
    ///   - item: nil where the row is not asked for.
    func page<Item>(
        in transaction: some SQLReading,
        _ statement: SQLStatement,
        _ parameters: [SQLValue],
        place: (Row) -> [SQLValue],
        item: (Row) throws -> Item?
    ) throws -> Page<Item> {
        let most = isFiltered ? Self.mostRows : size
        var items: [Item] = []
        var count = 0
        var last: [SQLValue] = []
        var isLast = true
        try transaction.scan(statement, parameters + [.integer(Int64(most + 1))]) { row in
            guard count < most, items.count < size else {
                isLast = false
                return false
            }
            count += 1
            last = place(row)
            if let item = try item(row) { items.append(item) }
            return true
        }
        return Page(items: items, nextToken: isLast ? nil : token(at: last))
    }

    private func token(at place: [SQLValue]) -> String {
        var writer = JSONWriter()
        writer.list(place) { writer, value in
            switch value {
            case .integer(let integer): writer.string("\(integer)")
            case .text(let text): writer.string("=\(text)")
            case .null, .bytes: writer.string("")
            }
        }
        return tokens.seal(writer.bytes, binding: binding)
    }

    /// A place as it was written into a token: a text behind an equals sign, an integer without.
    private static func values(_ bytes: [UInt8]) -> [SQLValue]? {
        guard var reader = try? JSONReader(bytes),
            let parts = try? reader.list({ (reader: inout JSONReader) throws(SerializationFailure) in
                try reader.string()
            })
        else { return nil }
        let values = parts.compactMap { part -> SQLValue? in
            part.hasPrefix("=") ? .text(String(part.dropFirst())) : Int64(part).map { .integer($0) }
        }
        return values.count == parts.count ? values : nil
    }
}
