import SellingShapes
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    @Suite("Events of an opportunity")
    struct OpportunityEventTests {
        @Test("are told exactly for the changes that happened, in their order", arguments: StoreKind.all)
        func exactly(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create(token: "t")
                _ = try await service.create(token: "t")
                try await service.associate(identifier, .solutions, "S-1234567")
                try await service.associate(identifier, .solutions, "S-1234567")
                _ = try await refusal { try await service.associate(identifier, .solutions, "S-1111111") }
                _ = try await refusal { try await service.disassociate(identifier, .awsProducts, "AmazonS3") }
                try await service.disassociate(identifier, .solutions, "S-1234567")
                _ = try await service.document(identifier)
                #expect(
                    try await service.events()
                        == ["Opportunity Created", "Opportunity Updated", "Opportunity Updated"]
                )
            }
        }

        @Test("say whose, which, when and what, as AWS's events page shows", arguments: StoreKind.all)
        func content(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create(catalog: .aws)
                service.clock.advance(byMilliseconds: 1_500)
                try await service.associate(identifier, .solutions, "S-1234567", catalog: .aws)
                let events = try await service.pendingEvents().map(\.event)
                let opportunity = try await service.get(identifier, catalog: .aws)
                #expect(events.allSatisfy { $0.account == ServiceUnderTest.account && $0.catalog == "AWS" })
                #expect(events.allSatisfy { $0.resource == identifier })
                #expect(
                    events.map(\.occurredAtMilliseconds) == [
                        opportunity.createdDate.millisecondsSinceEpoch,
                        opportunity.lastModifiedDate.millisecondsSinceEpoch,
                    ]
                )
                let detail = #"{"schemaVersion":"1","catalog":"AWS","opportunity":{"identifier":"\#(identifier)"}}"#
                #expect(events.map { String(decoding: $0.detail, as: UTF8.self) } == [detail, detail])
            }
        }
    }
}
