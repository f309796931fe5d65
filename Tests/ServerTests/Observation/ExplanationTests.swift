import AWSJSON
import SmithyTypes
import Testing

@testable import Server

@Suite("Every refusal is explained")
struct ExplanationTests {
    @Test("with its rule, a sentence, its evidence and how sure we are", arguments: RefusedRequest.all)
    func explained(_ row: RefusedRequest) async throws {
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
