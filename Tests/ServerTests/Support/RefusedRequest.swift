import AWSJSON
import Identity
import SigV4
import Store
import Testing

@testable import Server

/// A request that is refused, of every kind that there is, and what its explanation must say.
struct RefusedRequest: Sendable, CustomTestStringConvertible {
    typealias Ask = @Sendable (PipelineUnderTest) async throws -> OutgoingAnswer

    let rule: String
    let outcome: String
    /// Part of what the explanation says.
    let says: String
    var mode = AuthenticationMode.open
    var limits = LimitMode.off
    let ask: Ask

    var testDescription: String { "\(rule): \(says)" }
}

extension RefusedRequest {
    static let all = outside + caller + rules

    private static func changed(_ change: @escaping @Sendable (IncomingRequest) -> IncomingRequest) -> Ask {
        { await $0.pipeline.answer(change(Caller().request("ListSolutions", Body.list))) }
    }

    private static func sent(_ operation: String, _ body: String) -> Ask {
        { await $0.send(operation, body) }
    }

    private static func faulted(_ kind: Fault.Kind) -> Ask {
        { server in
            server.faults.put(Fault(name: "flaky day", kind: kind))
            return await server.send("ListSolutions", Body.list)
        }
    }

    /// By a key that is registered so; the caller sends `token`.
    private static func keyed(user: String? = nil, token: String? = nil, expired: Bool = false, sending: String? = nil)
        -> Ask
    {
        { server in
            try await server.keys.put(
                RegisteredKey(
                    accessKeyIdentifier: "AKIA1",
                    accountIdentifier: "444455556666",
                    userName: user,
                    secretAccessKey: "secret",
                    sessionToken: token,
                    expiresAtMilliseconds: expired ? 1_000 : nil
                )
            )
            let key = AccessKey(id: "AKIA1", secretAccessKey: "secret", sessionToken: sending)
            return await server.send("ListSolutions", Body.list, by: Caller(key: key))
        }
    }

    private static let unknown = "UnknownOperationException"
    private static let invalid = "InvalidSignatureException"

