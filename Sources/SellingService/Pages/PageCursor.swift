import SellingShapes

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

extension PagedQuestion {
    /// The place after which the page begins: at the list's own start where the request has no token.
    ///
    /// - Throws: ValidationException where the token does not continue this question.
    func start(_ order: SortOrder) throws(Contract.Failure) -> PageCursor {
        try start(PageCursor.init(parts:)) ?? .start(order)
    }

    /// The token of the page that begins after a place.
    func token(after cursor: PageCursor) -> String {
        token(after: [String(cursor.key), cursor.identifier])
    }
}

extension PageCursor {
    fileprivate init?(parts: [String]) {
        guard parts.count == 2, let key = Int64(parts[0]) else { return nil }
        self.init(key: key, identifier: parts[1])
    }
}
