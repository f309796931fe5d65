import Foundation
import Testing

@Suite("The house names no service")
struct HouseTests {
    static let house = [
        "AWSJSON", "SigV4", "Store", "StoreSQLite", "StorePostgres", "Identity", "Server", "SmithyTypes",
        "EventDelivery",
    ]
    /// In code, literals included; a comment may tell of a service by way of example.
    static let names = ["selling", "opportunity", "partnercentral", "engagement"]

    @Test("in its code", arguments: house)
    func code(_ target: String) throws {
        let files = Checkout.here.swiftFiles(below: "Sources/\(target)")
        #expect(!files.isEmpty)
        for file in files {
            let code = SwiftSource(try Checkout.here.bytes(file)).lines(.code, .literal).joined(separator: "\n")
                .lowercased()
            for name in Self.names {
                let isNamed = code.utf8.contains(name.utf8)
                #expect(!isNamed, "\(file) names '\(name)'")
            }
        }
    }

    @Test("in the names of its files", arguments: house)
    func files(_ target: String) {
        for file in Checkout.here.swiftFiles(below: "Sources/\(target)") {
            #expect(Self.names.allSatisfy { !file.lowercased().contains($0) }, "\(file)")
        }
    }
}

extension Collection<UInt8> {
    fileprivate func contains(_ part: some Collection<UInt8>) -> Bool {
        Data(self).range(of: Data(part)) != nil
    }
}
