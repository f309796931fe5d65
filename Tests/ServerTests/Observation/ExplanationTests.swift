import AWSJSON
import Identity
import SigV4
import Testing

@testable import Server

@Suite("Every refusal is explained")
struct ExplanationTests {
    typealias Ask = @Sendable (PipelineUnderTest) async throws -> OutgoingAnswer

    struct Row: Sendable, CustomTestStringConvertible {
        let rule: String
        let outcome: String
        /// Part of what the explanation says.
        let says: String
        var mode = AuthenticationMode.open
        var limits = LimitMode.off
        let ask: Ask

        var testDescription: String { "\(rule): \(says)" }
    }

    private static func changed(_ change: @escaping @Sendable (IncomingRequest) -> IncomingRequest) -> Ask {
        { await $0.pipeline.answer(change(Caller().request("ListSolutions", Body.list))) }
    }

    private static func sent(_ operation: String, _ body: String, times: Int = 1) -> Ask {
        { server in
            for _ in 1..<times { _ = await server.send(operation, body) }
            return await server.send(operation, body)
        }
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

    static let outside: [Row] = [
        Row(
            rule: "request.operation",
            outcome: unknown,
            says: "called by POST",
            ask: changed { $0.changed(method: "GET") }
        ),
        Row(
            rule: "request.operation",
            outcome: unknown,
            says: "X-Amz-Target is missing",
            ask: changed { $0.withHeader("x-amz-target", nil) }
        ),
        Row(
            rule: "request.operation",
            outcome: unknown,
            says: "must begin with 'AWSPartnerCentralSelling.'",
            ask: changed { $0.withHeader("x-amz-target", "DynamoDB.ListTables") }
        ),
        Row(
            rule: "request.operation",
            outcome: unknown,
            says: "Content-Type 'text/plain'",
            ask: changed { $0.withHeader("content-type", "text/plain") }
        ),
        Row(
            rule: "request.operation",
            outcome: unknown,
            says: "Did you mean 'ListSolutions'?",
            ask: sent("ListSolution", Body.list)
        ),
        Row(
            rule: "cosell.not-built",
            outcome: unknown,
            says: "Origin 'AWS Referral'",
            ask: sent("CreateOpportunity", #"{"Catalog":"Sandbox","ClientToken":"t","Origin":"AWS Referral"}"#)
        ),
        Row(rule: "request.body-size", outcome: "RequestEntityTooLargeException", says: "at most 17 bytes") { server in
            let request = IncomingRequest(method: "POST", target: "/", headers: [], body: [])
            return server.pipeline.refuseTooLarge(request, maximumBodyBytes: 17)
        },
        Row(
            rule: "request.json",
            outcome: "SerializationException",
            says: "Catalog (byte 11)",
            ask: sent("ListSolutions", #"{"Catalog":1}"#)
        ),
    ]

    static let caller: [Row] = [
        Row(
            rule: "signature.missing",
            outcome: "MissingAuthenticationTokenException",
            says: "Missing Authentication Token",
            ask: changed { $0.withHeader("authorization", nil) }
        ),
        Row(
            rule: "signature.incomplete",
            outcome: "IncompleteSignatureException",
            says: "requires 'Credential' parameter",
            ask: changed { $0.withAuthorization("Credential=", "Cred=") }
        ),
        Row(
            rule: "signature.invalid",
            outcome: invalid,
            says: "The Canonical String for this request should have been",
            ask: changed { $0.changed(body: "{}") }
        ),
        Row(
            rule: "signature.invalid",
            outcome: invalid,
            says: "is now earlier than",
            ask: { server in
                var late = Caller()
                late.skewSeconds = -3600
                return await server.send("ListSolutions", Body.list, by: late)
            }
        ),
        Row(
            rule: "caller.registered",
            outcome: "UnrecognizedClientException",
            says: "AKIANOBODY",
            mode: .strict,
            ask: { server in
                let key = AccessKey(id: "AKIANOBODY", secretAccessKey: "secret")
                return await server.send("ListSolutions", Body.list, by: Caller(key: key))
            }
        ),
        Row(
            rule: "caller.session-token",
            outcome: "UnrecognizedClientException",
            says: "the token that the key has",
            ask: keyed(token: "right")
        ),
        Row(
            rule: "caller.session-token",
            outcome: "UnrecognizedClientException",
            says: "another token, or none",
            ask: keyed(token: "right", sending: "wrong")
        ),
        Row(
            rule: "caller.session-expiry",
            outcome: "ExpiredTokenException",
            says: "1970-01-01T00:00:01.000Z",
            ask: keyed(token: "right", expired: true, sending: "right")
        ),
        Row(
            rule: "caller.allowed",
            outcome: "AccessDeniedException",
            says: "arn:aws:iam::444455556666:user/ana",
            ask: keyed(user: "ana")
        ),
        Row(
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

    static let rules: [Row] = [
        Row(
            rule: "model.enumeration",
            outcome: "ValidationException",
            says: "one of its 2 values: AWS, Sandbox",
            ask: sent("ListSolutions", #"{"Catalog":"Mars"}"#)
        ),
        Row(
            rule: "model.required",
            outcome: "ValidationException",
            says: "catalog",
            ask: sent("ListSolutions", "{}")
        ),
        Row(
            rule: "opportunity.exists",
            outcome: "ResourceNotFoundException",
            says: "O1",
            ask: sent("GetOpportunity", Body.absent)
        ),
        Row(
            rule: "opportunity.closed-lost-at-creation",
            outcome: "ValidationException",
            says: "lifeCycle.stage",
            ask: sent(
                "CreateOpportunity",
                #"{"Catalog":"Sandbox","ClientToken":"t","LifeCycle":{"Stage":"Closed Lost","ClosedLostReason":"Other"}}"#
            )
        ),
        Row(
            rule: "list.page-token",
            outcome: "ValidationException",
            says: "no NextToken",
            ask: sent("ListSolutions", #"{"Catalog":"Sandbox","NextToken":"x"}"#)
        ),
        Row(
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
        Row(
            rule: "cosell.fault",
            outcome: "ThrottlingException",
            says: "the fault 'flaky day'",
            ask: faulted(.error(code: "ThrottlingException", message: nil))
        ),
        Row(
            rule: "cosell.internal-error",
            outcome: "InternalServerException",
            says: "The server's own log has the cause",
            ask: { server in
                await server.store.close()
                return await server.send("GetOpportunity", Body.absent, by: .of(account: "111122223333"))
            }
        ),
    ]

    @Test("with its rule, a sentence, its evidence and how sure we are", arguments: outside + caller + rules)
    func explained(_ row: Row) async throws {
        let server = try await PipelineUnderTest(row.mode, limits: row.limits)
        let answer = try await row.ask(server)
        #expect(answer.errorCode == row.outcome, "\(answer.text)")
        let request = try #require(await server.logged().first)
        #expect(request.entry.outcome == row.outcome)
        #expect(request.entry.status == answer.status)
        #expect(request.entry.identifier == answer.header("x-amzn-RequestId"))
        let explanation = try #require(request.explanations.first { $0.rule == row.rule }, "\(request.explanations)")
        #expect(!explanation.sentence.isEmpty && !explanation.evidence.isEmpty && !explanation.certainty.isEmpty)
        let words = [explanation.sentence, explanation.evidence, explanation.fieldName, explanation.offendingValue]
        let all = (words + [explanation.wouldPass]).compactMap(\.self).joined(separator: "\n")
        #expect(all.contains(row.says), "\(all)")
    }

    @Test("also an operation that is not built, whichever it is")
    func notBuilt() async throws {
        let server = try await PipelineUnderTest()
        let unbuilt = server.service.operationNames.subtracting(server.service.endpoints.keys).sorted()
        for name in unbuilt {
            _ = await server.send(name, Body.list)
            let request = try #require(await server.logged(RequestQuery(maximumCount: 1)).first)
            #expect(request.entry.operation == name)
            #expect(request.explanations.map(\.rule) == ["cosell.not-built"])
            #expect(request.explanations.first?.offendingValue == name)
        }
    }

    @Test("each violation of a request by itself")
    func several() async throws {
        let server = try await PipelineUnderTest()
        _ = await server.send("DisassociateOpportunity", #"{"Catalog":"Mars","RelatedEntityType":"Solutions"}"#)
        let request = try #require(await server.logged().first)
        #expect(
            Set(request.explanations.map { "\($0.rule) \($0.fieldName ?? "")" }) == [
                "model.enumeration catalog", "model.required opportunityIdentifier",
                "model.required relatedEntityIdentifier",
            ]
        )
    }

    // MARK: Remarks

    @Test("a response that was lost on request says so, and the retry that meets the new state is explained")
    func lostResponse() async throws {
        let server = try await PipelineUnderTest()
        let identifier = try #require(await server.send("CreateOpportunity", Body.create).members["Id"])
        let relation =
            #"{"Catalog":"Sandbox","OpportunityIdentifier":"\#(identifier)","RelatedEntityIdentifier":"S-1234567","RelatedEntityType":"Solutions"}"#
        #expect(await server.send("AssociateOpportunity", relation).status == 200)
        server.faults.put(Fault(name: "lossy line", kind: .lostResponse, times: 1))
        #expect(await server.send("DisassociateOpportunity", relation).isLost)
        _ = await server.send("DisassociateOpportunity", relation)
        let requests = await server.logged(RequestQuery(operation: "DisassociateOpportunity"))
        #expect(requests.map(\.entry.outcome) == ["ResourceNotFoundException", "OK"])
        let remark = try #require(requests.last?.remarks.first)
        #expect(remark.sentence.hasPrefix("The response was lost on request"))
        #expect(remark.evidence == "the fault 'lossy line'")
        #expect(requests.first?.explanations.map(\.rule) == ["association.exists"])
        #expect(requests.first?.remarks.isEmpty == true)
    }

    @Test("latency that was asked for is a remark, also where the request is refused")
    func latency() async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "slow", kind: .latency(milliseconds: 3)))
        _ = await server.send("ListSolutions", Body.list)
        _ = await server.send("GetOpportunity", Body.absent)
        let requests = await server.logged()
        #expect(requests.map(\.entry.outcome) == ["ResourceNotFoundException", "OK"])
        #expect(requests.allSatisfy { $0.remarks.map(\.evidence) == ["the fault 'slow'"] })
    }
}