    static let outside: [RefusedRequest] = [
        RefusedRequest(
            rule: "request.operation",
            outcome: unknown,
            says: "called by POST",
            ask: changed { $0.changed(method: "GET") }
        ),
        RefusedRequest(
            rule: "request.operation",
            outcome: unknown,
            says: "X-Amz-Target is missing",
            ask: changed { $0.withHeader("x-amz-target", nil) }
        ),
        RefusedRequest(
            rule: "request.operation",
            outcome: unknown,
            says: "must begin with 'AWSPartnerCentralSelling.'",
            ask: changed { $0.withHeader("x-amz-target", "DynamoDB.ListTables") }
        ),
        RefusedRequest(
            rule: "request.operation",
            outcome: unknown,
            says: "Content-Type 'text/plain'",
            ask: changed { $0.withHeader("content-type", "text/plain") }
        ),
        RefusedRequest(
            rule: "request.operation",
            outcome: unknown,
            says: "Did you mean 'ListSolutions'?",
            ask: sent("ListSolution", Body.list)
        ),
        RefusedRequest(rule: "request.body-size", outcome: "RequestEntityTooLargeException", says: "at most 17 bytes") {
            server in
            let request = IncomingRequest(method: "POST", target: "/", headers: [], body: [])
            return server.pipeline.refuseTooLarge(request, maximumBodyBytes: 17)
        },
        RefusedRequest(
            rule: "request.json",
            outcome: "SerializationException",
            says: "Catalog (byte 11)",
            ask: sent("ListSolutions", #"{"Catalog":1}"#)
        ),
    ]

    static let caller: [RefusedRequest] = [
        RefusedRequest(
            rule: "signature.missing",
            outcome: "MissingAuthenticationTokenException",
            says: "Missing Authentication Token",
            ask: changed { $0.withHeader("authorization", nil) }
        ),
        RefusedRequest(
            rule: "signature.incomplete",
            outcome: "IncompleteSignatureException",
            says: "requires 'Credential' parameter",
            ask: changed { $0.withAuthorization("Credential=", "Cred=") }
        ),
        RefusedRequest(
            rule: "signature.invalid",
            outcome: invalid,
            says: "The Canonical String for this request should have been",
            ask: changed { $0.changed(body: "{}") }
        ),
        RefusedRequest(
            rule: "signature.invalid",
            outcome: invalid,
            says: "is now earlier than",
            ask: { server in
                var late = Caller()
                late.skewSeconds = -3600
                return await server.send("ListSolutions", Body.list, by: late)
            }
        ),
        RefusedRequest(
            rule: "caller.registered",
            outcome: "UnrecognizedClientException",
            says: "AKIANOBODY",
            mode: .strict,
            ask: { server in
                let key = AccessKey(id: "AKIANOBODY", secretAccessKey: "secret")
                return await server.send("ListSolutions", Body.list, by: Caller(key: key))
            }
        ),
        RefusedRequest(
            rule: "caller.session-token",
            outcome: "UnrecognizedClientException",
            says: "the token that the key has",
            ask: keyed(token: "right")
        ),
        RefusedRequest(
            rule: "caller.session-token",
            outcome: "UnrecognizedClientException",
            says: "another token, or none",
            ask: keyed(token: "right", sending: "wrong")
        ),
        RefusedRequest(
            rule: "caller.session-expiry",
            outcome: "ExpiredTokenException",
            says: "1970-01-01T00:00:01.000Z",
            ask: keyed(token: "right", expired: true, sending: "right")
        ),
        RefusedRequest(
            rule: "caller.allowed",
            outcome: "AccessDeniedException",
            says: "arn:aws:iam::444455556666:user/ana",
            ask: keyed(user: "ana")
        ),
        RefusedRequest(
            rule: "request.rate",
            outcome: "ThrottlingException",
            says: "at most 1 request a second",
            limits: .aws,
            ask: { server in
                // Allowed once a second; on a busy machine one can take as long as that, but not twenty in a row.
                for _ in 0..<20 {
                    let answer = await server.send("CreateOpportunity", Body.create)
                    if answer.status != 200 { return answer }
                }
                return await server.send("CreateOpportunity", Body.create)
            }
        ),
    ]

    static let rules: [RefusedRequest] = [
        RefusedRequest(
            rule: "model.enumeration",
            outcome: "ValidationException",
            says: "one of its 2 values: AWS, Sandbox",
            ask: sent("ListSolutions", #"{"Catalog":"Mars"}"#)
        ),
        RefusedRequest(
            rule: "model.required",
            outcome: "ValidationException",
            says: "catalog",
            ask: sent("ListSolutions", "{}")
        ),
        RefusedRequest(
            rule: "opportunity.exists",
            outcome: "ResourceNotFoundException",
            says: "O1",
            ask: sent("GetOpportunity", Body.absent)
        ),
        RefusedRequest(
            rule: "opportunity.closed-lost-at-creation",
            outcome: "ValidationException",
            says: "lifeCycle.stage",
            ask: sent(
                "CreateOpportunity",
                #"{"Catalog":"Sandbox","ClientToken":"t","LifeCycle":{"Stage":"Closed Lost","ClosedLostReason":"Other"}}"#
            )
        ),
        RefusedRequest(
            rule: "list.page-token",
            outcome: "ValidationException",
            says: "no NextToken",
            ask: sent("ListSolutions", #"{"Catalog":"Sandbox","NextToken":"x"}"#)
        ),
        RefusedRequest(
            rule: "token.one-request",
            outcome: "ConflictException",
            says: "clientToken",
            ask: { server in
                _ = await server.send("CreateOpportunity", Body.create)
                return await server.send(
                    "CreateOpportunity",
                    #"{"Catalog":"Sandbox","ClientToken":"t","NationalSecurity":"No"}"#
                )
            }
        ),
        RefusedRequest(
            rule: "cosell.fault",
            outcome: "ThrottlingException",
            says: "the fault 'flaky day'",
            ask: faulted(.error(code: "ThrottlingException", message: nil))
        ),
        RefusedRequest(
            rule: "cosell.internal-error",
            outcome: "InternalServerException",
            says: "The server's own log has the cause",
            ask: { server in
                await server.store.close()
                return await server.send("GetOpportunity", Body.absent, by: .of(account: "111122223333"))
            }
        ),
    ]
}
