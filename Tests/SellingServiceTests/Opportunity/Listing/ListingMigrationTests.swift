import AWSJSON
import SellingService
import SellingShapes
import SellingWire
import Store
import Testing

extension SellingServiceTests {
    @Suite("The migration to listed opportunities")
    struct ListingMigrationTests {
        private static let insert: Statement = """
            INSERT INTO opportunity (account, catalog, id, origin, document)
            VALUES ($1, 'Sandbox', 'O10000001', 'Partner Referral', $2)
            """

        @Test("keeps the opportunities that there were, to the last byte", arguments: StoreKind.all)
        func kept(_ kind: StoreKind) async throws {
            try await kind.withStore { store in
                let before = MigrationRoom(
                    name: MigrationRoom.selling.name,
                    migrations: MigrationRoom.selling.migrations.filter { $0.number < 2 }
                )
                try await migrate(store, [.house, before])
                let document = GetOpportunityResponse.listed("O10000001", company: "Acme").encoded()
                try await store.write {
                    try $0.run(Self.insert, [.text(ServiceUnderTest.account), .bytes(document)])
                }
                let service = try await ServiceUnderTest(on: store)
                #expect(Array(try await service.document("O10000001").utf8) == document)
                // Its columns are true as soon as it is changed.
                let opportunity = try await service.get("O10000001")
                try await service.replace([opportunity])
                let found = try await service.list { $0.customerCompanyName = ["ACME"] }
                #expect(found.identifiers == ["O10000001"])
            }
        }
    }
}
