import Foundation
import Store
import Testing

/// The engines on which every conformance test runs.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite
    case memory
    case postgres

    /// PostgreSQL takes part where COSELL_TEST_POSTGRES holds the URI of a server on which schemas may be made;
    /// `scripts/with-postgres` provides one.
    static let available = allCases.filter { $0 != .postgres || postgresURI != nil }
    static let keptOnDisk = available.filter { $0 != .memory }
    static let postgresURI = ProcessInfo.processInfo.environment["COSELL_TEST_POSTGRES"]

    var testDescription: String { rawValue }

    /// Runs a test on a store that nobody has used.
    func withStore(_ test: (any Store) async throws -> Void) async throws {
        try await withPlace { place in
            let store = try await place.open()
            try await test(store)
            await store.close()
        }
    }

    /// Runs a test that opens its stores itself, in a place that nobody has used.
    func withPlace(_ test: (Place) async throws -> Void) async throws {
        await Turnstile.shared.enter()
        do {
            let place = try await Place.make(self)
            do {
                try await test(place)
            } catch {
                try await place.remove()
                throw error
            }
            try await place.remove()
        } catch {
            await Turnstile.shared.leave()
            throw error
        }
        await Turnstile.shared.leave()
    }
}
