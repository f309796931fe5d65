import ArgumentParser
import Foundation
import SellingService
import SellingShapes
import SmithyTypes
import Store
import StoreSQLite

/// Fills a store, so that lists can be measured on as many opportunities as one likes. One line per fact: a name, a
/// value.
struct LoadStore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Stores opportunities in an SQLite file as cosell would have."
    )

    @Option(help: "The file; it is made where it is missing.")
    var store: String

    @Option(help: "How many opportunities.")
    var count = 1_000_000

    @Option(help: "The account that has them, in catalog Sandbox.")
    var account = "123456789012"

    private static let batch = 1_000

    func run() async throws {
        let (clock, begun) = (ContinuousClock(), ContinuousClock.now)
        let store = try SQLiteStore.open(path: store, durability: .normal)
        do {
            try await fill(store)
        } catch {
            await store.close()
            throw error
        }
        // Closing copies the write-ahead log into the file.
        await store.close()
        print("rows", count)
        print("seconds", (clock.now - begun) / Duration.seconds(1))
        print("bytes", try URL(fileURLWithPath: self.store).resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
    }

    private func fill(_ store: SQLiteStore) async throws {
        try await migrate(store, [.house, .selling])
        // No page is turned here, so that any key will do; and the samples bring their own dates.
        let environment = SellingEnvironment(
            store: store,
            region: "us-east-1",
            pageTokenKey: Array(repeating: 0, count: 32),
            now: { Timestamp(millisecondsSinceEpoch: 0) }
        )
        let samples = SampleOpportunities()
        for start in stride(from: 0, to: count, by: Self.batch) {
            var number = start
            let size = min(Self.batch, count - start)
            try await environment.loadOpportunities(size, account: account, catalog: .sandbox) { given in
                number += 1
                return samples.make(number, given)
            }
        }
    }
}
