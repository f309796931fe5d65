import AWSJSON
import SellingShapes
import SellingWire
import Testing

@Suite("An engagement on the wire")
struct EngagementTests {
    @Test("has contexts, each with the payload of one kind")
    func contexts() throws {
        let text = #"""
            {"Catalog":"Sandbox","ClientToken":"t","Title":"Docks","Description":"From the spring campaign","Contexts":[
             {"Type":"Lead","Payload":{"Lead":{"Customer":{"CompanyName":"Werft","Industry":"Manufacturing","Address":{"CountryCode":"DE"}},
              "Interactions":[{"SourceType":"Campaign","SourceName":"Spring","SourceId":"S1","CustomerAction":"Completed Form",
              "Contact":{"BusinessTitle":"CTO","Email":"ada@werft.example","FirstName":"Ada","LastName":"B"}}]}}},
             {"Type":"CustomerProject","Payload":{"CustomerProject":{"Customer":null,"Project":{"Title":"Docks","BusinessProblem":"Docks stand empty all day.","TargetCompletionDate":"2030-01-31"}}}}]}
            """#
        let read = try parse(CreateEngagementRequest.self, text)
        #expect(read.deviations.isEmpty)
        guard case .lead(let lead) = read.value.contexts?.first?.payload,
            case .customerProject = read.value.contexts?.last?.payload
        else {
            Issue.record("not a lead and a customer project")
            return
        }
        #expect(lead.interactions.first?.sourceName == "Spring")
        #expect(try violations(in: CreateEngagementRequest.self, text).map(\.message) == [])
    }

    @Test(
        "has a payload of exactly one kind",
        arguments: [
            ("{}", 0), (#"{"Lead":null}"#, 0), (#"{"Other":{}}"#, 0),
            (#"{"Lead":{"Customer":{},"Interactions":[]},"CustomerProject":{}}"#, 2),
        ]
    )
    func union(payload: String, count: Int) throws {
        let text =
            #"{"Catalog":"AWS","ClientToken":"t","Title":"T","Description":"D","Contexts":[{"Type":"Lead","Payload":\#(payload)}]}"#
        let found = try violations(in: CreateEngagementRequest.self, text).filter { $0.code == .invalidValue }
        #expect(found.map(\.fieldName) == ["contexts.payload"])
        #expect(
            found.map(\.message) == ["Contexts[0].Payload must have exactly one member that is set, and has \(count)."]
        )
    }

    @Test("that an invitation is to carries its receiver as a union, which the answer's nulls do not disturb")
    func invitation() throws {
        let text = #"{"Account":{"Alias":null,"AwsAccountId":"111122223333"}}"#
        guard case .account(let account) = try parse(Receiver.self, text).value else {
            Issue.record("not an account")
            return
        }
        #expect(account.awsAccountId == "111122223333" && account.alias == nil)
    }
}
