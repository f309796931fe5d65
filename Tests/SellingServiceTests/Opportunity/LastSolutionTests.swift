import SellingShapes
import Testing

extension SellingServiceTests {
    @Suite("The last solution, across requests")
    struct LastSolutionTests {
        @Test(
            "goes while Pending Submission, stays afterwards until its replacement is there",
            arguments: StoreKind.all
        )
        func replacement(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .solutions, "S-1234567")
                try await service.disassociate(identifier, .solutions, "S-1234567")
                try await service.associate(identifier, .solutions, "S-1234567")
                try await service.force(identifier) { $0.reviewStatus = .submitted }
                let refused = try await refusal { try await service.disassociate(identifier, .solutions, "S-1234567") }
                let exception = try #require(refused.validation)
                #expect(exception.reason == .businessValidationFailed)
                #expect(exception.errorList?.map(\.fieldName) == ["relatedEntityIdentifier"])
                #expect(exception.message == exception.errorList?.first?.message)
                try await service.associate(identifier, .solutions, "S-7654321")
                try await service.disassociate(identifier, .solutions, "S-1234567")
                #expect(try await service.get(identifier).relatedEntityIdentifiers.solutions == ["S-7654321"])
            }
        }

        @Test("of two removed at once one stays: each request alone would have been right", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                for _ in 0..<10 {
                    let identifier = try await service.create()
                    try await service.associate(identifier, .solutions, "S-1234567")
                    try await service.associate(identifier, .solutions, "S-7654321")
                    try await service.force(identifier) { $0.reviewStatus = .submitted }
                    async let first = Self.removes("S-1234567", identifier, service)
                    async let second = Self.removes("S-7654321", identifier, service)
                    let removed = try await [first, second]
                    #expect(removed.count { $0 } == 1)
                    #expect(try await service.get(identifier).relatedEntityIdentifiers.solutions?.count == 1)
                }
            }
        }

        private static func removes(
            _ solution: String,
            _ identifier: String,
            _ service: ServiceUnderTest
        ) async throws -> Bool {
            do {
                try await service.disassociate(identifier, .solutions, solution)
                return true
            } catch let reply as Reply where reply.validation != nil {
                return false
            }
        }
    }
}
