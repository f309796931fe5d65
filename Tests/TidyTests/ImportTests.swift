import Testing

@Suite("Which room may use which")
struct ImportTests {
    /// The table of the architecture. Whoever may use a service's wire may use what its types are made of: the shapes,
    /// the protocol and the small types below both.
    static let table: [String: Set<String>] = [
        "SmithyTypes": [],
        "AWSJSON": ["SmithyTypes"],
        "SigV4": [],
        "Store": [],
        "CSQLite": [],
        "CPostgreSQL": [],
        "StoreSQLite": ["Store", "CSQLite"],
        "StorePostgres": ["Store", "CPostgreSQL"],
        "Identity": ["Store"],
        "EventDelivery": ["SmithyTypes", "AWSJSON", "SigV4", "Identity", "Store"],
        "Server": ["SmithyTypes", "AWSJSON", "SigV4", "Identity", "Store", "EventDelivery"],
        "SellingShapes": ["SmithyTypes"],
        "SellingWire": ["SmithyTypes", "SellingShapes", "AWSJSON"],
        "SellingDomain": ["SmithyTypes", "SellingShapes"],
        "SellingService": ["SmithyTypes", "SellingShapes", "SellingDomain", "SellingWire", "AWSJSON", "Store"],
        "AdminShapes": ["SmithyTypes"],
        "AdminWire": ["SmithyTypes", "AdminShapes", "AWSJSON"],
        "AdminService": [
            "SmithyTypes", "AdminShapes", "AdminWire", "AWSJSON", "SellingService", "Identity", "Store",
            "EventDelivery",
        ],
        "Client": ["SmithyTypes", "SellingShapes", "SellingWire", "AdminShapes", "AdminWire", "AWSJSON", "SigV4"],
        "ModelGenerator": [],
        "generate-model": ["ModelGenerator"],
        "cosell": [
            "SmithyTypes", "AWSJSON", "SigV4", "Store", "StoreSQLite", "StorePostgres", "Identity", "Server",
            "SellingShapes", "SellingWire", "SellingDomain", "SellingService", "AdminShapes", "AdminWire",
            "AdminService", "Client", "EventDelivery",
        ],
    ]

    /// Modules of others that only these rooms may use. A name ending in `*` stands for all that begin so.
    static let confined: [String: Set<String>] = [
        "Hummingbird*": ["Server"],
        "HTTPTypes": ["Server"],
        "NIO*": ["Server", "Client", "EventDelivery"],
        "AsyncHTTPClient": ["Client", "EventDelivery"],
        "ArgumentParser": ["cosell", "generate-model"],
        "ServiceLifecycle": ["cosell"],
        "Foundation*": ["ModelGenerator", "generate-model"],
        "SQLite3": [],
    ]

    /// Rooms that reach for nothing outside: what they answer follows from what they are given.
    static let pure: Set = [
        "SmithyTypes", "AWSJSON", "SellingShapes", "SellingWire", "SellingDomain", "AdminShapes", "AdminWire",
    ]

    struct Import: Sendable {
        let file: String
        let module: String
        var target: String { Checkout.target(of: file) }
    }

    static let imports: [Import] = Checkout.here.swiftFiles(below: "Sources").flatMap { file in
        ((try? Checkout.here.lines(of: file, with: "import ")) ?? []).compactMap { _, line in
            module(importedBy: line).map { Import(file: file, module: $0) }
        }
    }

    /// `public import struct Store.Row` imports `Store`.
    static func module(importedBy line: String) -> String? {
        let pattern =
            #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:[a-z]+\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/#
        return line.firstMatch(of: pattern).map { String($0.output.1) }
    }

    static let spellings: [(String, String?)] = [
        ("import Store", "Store"),
        ("public import Store", "Store"),
        ("    internal import Store", "Store"),
        ("@testable import Store", "Store"),
        ("@_spi(Tests) public import Store", "Store"),
        ("import struct Store.Row", "Store"),
        ("// import Store", nil),
        ("let important = 1", nil),
    ]

    @Test("an import is recognised however it is spelled", arguments: spellings)
    func spelling(_ line: String, _ module: String?) {
        #expect(Self.module(importedBy: line) == module)
    }

    @Test("every room has its row, and every row its room")
    func rows() {
        #expect(Set(Self.table.keys) == Checkout.here.targets)
    }

    @Test("no row goes in a circle")
    func noCircles() {
        for target in Self.table.keys {
            var reached = Self.table[target] ?? []
            for _ in Self.table { reached = reached.reduce(reached) { $0.union(Self.table[$1] ?? []) } }
            #expect(!reached.contains(target), "\(target)")
        }
    }

    @Test("no room imports another that is not in its row")
    func ours() {
        #expect(Self.imports.count > 300)
        for found in Self.imports where Self.table[found.module] != nil {
            let isAllowed = Self.table[found.target]?.contains(found.module) == true
            #expect(isAllowed, "\(found.file) imports \(found.module)")
        }
    }

    @Test("what is in a row is used: the table promises no more than there is", arguments: table.keys.sorted())
    func rowsAreUsed(_ target: String) {
        let used = Set(Self.imports.filter { $0.target == target }.map(\.module))
        // The program may use everything.
        if target != "cosell" { #expect(Self.table[target]?.subtracting(used) == Self.notYetUsed[target] ?? []) }
    }

    /// Allowed by the architecture, for what is still to come.
    static let notYetUsed: [String: Set<String>] = [
        // The request log.
        "Server": ["Store"]
    ]

    @Test("modules of others stay in the rooms that wrap them", arguments: confined.keys.sorted())
    func others(_ name: String) {
        let prefix = name.hasSuffix("*") ? String(name.dropLast()) : nil
        for found in Self.imports where prefix.map(found.module.hasPrefix) ?? (found.module == name) {
            #expect(Self.confined[name]?.contains(found.target) == true, "\(found.file) imports \(found.module)")
        }
    }

    @Test("the pure rooms use no system", arguments: pure.sorted())
    func purity(_ target: String) {
        for found in Self.imports where found.target == target {
            #expect(Self.table[found.module] != nil, "\(found.file) imports \(found.module)")
        }
    }
}
