import AWSJSON
import Testing

@testable import Server

@Suite("What a request's outside says")
struct FrameTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        var method = "POST"
        var path = "/"
        var type: String? = "application/x-amz-json-1.0"
        var target: String? = "AWSPartnerCentralSelling.ListSolutions"

        var testDescription: String { name }

        var request: IncomingRequest {
            var headers: [(name: String, value: String)] = []
            if let type { headers.append(("Content-Type", type)) }
            if let target { headers.append(("X-Amz-Target", target)) }
            return Caller().sign(method: method, target: path, headers: headers, body: Body.list)
        }
    }

    static let operations: [Row] = [
        Row(name: "awsJson 1.0"),
        Row(name: "awsJson 1.1", type: "application/x-amz-json-1.1"),
        Row(name: "with a parameter", type: "application/x-amz-json-1.0; charset=utf-8"),
        Row(name: "with a parameter and no blank", type: "application/x-amz-json-1.0;charset=utf-8"),
        Row(name: "in capitals", type: "Application/X-Amz-JSON-1.0"),
        Row(name: "with a query", path: "/?trace=1"),
        Row(name: "path-style", path: "/ListSolutions", type: "application/json", target: nil),
        Row(
            name: "path-style with a parameter",
            path: "/ListSolutions",
            type: "application/json; charset=UTF-8",
            target: nil
        ),
        Row(name: "path-style with a query", path: "/ListSolutions?x=y", type: "application/json", target: nil),
        Row(
            name: "path-style, whose target header does not count",
            path: "/ListSolutions",
            type: "application/json",
            target: "AWSPartnerCentralSelling.GetOpportunity"
        ),
    ]

    @Test("these name an operation", arguments: operations)
    func accepted(_ row: Row) async throws {
        let answer = try await PipelineUnderTest().pipeline.answer(row.request)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(answer.text.contains("S-1234567"))
        let isAWSJSON = row.request.path == "/"
        #expect(answer.header("content-type") == (isAWSJSON ? "application/x-amz-json-1.0" : "application/json"))
        #expect(answer.text.contains(#""NextToken":null"#) == !isAWSJSON)
    }

    static let others: [(Row, message: String)] = [
        (Row(name: "GET", method: "GET"), "Operations are called by POST, not by GET."),
        (Row(name: "OPTIONS", method: "OPTIONS"), "Operations are called by POST, not by OPTIONS."),
        (Row(name: "post in small letters", method: "post"), "Operations are called by POST, not by post."),
        (
            Row(name: "no content type", type: nil),
            "Content-Type '' is not the one of this binding, application/x-amz-json-1.0."
        ),
        (
            Row(name: "plain JSON at the root", type: "application/json"),
            "Content-Type 'application/json' is not the one of this binding, application/x-amz-json-1.0."
        ),
        (
            Row(name: "awsJson by path", path: "/ListSolutions"),
            "Content-Type 'application/x-amz-json-1.0' is not the one of this binding, application/json."
        ),
        (
            Row(name: "a form by path", path: "/ListSolutions", type: "application/x-www-form-urlencoded"),
            "Content-Type 'application/x-www-form-urlencoded' is not the one of this binding, application/json."
        ),
        (
            Row(name: "a type that only begins so", type: "application/x-amz-json-1.0x"),
            "Content-Type 'application/x-amz-json-1.0x' is not the one of this binding, application/x-amz-json-1.0."
        ),
        (Row(name: "no target", target: nil), "The header X-Amz-Target is missing."),
        (
            Row(name: "another service's target", target: "DynamoDB_20120810.ListTables"),
            "X-Amz-Target must begin with 'AWSPartnerCentralSelling.'."
        ),
        (
            Row(name: "the service's name alone", target: "AWSPartnerCentralSelling"),
            "X-Amz-Target must begin with 'AWSPartnerCentralSelling.'."
        ),
        (
            Row(name: "a near name", target: "AWSPartnerCentralSelling.listsolution"),
            "Unknown operation 'listsolution'. Did you mean 'ListSolutions'?"
        ),
        (
            Row(name: "a near name by path", path: "/GetOportunity", type: "application/json", target: nil),
            "Unknown operation 'GetOportunity'. Did you mean 'GetOpportunity'?"
        ),
        (
            Row(name: "a name like no other", target: "AWSPartnerCentralSelling.Frobnicate"),
            "Unknown operation 'Frobnicate'."
        ),
        (Row(name: "an empty name", target: "AWSPartnerCentralSelling."), "Unknown operation ''."),
        (
            Row(name: "a longer path", path: "/ListSolutions/", type: "application/json", target: nil),
            "Unknown operation 'ListSolutions/'. Did you mean 'ListSolutions'?"
        ),
    ]

    @Test("these do not, and are told why", arguments: others)
    func refused(_ row: Row, _ message: String) async throws {
        let answer = try await PipelineUnderTest().pipeline.answer(row.request)
        #expect(answer.status == 400)
        #expect(answer.errorCode == "UnknownOperationException")
        #expect(answer.message == message)
    }

    @Test("a name of any length is answered shortly")
    func longName() async throws {
        let row = Row(name: "", target: "AWSPartnerCentralSelling." + String(repeating: "x", count: 100_000))
        let answer = try await PipelineUnderTest().pipeline.answer(row.request)
        #expect(answer.errorCode == "UnknownOperationException")
        #expect(answer.body.count < 300)
    }
}
