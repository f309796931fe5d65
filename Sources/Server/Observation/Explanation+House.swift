import AWSJSON
import SigV4
import SmithyTypes

/// Why the house refuses a request before its operation runs, and what it did to one on purpose.
extension Explanation {
    private static let protocolEvidence = "the awsJson protocol, and what other services of it answer"
    private static let signingEvidence = "AWS's documentation of Signature Version 4"
    /// Cosell's own doing: it says nothing of the real service.
    private static let own = "cosell"

    // MARK: The request's outside

    static func unknownOperation(_ sentence: String, _ service: ServiceDefinition) -> Explanation {
        Explanation(
            rule: "request.operation",
            sentence: sentence,
            evidence: protocolEvidence,
            certainty: "documented",
            wouldPass: "POST / with X-Amz-Target \(service.targetPrefix).<Operation> and Content-Type "
                + "\(Binding.awsJSON.contentType), or POST /<Operation> with \(Binding.pathStyle.contentType)"
        )
    }

    static func tooLarge(maximumBodyBytes: Int) -> Explanation {
        Explanation(
            rule: "request.body-size",
            sentence: "A request's body is no larger than this server was told to read.",
            evidence: "--max-body-bytes",
            certainty: own,
            wouldPass: "at most \(maximumBodyBytes) bytes"
        )
    }

    static func serialization(_ failure: SerializationFailure) -> Explanation {
        Explanation(
            rule: "request.json",
            sentence: failure.message,
            evidence: protocolEvidence,
            certainty: "documented",
            wouldPass: "one JSON object of the operation's form, in UTF-8, that names no member twice"
        )
    }

    // MARK: The caller

    static func signature(_ refusal: SignatureRefusal) -> Explanation {
        let rule =
            switch refusal.group {
            case .missingAuthenticationToken: "signature.missing"
            case .incompleteSignature: "signature.incomplete"
            case .invalidSignature: "signature.invalid"
            }
        return Explanation(
            rule: rule,
            sentence: refusal.explanation ?? refusal.message,
            evidence: signingEvidence,
            certainty: "documented",
            wouldPass: "the same request, signed as it is sent, by a clock that is right to five minutes"
        )
    }

    static func unregisteredKey(_ accessKeyIdentifier: String) -> Explanation {
        Explanation(
            rule: "caller.registered",
            sentence: "With --auth strict only registered access keys may call.",
            evidence: "UnrecognizedClientException of AWS's common errors",
            certainty: "documented",
            offendingValue: accessKeyIdentifier,
            wouldPass: "a key of CreateAccessKey"
        )
    }

    static func sessionToken(isSent: Bool) -> Explanation {
        Explanation(
            rule: "caller.session-token",
            sentence: "A registered access key is used with the session token it was registered with, or with none.",
            evidence: "UnrecognizedClientException of AWS's common errors",
            certainty: "documented",
            wouldPass: isSent ? "another token, or none, as the key has it" : "the token that the key has"
        )
    }

    static func expiredSession(at expiry: Timestamp) -> Explanation {
        Explanation(
            rule: "caller.session-expiry",
            sentence: "Temporary credentials end at their time, by the real clock.",
            evidence: "ExpiredTokenException of AWS's common errors",
            certainty: "documented",
            offendingValue: expiry.iso8601,
            wouldPass: "credentials that have not ended"
        )
    }

    static func denied(_ action: String, _ principal: String) -> Explanation {
        Explanation(
            rule: "caller.allowed",
            sentence: "A user may do what a policy allows, and no more; an account's root may do everything.",
            evidence: "IAM's evaluation logic",
            certainty: "documented",
            offendingValue: principal,
            wouldPass: "a policy that allows \(action), or a key of the account's root"
        )
    }

    static func throttled(_ limit: String) -> Explanation {
        Explanation(
            rule: "request.rate",
            sentence: "With --limits aws an account calls an operation as often as AWS's quotas say.",
            evidence: "the quotas page of the developer guide",
            certainty: "documented",
            wouldPass: "at most \(limit)"
        )
    }

    // MARK: On purpose, and by accident

    static func faultedError(_ fault: Fault) -> Explanation {
        fault.explanation("A fault that was put refuses this request before it runs: nothing is wrong with it.")
    }

    static func latency(_ fault: Fault, milliseconds: Int) -> Explanation {
        fault.explanation("A fault that was put made this request wait for \(milliseconds) ms.")
    }

    static func lostResponse(_ fault: Fault) -> Explanation {
        fault.explanation(
            "The response was lost on request, after the changes were committed: the client got none, and a retry "
                + "meets the new state."
        )
    }

    static let internalError = Explanation(
        rule: "cosell.internal-error",
        sentence: "Cosell failed. The server's own log has the cause, under this request's identifier.",
        evidence: "Cosell",
        certainty: own
    )
}

extension Fault {
    fileprivate func explanation(_ sentence: String) -> Explanation {
        Explanation(
            rule: "cosell.fault",
            sentence: sentence,
            evidence: "the fault '\(name)'",
            certainty: "cosell",
            wouldPass: "the same request, once DeleteFault has lifted it"
        )
    }
}
