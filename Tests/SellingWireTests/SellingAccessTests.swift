import AWSJSON
import SellingShapes
import SellingWire
import Testing

@Suite("The permission that a request needs")
struct SellingAccessTests {
    @Test("to disassociate names the opportunity, the catalog and the kind of entity")
    func disassociate() {
        let request = DisassociateOpportunityRequest(
            catalog: .sandbox,
            opportunityIdentifier: "O1",
            relatedEntityIdentifier: "S-0000001",
            relatedEntityType: .solutions
        )
        let access = DisassociateOpportunity.access(request)
        #expect(access.action == "partnercentral:DisassociateOpportunity")
        #expect(access.resource == "catalog/Sandbox/opportunity/O1")
        #expect(access.accountInARN)
        #expect(
            access.conditions == [
                "partnercentral:Catalog": ["Sandbox"], "partnercentral:RelatedEntityType": ["Solutions"],
            ]
        )
    }

    @Test("for a resource named by its ARN names that ARN")
    func arn() {
        let arn = "arn:aws:partnercentral:us-east-1::catalog/AWS/engagement/eng-00000000000001"
        #expect(GetEngagement.access(GetEngagementRequest(catalog: .aws, identifier: arn)).resource == arn)
        #expect(
            GetEngagement.access(GetEngagementRequest(catalog: .aws, identifier: "eng-1")).resource
                == "catalog/AWS/engagement/eng-1"
        )
        #expect(!GetEngagement.access(GetEngagementRequest(catalog: .aws, identifier: "eng-1")).accountInARN)
    }

    @Test("to create with tags names the tags")
    func tags() {
        let request = CreateOpportunityRequest(
            catalog: .aws,
            clientToken: "t",
            tags: [Tag(key: "team", value: "north")]
        )
        #expect(CreateOpportunity.access(request).resource == "*")
        #expect(CreateOpportunity.access(request).conditions["partnercentral:Catalog"] == ["AWS"])
    }
}
