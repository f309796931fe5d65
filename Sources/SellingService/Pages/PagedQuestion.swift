import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// What a list was asked, and by whom: what its page tokens belong to.
///
/// A NextToken is the place where the page stopped, sealed together with the operation, the caller's account and the
/// whole question: the catalog, the filters and the order. Only the page's size may change from page to page.
struct PagedQuestion<Contract: OperationContract>: Sendable where Contract.Failure: ModelsValidationException {
    private let token: String?
    private let binding: [UInt8]
    private let tokens: PageTokens

    /// - Parameters:
    ///   - nextToken: where the operation's input has its page token.
    ///   - maxResults: where it has the size of the page.
    init(
        _ contract: Contract.Type,
        _ input: Contract.Input,
        nextToken: WritableKeyPath<Contract.Input, String?>,
        maxResults: WritableKeyPath<Contract.Input, Int?>,
        _ call: Call,
        _ environment: SellingEnvironment
    ) {
        var question = input
        question[keyPath: nextToken] = nil
        question[keyPath: maxResults] = nil
        token = input[keyPath: nextToken]
        binding = Array("\(Contract.name) \(call.accountIdentifier) ".utf8) + question.encoded()
        tokens = environment.pageTokens
    }

    /// The place after which the page begins; nil for the first page.
    ///
    /// - Parameter place: reads a place out of the texts that were given to `token(after:)`.
    /// - Throws: ValidationException where the token does not belong to this question, or was altered.
    func start<Place>(_ place: ([String]) -> Place?) throws(Contract.Failure) -> Place? {
        guard let token else { return nil }
        guard let cursor = try? tokens.open(token, binding: binding), let found = Self.parts(of: cursor).flatMap(place)
        else { throw Contract.Failure.validation(ValidationException([.pageToken(token)])) }
        return found
    }

    /// The token of the page that begins after a place.
    func token(after place: [String]) -> String {
        var writer = JSONWriter()
        writer.list(place) { $1.string($0) }
        return tokens.seal(writer.bytes, binding: binding)
    }

    private static func parts(of cursor: [UInt8]) -> [String]? {
        guard var reader = try? JSONReader(cursor) else { return nil }
        return try? reader.list { (reader: inout JSONReader) throws(SerializationFailure) in try reader.string() }
    }
}

extension RuleViolation {
    /// A NextToken that does not continue the query it was sent with.
    fileprivate static func pageToken(_ token: String) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.pageTokenFits,
            "nextToken",
            .invalidValue,
            "NextToken does not belong to this query. Send it with the Catalog, filters and Sort that gave it.",
            offendingValue: token,
            wouldPass: "no NextToken, or the one that the same query gave"
        )
    }
}
