import SellingService
import SellingShapes
import Testing

extension SellingServiceTests {
    @Suite("AssociateOpportunity with a Marketplace entity")
    struct MarketplaceEntityTests {
        @Test(
            "any will do, until the account has registered one in the catalog",
            arguments: StoreKind.all
        )
        func marketplace(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let known = "\(AssociateOpportunityTests.arn)/Solution/soln-known"
                let unknown = "\(AssociateOpportunityTests.arn)/Solution/soln-unknown"
                for (account, catalog) in [("444455556666", "Sandbox"), (ServiceUnderTest.account, "AWS")] {
                    #expect(
                        try await service.environment.putMarketplaceEntity(
                            account: account,
                            catalog: catalog,
                            arn: known
                        )
                    )
                }
                let free = try await service.create()
                try await service.associate(free, .awsMarketplaceSolutions, unknown)

                #expect(
                    try await service.environment.putMarketplaceEntity(
                        account: ServiceUnderTest.account,
                        catalog: "Sandbox",
                        arn: known
                    )
                )
                let bound = try await service.create()
                try await service.associate(bound, .awsMarketplaceSolutions, known)
                let refused = try await refusal {
                    try await service.associate(bound, .awsMarketplaceSolutions, unknown)
                }
                #expect(refused.code == "ResourceNotFoundException")
                // What was associated before stays, and can be removed.
                try await service.disassociate(free, .awsMarketplaceSolutions, unknown)
            }
        }

        @Test("what is no ARN is not registered", arguments: StoreKind.all)
        func registration(_ kind: StoreKind) async throws {
            try await kind.withService { service async throws in
                #expect(
                    try await !service.environment.putMarketplaceEntity(
                        account: ServiceUnderTest.account,
                        catalog: "AWS",
                        arn: "offer-1"
                    )
                )
                #expect(try await service.count("marketplace_entity") == 0)
            }
        }
    }
}
