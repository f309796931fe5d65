import SellingShapes
import Testing

extension SellingServiceTests {
    @Suite("AssociateOpportunity with a solution")
    struct AssociateSolutionTests {
        @Test("a solution must be the caller's, of the catalog, and Active", arguments: StoreKind.all)
        func solutions(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let unknown = try await refusal { try await service.associate(identifier, .solutions, "S-9999999") }
                #expect(unknown.code == "ResourceNotFoundException")
                let inactive = try await refusal { try await service.associate(identifier, .solutions, "S-1111111") }
                #expect(inactive.validation?.errorList?.map(\.code) == [.invalidResourceState])

                for (account, catalog) in [("444455556666", "Sandbox"), (ServiceUnderTest.account, "AWS")] {
                    _ = try await ListSolutionsTests.put(service, "S-9999999", account: account, catalog: catalog)
                    let elsewhere = try await refusal {
                        try await service.associate(identifier, .solutions, "S-9999999")
                    }
                    #expect(elsewhere.code == "ResourceNotFoundException", "\(account) \(catalog)")
                }
                _ = try await ListSolutionsTests.put(service, "S-9999999")
                try await service.associate(identifier, .solutions, "S-9999999")
            }
        }

        @Test("again, it is no change even where the solution was made inactive since", arguments: StoreKind.all)
        func againInactive(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .solutions, "S-1234567")
                _ = try await ListSolutionsTests.put(service, "S-1234567", status: "Inactive")
                try await service.associate(identifier, .solutions, "S-1234567")
                #expect(try await service.events().count == 2)
            }
        }

        @Test("a given solution that was made inactive is inactive", arguments: StoreKind.all)
        func overriddenSolution(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                _ = try await ListSolutionsTests.put(service, "S-1234567", status: "Inactive")
                let refused = try await refusal { try await service.associate(identifier, .solutions, "S-1234567") }
                #expect(refused.validation?.errorList?.map(\.code) == [.invalidResourceState])
            }
        }
    }
}
