import AWSJSON
import Identity
import SigV4
import SmithyTypes
import Testing

@testable import Server

@Suite("What the request log does not show")
struct RedactedLogTests {
    private static let confidential =
        #"{"Catalog":"Sandbox","ClientToken":"t","Customer":{"Account":{"CompanyName":"Confidential","Industry":"Retail"}},"Project":{"Title":"Confidential"}}"#

    /// Everything of the log that a person gets to see.
    private static func text(_ requests: [ShownRequest]) -> String {
        requests.map { "\($0.requestBody ?? "") \($0.responseBody) \($0.explanations) \($0.remarks)" }.joined()
    }

    @Test("is what the model calls sensitive, in requests and in answers")
    func sensitive() async throws {
        let server = try await PipelineUnderTest()
        let created = await server.send("CreateOpportunity", Self.confidential)
        let identifier = try #require(created.members["Id"])
        let got = await server.send("GetOpportunity", #"{"Catalog":"Sandbox","Identifier":"\#(identifier)"}"#)
        #expect(got.text.contains("Confidential"))
        let requests = await server.logged()
        #expect(!Self.text(requests).contains("Confidential"))
        #expect(requests.last?.requestBody == Self.confidential.replacing("Confidential", with: "***"))
        #expect(requests.first?.responseBody.contains(#""Industry":"Retail""#) == true)
        #expect(requests.first?.responseBody.contains(identifier) == true)
    }

    @Test("is found by no search either")
    func search() async throws {
        let server = try await PipelineUnderTest()
        _ = await server.send("CreateOpportunity", Self.confidential)
        let query = RequestQuery(text: "confidential")
        #expect(await server.logged(query).isEmpty)
        #expect(await server.logged(query, showsBodies: true).count == 1)
    }

    @Test("is shown as it came where the server was told so")
    func shown() async throws {
        let server = try await PipelineUnderTest()
        _ = await server.send("CreateOpportunity", Self.confidential)
        _ = await server.send("ListSolutions", "{ not JSON")
        let requests = await server.logged(showsBodies: true)
        #expect(requests.map(\.requestBody) == ["{ not JSON", Self.confidential])
    }

    @Test("is a sensitive value in a refusal, nor its sentence, which repeats it, nor what was probably meant")
    func offendingValue() async throws {
        let server = try await PipelineUnderTest()
        let body =
            #"{"Catalog":"Sandbox","ClientToken":"t","Customer":{"Account":{"CompanyName":"c","Duns":"Confidential","Address":{"CountryCode":"DEU"}}}}"#
        let answer = await server.send("CreateOpportunity", body)
        #expect(answer.message?.contains("Confidential") == true)
        let request = try #require(await server.logged().first)
        #expect(!Self.text([request]).contains("Confidential"))
        #expect(!Self.text([request]).contains("DEU"))
        #expect(Set(request.explanations.compactMap(\.offendingValue)) == ["***"])
        #expect(request.explanations.allSatisfy { $0.suggestion == nil })
        #expect(request.explanations.contains { $0.fieldName == "customer.account.duns" && $0.wouldPass != nil })
        #expect(request.responseBody.contains(#""FieldName":"customer.account.duns""#))
        #expect(request.responseBody.contains(#""Message":"***""#))
        let whole = try #require(await server.logged(showsBodies: true).first)
        #expect(whole.explanations.contains { $0.offendingValue == "Confidential" })
        #expect(whole.responseBody == answer.text)
    }

    static let words: [(field: String, mayTell: Bool, wouldPass: String)] = [
        ("customer.account.companyName", true, "***"),
        ("customer.account.companyName", false, "'Confidential', as it is stored"),
        ("customer.account.industry", true, "'Confidential', as it is stored"),
        ("customer.account.nothing", true, "***"),
    ]

    @Test("is what would pass, where its words may tell a sensitive value", arguments: words)
    func tellingWords(_ row: (field: String, mayTell: Bool, wouldPass: String)) async throws {
        let server = try await PipelineUnderTest()
        let explanation = Explanation(
            rule: "r",
            sentence: "s",
            evidence: "e",
            certainty: "inferred",
            fieldName: row.field,
            wouldPass: "'Confidential', as it is stored",
            wordsMayTell: row.mayTell
        )
        let refusal = CommonError.serialization.wireError("Confidential").explained([explanation])
        server.requests.append(
            .made(operation: "CreateOpportunity", refusal: refusal, response: refusal.body(.awsJSON))
        )
        let request = try #require(await server.logged().first)
        #expect(request.explanations.map(\.wouldPass) == [row.wouldPass])
        #expect(request.responseBody.contains("Confidential") == (row.wouldPass != "***"))
    }

    @Test("is not a value that the model does not call sensitive")
    func harmless() async throws {
        let server = try await PipelineUnderTest()
        let answer = await server.send("ListSolutions", #"{"Catalog":"Sandbos"}"#)
        let request = try #require(await server.logged().first)
        #expect(request.explanations.map(\.offendingValue) == ["Sandbos"])
        #expect(request.explanations.map(\.suggestion) == ["Sandbox"])
        #expect(request.responseBody == answer.text)
    }

    static let unreadable: [(String, String)] = [
        ("ListSolutions", #"{"Catalog":["Confidential"]}"#),
        ("ListSolutions", #"{"Catalog":"Confidential"#),
        ("Frobnicate", #"{"Catalog":"Confidential"}"#),
        ("CreateOpportunity", #"{"Project":{"Title":{"Confidential":1}}}"#),
    ]

    @Test("is a body that is not of its operation's form: its length is", arguments: unreadable)
    func notOfItsForm(_ operation: String, _ body: String) async throws {
        let server = try await PipelineUnderTest()
        _ = await server.send(operation, body)
        let request = try #require(await server.logged().first)
        #expect(request.requestBody == "(\(body.utf8.count) bytes)")
        #expect(!Self.text([request]).contains("Confidential"))
    }

    @Test("is a body that was not read, nor a huge one")
    func unread() async throws {
        let server = try await PipelineUnderTest()
        let request = IncomingRequest(method: "POST", target: "/", headers: [], body: [])
        _ = server.pipeline.refuseTooLarge(request, maximumBodyBytes: 1)
        let huge = String(repeating: " ", count: 1 << 20) + Body.list
        _ = await server.send("ListSolutions", huge)
        for showsBodies in [false, true] {
            let requests = await server.logged(showsBodies: showsBodies)
            #expect(requests.map(\.requestBody) == ["(\(huge.utf8.count) bytes)", nil])
        }
    }

    // MARK: What requests are signed with

    static let changes: [(String, SignatureTests.Change)] = [
        ("nothing", { $0 }),
        ("another body", { $0.changed(body: "{}") }),
        ("a part without '='", { $0.withAuthorization("SignedHeaders=", "SignedHeaders:") }),
        ("no credential", { $0.withAuthorization("Credential=", "Cred=") }),
        ("no date", { $0.withHeader("x-amz-date", nil) }),
        ("another region", { $0.withAuthorization("/us-east-1/", "/eu-west-1/") }),
    ]

    @Test("is, with bodies or without, a signature or a session token", arguments: changes)
    func signed(_ row: (String, SignatureTests.Change)) async throws {
        let server = try await PipelineUnderTest()
        let token = "VerySecretSessionToken"
        try await server.keys.put(
            RegisteredKey(
                accessKeyIdentifier: "ASIA1",
                accountIdentifier: "444455556666",
                secretAccessKey: "VerySecretAccessKey",
                sessionToken: token
            )
        )
        let key = AccessKey(id: "ASIA1", secretAccessKey: "VerySecretAccessKey", sessionToken: token)
        let request = row.1(Caller(key: key).request("ListSolutions", Body.list))
        let signature = try #require(request.header("authorization")?.split(separator: "Signature=").last)
        _ = await server.pipeline.answer(request)
        for showsBodies in [false, true] {
            let text = Self.text(await server.logged(showsBodies: showsBodies))
            #expect(!text.contains(signature))
            #expect(!text.contains("VerySecret"))
        }
    }

    @Test("nothing secret is kept at all, whoever should come to read it")
    func entry() {
        let refusal = CommonError.incompleteSignature.wireError("Authorization=AWS4-HMAC-SHA256 …")
            .explained([], repeatsSignature: true)
        let entry = RequestEntry.made(refusal: refusal, response: refusal.body(.awsJSON))
        guard case .withheld = entry.response else {
            Issue.record("the answer that repeats the signature is kept")
            return
        }
    }
}
