import SellingDomain
import SellingService
import SellingShapes
import Testing

extension SellingServiceTests {
    @Suite("AssociateOpportunity")
    struct AssociateOpportunityTests {
        static let arn = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace"

        /// One entity of each type, such that all of them go together.
        static let entities: [(RelatedEntityType, String)] = [
            (.solutions, "S-1234567"),
            (.awsProducts, "AmazonS3"),
            (.awsMarketplaceOffers, "\(arn)/Offer/offer-1"),
            (.awsMarketplaceSolutions, "\(arn)/Solution/soln-1"),
            (.awsMarketplaceProducts, "\(arn)/SaaSProduct/prod-1"),
        ]

        @Test("shows in GetOpportunity, dates the opportunity and is told", arguments: StoreKind.all)
        func associates(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                for (type, entity) in Self.entities {
                    let before = try await service.get(identifier)
                    service.clock.advance(byMilliseconds: 1_000)
                    try await service.associate(identifier, type, entity)
                    let after = try await service.get(identifier)
                    #expect(after.relatedEntityIdentifiers[type] == [entity])
                    #expect(after.lastModifiedDate == service.clock.now)
                    #expect(before.relatedEntityIdentifiers[type] == [])
                }
                #expect(
                    try await service.events()
                        == ["Opportunity Created"] + Self.entities.map { _ in "Opportunity Updated" })
            }
        }

        @Test("an offer set takes the place of an offer", arguments: StoreKind.all)
        func offerSet(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .awsMarketplaceOffers, "\(Self.arn)/Offer/offer-1")
                let refused = try await refusal {
                    try await service.associate(identifier, .awsMarketplaceOfferSets, "\(Self.arn)/OfferSet/offerset-1")
                }
                #expect(refused.validation?.errorList?.map(\.code) == [.actionNotPermitted])
                try await service.disassociate(identifier, .awsMarketplaceOffers, "\(Self.arn)/Offer/offer-1")
                try await service.associate(identifier, .awsMarketplaceOfferSets, "\(Self.arn)/OfferSet/offerset-1")
                let related = try await service.get(identifier).relatedEntityIdentifiers
                #expect(related.awsMarketplaceOffers == [])
                #expect(related.awsMarketplaceOfferSets == ["\(Self.arn)/OfferSet/offerset-1"])
            }
        }

        @Test("again, it is no change: no new date, no event", arguments: StoreKind.all)
        func again(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .solutions, "S-1234567")
                let before = try await service.document(identifier)
                service.clock.advance(byMilliseconds: 1_000)
                try await service.associate(identifier, .solutions, "S-1234567")
                #expect(try await service.document(identifier) == before)
                #expect(try await service.events() == ["Opportunity Created", "Opportunity Updated"])
            }
        }

        @Test("a solution must be the caller's, of the catalog, and Active", arguments: StoreKind.all)
        func solutions(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let unknown = try await refusal { try await service.associate(identifier, .solutions, "S-9999999") }
                #expect(unknown.code == "ResourceNotFoundException")
                let inactive = try await refusal { try await service.associate(identifier, .solutions, "S-1111111") }
                #expect(inactive.validation?.errorList?.map(\.code) == [.invalidResourceState])

                let solution = NewSolution(
                    identifier: "S-9999999", name: "Ours", category: "Software Product", status: "Active")
                for (account, catalog) in [("444455556666", "Sandbox"), (ServiceUnderTest.account, "AWS")] {
                    _ = try await service.environment.putSolution(account: account, catalog: catalog, solution)
                    let elsewhere = try await refusal { try await service.associate(identifier, .solutions, "S-9999999") }
                    #expect(elsewhere.code == "ResourceNotFoundException", "\(account) \(catalog)")
                }
                _ = try await service.environment.putSolution(
                    account: ServiceUnderTest.account, catalog: "Sandbox", solution)
                try await service.associate(identifier, .solutions, "S-9999999")
            }
        }

        @Test("a given solution that was made inactive is inactive", arguments: StoreKind.all)
        func overriddenSolution(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                _ = try await service.environment.putSolution(
                    account: ServiceUnderTest.account, catalog: "Sandbox",
                    NewSolution(
                        identifier: "S-1234567", name: "Ended", category: "Software Product", status: "Inactive"))
                let refused = try await refusal { try await service.associate(identifier, .solutions, "S-1234567") }
                #expect(refused.validation?.errorList?.map(\.code) == [.invalidResourceState])
            }
        }

        @Test("Marketplace entities: any, until the account has registered one in the catalog", arguments: StoreKind.all)
        func marketplace(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let known = "\(Self.arn)/Solution/soln-known"
                let unknown = "\(Self.arn)/Solution/soln-unknown"
                for (account, catalog) in [("444455556666", "Sandbox"), (ServiceUnderTest.account, "AWS")] {
                    #expect(
                        try await service.environment.putMarketplaceEntity(account: account, catalog: catalog, arn: known))
                }
                let free = try await service.create()
                try await service.associate(free, .awsMarketplaceSolutions, unknown)

                #expect(
                    try await service.environment.putMarketplaceEntity(
                        account: ServiceUnderTest.account, catalog: "Sandbox", arn: known))
                let bound = try await service.create()
                try await service.associate(bound, .awsMarketplaceSolutions, known)
                let refused = try await refusal { try await service.associate(bound, .awsMarketplaceSolutions, unknown) }
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
                        account: ServiceUnderTest.account, catalog: "AWS", arn: "offer-1"))
                #expect(try await service.count("marketplace_entity") == 0)
            }
        }
    }
}
