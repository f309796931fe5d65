import SellingService
import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("AssignOpportunity")
    struct AssignOpportunityTests {
        static func request(_ identifier: String, _ email: String) -> AssignOpportunityRequest {
            AssignOpportunityRequest(
                assignee: AssigneeContact(
                    businessTitle: "PartnerAccountManager",
                    email: email,
                    firstName: "Whatever",
                    lastName: "They say"
                ),
                catalog: .sandbox,
                identifier: identifier
            )
        }

        @Test(
            "gives the opportunity to a user, by the profile's names, in every review state",
            arguments: StoreKind.all
        )
        func assigned(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let lead = "alliance.lead@partner-\(ServiceUnderTest.account).example"
                for status in ReviewStatus.modelled {
                    let identifier = try await service.create()
                    try await service.force(identifier) { $0.reviewStatus = status }
                    let before = try await service.get(identifier)
                    try await service.call(AssignOpportunity.self, Self.request(identifier, lead))
                    let after = try await service.get(identifier)
                    #expect(after.opportunityTeam?.map(\.firstName) == ["Alliance"])
                    #expect(after.opportunityTeam?.map(\.businessTitle) == ["OpportunityOwner"])
                    #expect(after.lastModifiedDate > before.lastModifiedDate)
                }
            }
        }

        @Test("refuses whom the account does not have, another account's lead among them", arguments: StoreKind.all)
        func strangers(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let document = try await service.document(identifier)
                for email in ["who@example.com", "alliance.lead@partner-\(ServiceUnderTest.otherAccount).example"] {
                    let reply = try await refusal {
                        try await service.call(AssignOpportunity.self, Self.request(identifier, email))
                    }
                    #expect(reply.validation?.errorList?.map(\.fieldName) == ["assignee.email"])
                    #expect(try await service.document(identifier) == document)
                }
            }
        }
    }
}
