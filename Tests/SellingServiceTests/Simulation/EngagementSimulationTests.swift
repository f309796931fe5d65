import Foundation
import SmithyTypes
import Testing

extension SellingServiceTests {
    /// Operations in random order, with steps of the clock and restarts between them; a seed that failed fails again.
    @Suite("Engagements, whatever happens in whatever order")
    struct EngagementSimulationTests {
        /// `COSELL_SOAK` multiplies the rounds.
        static let seeds = 1...(2 * (ProcessInfo.processInfo.environment["COSELL_SOAK"].flatMap(Int.init) ?? 1))

        @Test("keep to the model and lose nothing, with tasks done at once", arguments: StoreKind.all, seeds)
        func atOnce(_ kind: StoreKind, _ seed: Int) async throws {
            try await kind.withService { service in
                var simulation = EngagementSimulation(service, seed: seed)
                try await simulation.run(operations: 60)
            }
        }

        @Test("keep to the model and lose nothing, with tasks that take time", arguments: StoreKind.all, seeds)
        func slowly(_ kind: StoreKind, _ seed: Int) async throws {
            try await kind.withSlowService { service in
                var simulation = EngagementSimulation(service, seed: 1_000 + seed)
                try await simulation.run(operations: 60)
            }
        }
    }
}
