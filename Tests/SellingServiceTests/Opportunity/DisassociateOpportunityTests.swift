import AWSJSON
import SellingService
import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("DisassociateOpportunity")
    struct DisassociateOpportunityTests {
        static let body = #"""
            {"Catalog": "Sandbox", "OpportunityIdentifier": "%", "RelatedEntityIdentifier": "S-1234567",
             "RelatedEntityType": "Solutions"}
            """#

        @Test("removes the association, dates the opportunity and is told", arguments: StoreKind.all)
        func disassociates(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .solutions, "S-1234567")
                try await service.associate(identifier, .solutions, "S-7654321")
                let before = try await service.get(identifier)
                service.clock.advance(byMilliseconds: 1_000)
                try await service.disassociate(identifier, .solutions, "S-1234567")
                var after = try await service.get(identifier)
                #expect(after.relatedEntityIdentifiers.solutions == ["S-7654321"])
                #expect(after.lastModifiedDate == service.clock.now)
                after.relatedEntityIdentifiers.solutions = ["S-1234567", "S-7654321"]
                after.lastModifiedDate = before.lastModifiedDate
                #expect(after == before)
                #expect(try await service.events().last == "Opportunity Updated")
                #expect(try await service.events().count == 4)
            }
        }

        @Test("answers an empty body in both bindings", arguments: StoreKind.all)
        func emptyBody(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let body = Self.body.replacing("%", with: identifier)
                for binding in [Binding.awsJSON, .pathStyle] {
                    try await service.associate(identifier, .solutions, "S-1234567")
                    let reply = try await service.send("DisassociateOpportunity", body, in: binding)
                    #expect(reply.code == nil)
                    #expect(reply.body.isEmpty)
                }
            }
        }

        @Test("a second time there is nothing to remove", arguments: StoreKind.all)
        func twice(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .solutions, "S-1234567")
                try await service.disassociate(identifier, .solutions, "S-1234567")
                let refused = try await refusal { try await service.disassociate(identifier, .solutions, "S-1234567") }
                #expect(refused.code == "ResourceNotFoundException")
            }
        }

        @Test("of fifty at once exactly one removes it, the others find nothing", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .solutions, "S-1234567")
                let body = Self.body.replacing("%", with: identifier)
                let codes = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 0..<50 {
                        group.addTask { try await service.send("DisassociateOpportunity", body).code ?? "OK" }
                    }
                    return try await group.reduce(into: [String]()) { $0.append($1) }
                }
                #expect(codes.count { $0 == "OK" } == 1)
                #expect(codes.count { $0 == "ResourceNotFoundException" } == 49)
                #expect(
                    try await service.events()
                        == ["Opportunity Created", "Opportunity Updated", "Opportunity Updated"]
                )
            }
        }

        @Test("on a clock that stands still every change still has a date of its own", arguments: StoreKind.all)
        func standingClock(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                var dates = [try await service.get(identifier).lastModifiedDate]
                for _ in 0..<3 {
                    try await service.associate(identifier, .awsProducts, "AmazonS3")
                    dates.append(try await service.get(identifier).lastModifiedDate)
                    try await service.disassociate(identifier, .awsProducts, "AmazonS3")
                    dates.append(try await service.get(identifier).lastModifiedDate)
                }
                #expect(Set(dates).count == 7)
                #expect(dates == dates.sorted())
            }
        }

        @Test("what was registered and is no more can still be removed: an association outlives its entity")
        func outlives() async throws {
            try await StoreKind.memory.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .solutions, "S-1234567")
                _ = try await service.environment.putSolution(
                    account: ServiceUnderTest.account,
                    catalog: "Sandbox",
                    .init(identifier: "S-1234567", name: "Ended", category: "Software Product", status: "Inactive")
                )
                try await service.disassociate(identifier, .solutions, "S-1234567")
            }
        }
    }
}
