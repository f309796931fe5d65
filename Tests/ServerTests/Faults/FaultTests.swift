import AWSJSON
import Testing

@testable import Server

@Suite("Faults that were asked for, in the pipeline")
struct FaultTests {
    // MARK: Kinds

    @Test("an error comes before the operation runs: nothing is changed")
    func error() async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "f", kind: .error(code: "ConflictException", message: "Because.")))
        let plain = await server.send("CreateOpportunity", Body.create)
        #expect(plain.status == 400)
        #expect(plain.text == #"{"__type":"ConflictException","Message":"Because."}"#)
        #expect(await server.send("CreateOpportunity", Body.create, in: .pathStyle).status == 409)
        #expect(try await server.opportunities() == 0)
    }

    @Test("an error that nobody knows is an internal one")
    func unknownError() async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "f", kind: .error(code: "TeapotException", message: "Short.")))
        let answer = await server.send("ListSolutions", Body.list)
        #expect(answer.status == 500)
        #expect(answer.errorCode == "InternalServerException")
    }

    @Test("latency passes on the real clock, and the request is served then")
    func latency() async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "f", kind: .latency(milliseconds: 60)))
        let start = ContinuousClock.now
        #expect(await server.send("ListSolutions", Body.list).status == 200)
        #expect(ContinuousClock.now - start >= .milliseconds(60))
    }

    @Test("a lost response is lost after the commit, and the SDK's retry has its answer")
    func lostResponse() async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "f", kind: .lostResponse, times: 1))
        let lost = await server.send("CreateOpportunity", Body.create)
        #expect(lost.isLost)
        #expect(try await server.opportunities() == 1)
        let retry = await server.send("CreateOpportunity", Body.create)
        #expect(!retry.isLost)
        #expect(retry.text == lost.text)
        #expect(try await server.opportunities() == 1)
    }

    @Test("a refusal is not lost: nothing was committed")
    func refusalIsNotLost() async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "f", kind: .lostResponse))
        let answer = await server.send("GetOpportunity", Body.absent)
        #expect(!answer.isLost)
        #expect(answer.errorCode == "ResourceNotFoundException")
    }

    @Test("several faults of one request all happen")
    func several() async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "slow", kind: .latency(milliseconds: 40)))
        server.faults.put(Fault(name: "lost", kind: .lostResponse))
        let start = ContinuousClock.now
        #expect(await server.send("ListSolutions", Body.list).isLost)
        #expect(ContinuousClock.now - start >= .milliseconds(40))
    }

    // MARK: Which requests

    static let scopes: [(Fault, met: [Bool])] = [
        (Fault(name: "f", kind: .lostResponse), [true, true, true]),
        (Fault(name: "f", kind: .lostResponse, operation: "ListSolutions"), [true, false, true]),
        (Fault(name: "f", kind: .lostResponse, accountIdentifier: "444455556666"), [false, false, true]),
        (Fault(name: "f", kind: .lostResponse, catalog: "AWS"), [false, true, false]),
        (
            Fault(
                name: "f",
                kind: .lostResponse,
                operation: "ListSolutions",
                accountIdentifier: "123456789012",
                catalog: "Sandbox"
            ), [true, false, false]
        ),
        (Fault(name: "f", kind: .lostResponse, operation: "UpdateOpportunity"), [false, false, false]),
    ]

    @Test("are those of the operation, account and catalog that the fault names", arguments: scopes)
    func scope(_ fault: Fault, _ met: [Bool]) async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(fault)
        let answers = [
            await server.send("ListSolutions", Body.list),
            await server.send("CreateOpportunity", #"{"Catalog":"AWS","ClientToken":"t"}"#),
            await server.send("ListSolutions", Body.list, by: .of(account: "444455556666")),
        ]
        #expect(answers.map(\.isLost) == met)
    }

    @Test("are only those that would have run: one refused before is not counted")
    func notCounted() async throws {
        let server = try await PipelineUnderTest()
        server.faults.put(Fault(name: "f", kind: .lostResponse, times: 1))
        _ = await server.send("ListSolutions", "{")
        _ = await server.send("ListSolutions", "{}")
        var stranger = Caller()
        stranger.region = "eu-west-1"
        _ = await server.send("ListSolutions", Body.list, by: stranger)
        #expect(server.faults.faults.count == 1)
        #expect(await server.send("ListSolutions", Body.list).isLost)
        #expect(server.faults.faults.isEmpty)
    }
}
