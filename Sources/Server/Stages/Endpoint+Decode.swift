import AWSJSON

/// The stages decode and constrain, as both pipelines have them.
extension Endpoint {
    /// Reads a body as the operation's input.
    ///
    /// - Throws: SerializationException where it is not of the input's JSON form.
    func decoded(_ body: [UInt8]) throws(WireError) -> any DecodedCall {
        do {
            // A body of no bytes is taken as an object without members, as awsJson servers do.
            return try decode(body.isEmpty ? Array("{}".utf8) : body)
        } catch {
            throw CommonError.serialization.wireError(error.message).explained([.serialization(error)])
        }
    }
}

extension DecodedCall {
    /// Throws the service's validation error, with every violation, unless the input keeps the model's constraints.
    func constrain(_ refusals: ServiceRefusals) throws(WireError) {
        let violations = violations()
        guard violations.isEmpty else {
            throw refusals.violations(violations).explained(violations.map(\.explanation))
        }
    }
}
