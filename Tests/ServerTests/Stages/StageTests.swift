import AWSJSON
import Identity
import SigV4
import Testing

@testable import Server

@Suite("Decoding, constraints, permissions, and their order")
struct StageTests {
    static let notJSON: [String] = [
        "{", "[]", "\"text\"", "1", "null", "{} {}", #"{"Catalog":"Sandbox""#, #"{"Catalog":["Sandbox"]}"#,
        #"{"Catalog":1}"#, #"{"Catalog":"Sandbox","MaxResults":"many"}"#, #"{"Catalog":"Sandbox","Status":"Active"}"#,
        "{\"Catalog\":\"Sand\u{0}box\"}",
    ]

    @Test("a body of the wrong form is a SerializationException", arguments: notJSON)
    func serialization(_ body: String) async throws {
        let answer = try await PipelineUnderTest().send("ListSolutions", body)
        #expect(answer.status == 400)
        #expect(answer.errorCode == "SerializationException")
        #expect(answer.members["__type"] == "com.amazon.coral.service#SerializationException")
        #expect(answer.message?.isEmpty == false)
    }

    @Test("a body of no bytes is an object without members")
    func emptyBody() async throws {
        let answer = try await PipelineUnderTest().send("ListSolutions", "")
        #expect(answer.errorCode == "ValidationException")
        #expect(answer.text.contains(#""FieldName":"catalog""#))
        #expect(answer.text.contains("REQUIRED_FIELD_MISSING"))
    }

    @Test("what breaks the model is told all at once")
    func constraints() async throws {
        let answer = try await PipelineUnderTest().send(
            "DisassociateOpportunity",
            #"{"Catalog":"Mars","OpportunityIdentifier":"X","RelatedEntityType":"Solutions"}"#
        )
        #expect(answer.status == 400)
        #expect(answer.errorCode == "ValidationException")
        #expect(answer.members["__type"] == "ValidationException")
        #expect(answer.members["Reason"] == "REQUEST_VALIDATION_FAILED")
        for field in ["catalog", "opportunityIdentifier", "relatedEntityIdentifier"] {
            #expect(answer.text.contains(#""FieldName":"\#(field)""#), "\(field)")
        }
    }

    /// A user whom no policy allows anything.
    private static func serverWithUser() async throws -> (PipelineUnderTest, Caller) {
        let server = try await PipelineUnderTest(.strict)
        try await server.keys.put(
            RegisteredKey(
                accessKeyIdentifier: "AKIA1",
                accountIdentifier: "111122223333",
                userName: "ana",
                secretAccessKey: "secret"
            )
        )
        return (server, Caller(key: AccessKey(id: "AKIA1", secretAccessKey: "secret")))
    }

    static let resources: [(String, String, resource: String)] = [
        ("GetOpportunity", Body.absent, "arn:aws:partnercentral:us-east-1:111122223333:catalog/Sandbox/opportunity/O1"),
        (
            "DisassociateOpportunity",
            #"{"Catalog":"AWS","OpportunityIdentifier":"O7","RelatedEntityIdentifier":"S-1","RelatedEntityType":"Solutions"}"#,
            "arn:aws:partnercentral:us-east-1:111122223333:catalog/AWS/opportunity/O7"
        ),
        ("ListSolutions", Body.list, "*"),
    ]

    @Test("a user without policies is denied, in IAM's sentence", arguments: resources)
    func denied(_ operation: String, _ body: String, _ resource: String) async throws {
        let (server, user) = try await Self.serverWithUser()
        let answer = await server.send(operation, body, by: user)
        #expect(answer.status == 400)
        #expect(answer.errorCode == "AccessDeniedException")
        #expect(
            answer.message
                == "User: arn:aws:iam::111122223333:user/ana is not authorized to perform: partnercentral:\(operation) "
                + "on resource: \(resource) because no identity-based policy allows the partnercentral:\(operation) action"
        )
        #expect(await server.send(operation, body, by: user, in: .pathStyle).status == 403)
    }

    @Test("a user whom nothing is allowed changes nothing")
    func deniedChangesNothing() async throws {
        let (server, user) = try await Self.serverWithUser()
        #expect(await server.send("CreateOpportunity", Body.create, by: user).errorCode == "AccessDeniedException")
        #expect(try await server.opportunities() == 0)
    }

    @Test("the stages come in their order: the first thing wrong is the thing told")
    func order() async throws {
        let (server, user) = try await Self.serverWithUser()
        server.faults.put(Fault(name: "f", kind: .error(code: "ThrottlingException", message: nil)))
        let stranger = Caller.of(account: "444455556666")
        let rows: [(String, String, Caller, code: String)] = [
            ("NoSuchOperation", "{", stranger, "UnknownOperationException"),
            ("ListSolutions", "{", stranger, "UnrecognizedClientException"),
            ("ListSolutions", "{", user, "SerializationException"),
            ("ListSolutions", "{}", user, "ValidationException"),
            ("ListSolutions", Body.list, user, "AccessDeniedException"),
            ("ListSolutions", Body.list, Caller(), "ThrottlingException"),
        ]
        for (operation, body, caller, code) in rows {
            #expect(await server.send(operation, body, by: caller).errorCode == code)
        }
        server.faults.delete("f")
        #expect(await server.send("ListSolutions", Body.list).status == 200)
    }

    @Test("throttled requests are told when to come again")
    func throttled() async throws {
        let server = try await PipelineUnderTest(limits: .aws)
        // Allowed once a second; on a busy machine a request can take as long as that, but not twenty in a row.
        var refused: OutgoingAnswer?
        for _ in 0..<20 where refused == nil {
            let answer = await server.send("CreateOpportunity", Body.create)
            if answer.status != 200 { refused = answer }
        }
        #expect(refused?.errorCode == "ThrottlingException")
        #expect(refused?.header("retry-after") == "1")
    }
}
