import AWSJSON
import SellingShapes
import SellingWire
import SmithyTypes
import Testing

@Suite("An opportunity on the wire")
struct OpportunityTests {
    @Test("is read in full, and written and read again as the same")
    func create() throws {
        let read = try parse(CreateOpportunityRequest.self, OpportunityDocuments.createRequest)
        #expect(read.deviations.isEmpty)
        #expect(try parse(CreateOpportunityRequest.self, text(of: read.value)).value == read.value)
        #expect(
            try violations(in: CreateOpportunityRequest.self, OpportunityDocuments.createRequest).map(\.message) == []
        )
    }

    @Test("says what its document says")
    func members() throws {
        let request = try parse(CreateOpportunityRequest.self, OpportunityDocuments.createRequest).value
        #expect(request.catalog == .sandbox)
        #expect(request.origin == .partnerReferral)
        #expect(request.customer?.account?.otherIndustry == nil)
        #expect(request.customer?.contacts?.first?.lastName == "B\u{E4}r")
        #expect(request.lifeCycle?.nextStepsHistory?.first?.time == Timestamp(iso8601: "2025-12-15T19:58:11.520Z".utf8))
        #expect(request.lifeCycle?.targetCloseDate == "2030-02-28")
        #expect(request.project?.expectedCustomerSpend?.first?.amount == "25000.00")
        #expect(request.project?.apnPrograms == [])
        #expect(request.tags?.map(\.key) == ["team"])
        #expect(CreateOpportunity.clientToken(of: request) == "3f2c1d9e-5a41-4f7e-9d52-0c6a1f6f8e11")
    }

    @Test("is read from an answer whose unset members are null, and spells them so again")
    func get() throws {
        let response = try parse(GetOpportunityResponse.self, OpportunityDocuments.getResponse)
        #expect(response.deviations.isEmpty)
        #expect(response.value.softwareRevenue == nil && response.value.customer?.account?.websiteUrl == nil)
        #expect(response.value.primaryNeedsFromAws?.first?.isModelled == true)
        let document = try parse(Document.self, text(of: response.value, unset: .null)).value
        #expect(document["SoftwareRevenue"] == .null)
        #expect(document["Customer"]?["Account"]?["Address"]?["City"] == .null)
        #expect(document["Marketing"]?["Channels"] == .null)
        #expect(document["Project"]?["ExpectedContractDuration"] == .null)
        #expect(document["RelatedEntityIdentifiers"]?["Solutions"] == .list([.string("S-0059631")]))
        #expect(document["CreatedDate"] == .string("2025-12-15T23:33:13.000Z"))
    }

    @Test("has no null in the awsJson form")
    func noNulls() throws {
        let response = try parse(GetOpportunityResponse.self, OpportunityDocuments.getResponse).value
        #expect(!text(of: response).contains("null"))
        #expect(try parse(GetOpportunityResponse.self, text(of: response)).value == response)
    }

    @Test("that came from GetOpportunity can be sent to UpdateOpportunity, members that update does not have included")
    func echo() throws {
        let echoed = OpportunityDocuments.getResponse.replacing("\"Id\":", with: "\"Identifier\":")
        let read = try parse(UpdateOpportunityRequest.self, echoed)
        #expect(read.deviations.isEmpty)
        #expect(read.value.identifier == "O1")
        #expect(read.value.lastModifiedDate == Timestamp(iso8601: "2025-12-15T23:33:13.149Z".utf8))
    }

    @Test("that is wrong in many ways is told all of them at once")
    func manyViolations() throws {
        let text = #"""
            {"Catalog":"Foo","Origin":"Somewhere","Customer":{"Account":{"Address":{"CountryCode":"USA"},"Duns":"1"}},
             "LifeCycle":{"TargetCloseDate":"2030-2-28","Stage":"prospect"},"Project":{"ExpectedCustomerSpend":[
             {"Amount":"-1","CurrencyCode":"EURO","Frequency":"Yearly","TargetCompany":"AWS","EstimationUrl":"https://x.example"},{}]}}
            """#
        let found = try violations(in: CreateOpportunityRequest.self, text)
        #expect(
            Set(found.map { "\($0.fieldName) \($0.code.rawValue)" }) == [
                "clientToken REQUIRED_FIELD_MISSING", "catalog INVALID_ENUM_VALUE", "origin INVALID_ENUM_VALUE",
                "customer.account.companyName REQUIRED_FIELD_MISSING",
                "customer.account.address.countryCode INVALID_ENUM_VALUE",
                "customer.account.duns INVALID_STRING_FORMAT", "lifeCycle.targetCloseDate INVALID_STRING_FORMAT",
                "lifeCycle.stage INVALID_ENUM_VALUE",
                "project.expectedCustomerSpend.amount INVALID_STRING_FORMAT",
                "project.expectedCustomerSpend.currencyCode INVALID_ENUM_VALUE",
                "project.expectedCustomerSpend.frequency INVALID_ENUM_VALUE",
                "project.expectedCustomerSpend.estimationUrl INVALID_STRING_FORMAT",
                "project.expectedCustomerSpend.currencyCode REQUIRED_FIELD_MISSING",
                "project.expectedCustomerSpend.frequency REQUIRED_FIELD_MISSING",
                "project.expectedCustomerSpend.targetCompany REQUIRED_FIELD_MISSING",
            ]
        )
        #expect(
            found.first { $0.fieldName == "lifeCycle.stage" }?.message.hasSuffix("Did you mean 'Prospect'?") == true
        )
    }
}
