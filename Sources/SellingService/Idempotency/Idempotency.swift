import AWSJSON
import Crypto
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// An operation's token and what it stands for.
struct IdempotentCall: Sendable {
    let key: ReplayKey
    /// Of the request by its decoded value without the token: the order of members, null for absent and the spelling
    /// of a timestamp do not matter.
    let digest: [UInt8]

    init<Contract: IdempotentContract>(
        _ contract: Contract.Type,
        _ input: Contract.Input,
        catalog: CatalogIdentifier,
        _ call: Call
    ) where Contract.Token == String {
        key = ReplayKey(
            account: call.accountIdentifier,
            catalog: catalog.rawValue,
            operation: Contract.name,
            token: Self.storable(Contract.clientToken(of: input))
        )
        digest = Array(SHA256.hash(data: Contract.withoutClientToken(input).encoded()))
    }

    /// A token may hold U+0000, which no text column can: such a one is known by its digest, behind a character that no
    /// other stored token begins with by chance.
    private static func storable(_ token: String) -> String {
        guard token.utf8.contains(0) else { return token }
        let digits = SHA256.hash(data: Array(token.utf8)).map { String($0, radix: 16) }
        return "\u{1}" + digits.joined(separator: "-")
    }

    /// The first answer to this token, where it was used before for the same request.
    ///
    /// - Throws: ConflictException, with the model's own text, where it was used for another request.
    func replayed<Failure: ModelsConflictException>(
        in transaction: some SQLReading,
        as failure: Failure.Type
    ) throws -> [UInt8]? {
        guard let record = try ReplayRecords.find(in: transaction, key) else { return nil }
        guard record.digest == digest else {
            throw Failure.conflict(
                ConflictException(
                    message: "Conflicting client token submitted for a new request body.",
                    explanations: [
                        Explanation(
                            RuleCatalogue.tokenIsOneRequest,
                            fieldName: "clientToken",
                            offendingValue: key.token,
                            wouldPass: "a new token, or the request that used this one first"
                        )
                    ]
                )
            )
        }
        return record.output
    }

    /// Keeps which task the token has started: its answer is how that task stands.
    func record(in transaction: some SQLWriting, task identifier: String) throws {
        try ReplayRecords.insert(in: transaction, key, ReplayRecord(digest: digest, output: Array(identifier.utf8)))
    }

    /// Keeps the answer, in the transaction that makes it true. A refused request keeps nothing: its token is free.
    func record(in transaction: some SQLWriting, _ output: some JSONStructure) throws -> [UInt8] {
        let bytes = output.encoded()
        try ReplayRecords.insert(in: transaction, key, ReplayRecord(digest: digest, output: bytes))
        return bytes
    }
}
