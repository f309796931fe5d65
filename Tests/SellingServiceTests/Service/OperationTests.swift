import AWSJSON
import Testing

extension SellingServiceTests {
    @Suite("The operations")
    struct OperationTests {
        @Test("are the model's 45, each with its own endpoint")
        func all() async throws {
            try await StoreKind.memory.withService { service in
                #expect(service.definition.operationNames.count == 45)
                #expect(Set(service.definition.endpoints.keys) == service.definition.operationNames)
                for (name, endpoint) in service.definition.endpoints { #expect(endpoint.name == name) }
            }
        }
    }
}
