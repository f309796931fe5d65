import AWSJSON
import Logging
import SellingService
import SellingShapes
import SellingWire
import Store
import Testing

@testable import Server

@Suite("Answers")
struct AnswerTests {
    @Test("a success has its content type and an identifier", arguments: [Binding.awsJSON, .pathStyle])
    func success(_ binding: Binding) async throws {
        let answer = try await PipelineUnderTest().send("ListSolutions", Body.list, in: binding)
        #expect(answer.status == 200)
        #expect(answer.header("content-type") == binding.contentType)
        #expect(answer.header("x-amzn-RequestId") != nil)
        #expect(answer.header("x-amzn-ErrorType") == nil)
        #expect(answer.header("retry-after") == nil)
        #expect(!answer.isLost)
    }

    @Test(
        "an operation without output has an empty body and still a content type",
        arguments: [Binding.awsJSON, .pathStyle]
    )
    func empty(_ binding: Binding) async throws {
        let server = try await PipelineUnderTest()
        let identifier = try #require(await server.send("CreateOpportunity", Body.create).members["Id"])
        let answer = await server.send(
            "AssociateOpportunity",
            #"{"Catalog":"Sandbox","OpportunityIdentifier":"\#(identifier)","RelatedEntityIdentifier":"S-1234567","RelatedEntityType":"Solutions"}"#,
            in: binding
        )
        #expect(answer.status == 200)
        #expect(answer.body.isEmpty)
        #expect(answer.header("content-type") == binding.contentType)
    }

    @Test("a modelled error, in each binding's form and status")
    func modelledError() async throws {
        let server = try await PipelineUnderTest()
        let plain = await server.send("GetOpportunity", Body.absent)
        #expect(plain.status == 400)
        #expect(plain.text == #"{"__type":"ResourceNotFoundException","Message":"Resource not found"}"#)
        #expect(plain.header("content-type") == "application/x-amz-json-1.0")
        let spelled = await server.send("GetOpportunity", Body.absent, in: .pathStyle)
        #expect(spelled.status == 404)
        #expect(spelled.text == #"{"Message":"Resource not found"}"#)
        #expect(spelled.header("content-type") == "application/json")
        #expect([plain, spelled].allSatisfy { $0.errorCode == "ResourceNotFoundException" })
    }

    static let commonStatuses: [CommonError: Int] = [
        .missingAuthenticationToken: 400, .incompleteSignature: 400, .invalidSignature: 400, .unrecognizedClient: 400,
        .expiredToken: 400, .unknownOperation: 400, .serialization: 400, .requestEntityTooLarge: 413,
        .serviceUnavailable: 503, .internalFailure: 500,
    ]

    @Test(
        "a common error, in each binding's form and status",
        arguments: CommonError.allCases,
        [Binding.awsJSON, .pathStyle]
    )
    func commonError(_ error: CommonError, _ binding: Binding) async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "f", kind: .error(code: error.rawValue, message: nil)))
        let answer = await server.send("ListSolutions", Body.list, in: binding)
        #expect(answer.status == Self.commonStatuses[error])
        #expect(answer.errorCode == error.rawValue)
        #expect(answer.header("content-type") == binding.contentType)
        #expect(answer.members["message"] == error.typicalMessage)
        #expect(answer.members["__type"] == (binding == .awsJSON ? "com.amazon.coral.service#\(error.rawValue)" : nil))
        #expect(answer.header("retry-after") == (error == .serviceUnavailable ? "1" : nil))
    }

    static let retryable: [(String, seconds: String?)] = [
        ("ThrottlingException", "1"), ("InternalServerException", "1"), ("ServiceUnavailable", "1"),
        ("ConflictException", nil), ("ResourceNotFoundException", nil), ("ValidationException", nil),
        ("ServiceQuotaExceededException", nil), ("AccessDeniedException", nil), ("InternalFailure", nil),
    ]

    @Test("Retry-After goes with what may pass by waiting, and with nothing else", arguments: retryable)
    func retryAfter(_ code: String, _ seconds: String?) async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "f", kind: .error(code: code, message: nil)))
        for binding in [Binding.awsJSON, .pathStyle] {
            #expect(await server.send("ListSolutions", Body.list, in: binding).header("retry-after") == seconds)
        }
    }

    @Test("a body that was too large to read is refused in the binding of its path")
    func tooLarge() async throws {
        let server = try await PipelineUnderTest()
        for (path, binding) in [("/", Binding.awsJSON), ("/?x", .awsJSON), ("/ListSolutions", .pathStyle)] {
            let request = IncomingRequest(method: "POST", target: path, headers: [], body: [])
            let answer = server.pipeline.refuseTooLarge(request, maximumBodyBytes: 1_048_576)
            #expect(answer.status == 413)
            #expect(answer.errorCode == "RequestEntityTooLargeException")
            #expect(answer.header("content-type") == binding.contentType)
            #expect(answer.message?.contains("1048576 bytes") == true)
        }
    }

    // MARK: Our own faults

    struct Accident: Error, CustomStringConvertible {
        var description: String { "the accident with the secret detail" }
    }

    /// An operation that breaks.
    struct BrokenOperation: Operation {
        typealias Contract = GetOpportunity

        func run(_ input: GetOpportunityRequest, for call: Call) async throws -> Answer<GetOpportunityResponse> {
            throw Accident()
        }
    }

    @Test(
        "what should not have happened is answered without detail and logged with its cause",
        arguments: [Binding.awsJSON, .pathStyle]
    )
    func internalError(_ binding: Binding) async throws {
        let server = try await PipelineUnderTest { selling in
            ServiceDefinition(
                targetPrefix: selling.targetPrefix,
                signingName: selling.signingName,
                arnService: selling.arnService,
                operationNames: selling.operationNames,
                endpoints: [Endpoint(BrokenOperation())],
                refusals: selling.refusals
            )
        }
        let answer = await server.send("GetOpportunity", Body.absent, in: binding)
        #expect(answer.status == 500)
        #expect(answer.errorCode == "InternalServerException")
        #expect(answer.message == "The service could not process the request.")
        #expect(!answer.text.contains("accident"))
        let line = try #require(server.log.lines.first { $0.level == .error })
        #expect(line.message == "internal error")
        #expect(line.metadata["cause"] == "the accident with the secret detail")
        #expect(line.metadata["operation"] == "GetOpportunity")
        #expect(line.metadata["request"] == answer.header("x-amzn-RequestId"))
    }

    @Test("a store that is gone is such a thing")
    func closedStore() async throws {
        let server = try await PipelineUnderTest()
        _ = await server.send("ListSolutions", Body.list)
        await server.store.close()
        let answer = await server.send("ListSolutions", Body.list)
        #expect(answer.status == 500)
        #expect(answer.errorCode == "InternalServerException")
        #expect(!answer.text.contains("closed"))
        #expect(server.log.lines.contains { $0.level == .error && $0.metadata["cause"]?.contains("closed") == true })
    }

    @Test("a refusal is no accident: nothing is logged as an error")
    func refusalIsNoError() async throws {
        let server = try await PipelineUnderTest()
        for (operation, body) in [("GetOpportunity", Body.absent), ("ListSolutions", "{"), ("Nothing", "{}")] {
            _ = await server.send(operation, body)
        }
        #expect(server.log.lines.allSatisfy { $0.level == .info })
        #expect(server.log.lines.count == 3)
    }
}
