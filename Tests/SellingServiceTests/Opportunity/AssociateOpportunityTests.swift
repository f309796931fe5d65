import SellingDomain
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
                        == ["Opportunity Created"] + Self.entities.map { _ in "Opportunity Updated" }
                )
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

        @Test("all that is wrong is told together: the name, the limit, the other kind", arguments: StoreKind.all)
        func together(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .awsMarketplaceOffers, "\(Self.arn)/Offer/offer-1")
                let refused = try await refusal {
                    try await service.associate(identifier, .awsMarketplaceOffers, "offer-2")
                }
                #expect(refused.validation?.errorList?.map(\.code) == [.invalidValue, .tooManyValues])
                let other = try await refusal {
                    try await service.associate(identifier, .awsMarketplaceOfferSets, "offerset-2")
                }
                #expect(other.validation?.errorList?.map(\.code) == [.invalidValue, .actionNotPermitted])
            }
        }
    }
}
