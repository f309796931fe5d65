// swift-tools-version:6.2
import PackageDescription

/// Every target of Cosell is compiled with the same settings.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// Direct dependencies are pinned exactly: there is no Package.resolved in the repository.
let dependencies: [Package.Dependency] = [
    // HTTP/1.1 server; used by Server only.
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    // Event loops and byte buffers under the server and the client.
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    // HTTP field names and methods, as Hummingbird spells them.
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
    // HTTP client of `cosell call` and of the Client library, and of events on their way to targets.
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    // SHA-256 and HMAC of SigV4, page tokens, AES-GCM of stored secrets.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    // Commands and flags of `cosell`.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // Structured logs.
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    // Counters and timers behind /_cosell/metrics.
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    // Ordered start and graceful shutdown.
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let coreMetrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")

/// A library of Cosell. What it may depend on is stated once more, as a rule, in Tests/TidyTests/ImportTests.swift.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// - Parameter fixtures: folders that tests read from the checkout and the compiler leaves alone.
func tests(_ name: String, _ dependencies: [Target.Dependency], fixtures: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: fixtures, swiftSettings: settings)
}

let house: [Target] = [
    library("SmithyTypes"),
    library("AWSJSON", ["SmithyTypes"]),
    library("SigV4", [crypto]),
    library("Store", [crypto]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    library("StoreSQLite", ["Store", "CSQLite"]),
    library("StorePostgres", ["Store", "CPostgreSQL"]),
    library("Identity", ["Store", crypto]),
    library(
        "EventDelivery",
        [
            "SmithyTypes", "AWSJSON", "SigV4", "Identity", "Store",
            asyncHTTPClient, nioCore, nioHTTP1, crypto, logging,
        ]
    ),
    library(
        "Server",
        [
            "SmithyTypes", "AWSJSON", "SigV4", "Identity", "Store", "EventDelivery",
            hummingbird, httpTypes, nioCore, logging, metrics, coreMetrics, serviceLifecycle,
        ]
    ),
]

let selling: [Target] = [
    library("SellingShapes", ["SmithyTypes"]),
    library("SellingWire", ["SellingShapes", "AWSJSON", "SmithyTypes"]),
    library("SellingDomain", ["SellingShapes", "SmithyTypes"]),
    library(
        "SellingService",
        ["SellingDomain", "SellingWire", "SellingShapes", "Store", "AWSJSON", "SmithyTypes", crypto]
    ),
]

let admin: [Target] = [
    library("AdminShapes", ["SmithyTypes"]),
    library("AdminWire", ["AdminShapes", "AWSJSON", "SmithyTypes"]),
    library(
        "AdminService",
        [
            "AdminWire", "AdminShapes", "AWSJSON", "SmithyTypes", "SellingService", "Identity", "Store",
            "EventDelivery", crypto,
        ]
    ),
]

let programs: [Target] = [
    library(
        "Client",
        [
            "SellingWire", "SellingShapes", "AdminWire", "AdminShapes", "AWSJSON", "SmithyTypes", "SigV4",
            asyncHTTPClient, nioCore, nioHTTP1,
        ]
    ),
    .executableTarget(
        name: "cosell",
        dependencies: [
            "Server", "SellingService", "SellingDomain", "AdminService", "AdminShapes", "AWSJSON", "SigV4", "SmithyTypes",
            "Store", "StoreSQLite", "StorePostgres", "EventDelivery",
            "Identity", "Client", argumentParser, logging, metrics, serviceLifecycle, unixSignals, crypto,
        ],
        swiftSettings: settings
    ),
    .executableTarget(
        name: "cosell-bench",
        dependencies: ["CSQLite", hummingbird, hummingbirdCore, httpTypes, nioCore, logging, argumentParser],
        path: "Benchmarks/cosell-bench",
        swiftSettings: settings
    ),
    library("ModelGenerator"),
    .executableTarget(
        name: "generate-model",
        dependencies: ["ModelGenerator", argumentParser],
        swiftSettings: settings
    ),
]

let allTests: [Target] = [
    tests("SmithyTypesTests", ["SmithyTypes"]),
    tests("AWSJSONTests", ["AWSJSON", "SmithyTypes"]),
    tests("SigV4Tests", ["SigV4"]),
    tests("StoreConformanceTests", ["Store", "StoreSQLite", "StorePostgres"]),
    tests("IdentityTests", ["Identity", "Store", "StoreSQLite"]),
    tests(
        "EventDeliveryTests",
        [
            "EventDelivery", "Store", "StoreSQLite", "StorePostgres", "Identity", "SigV4", "AWSJSON", "SmithyTypes",
            hummingbird, httpTypes, nioCore, logging, crypto,
        ]
    ),
    tests("ClientTests", ["Client"]),
    tests("ModelGeneratorTests", ["ModelGenerator", "AWSJSON"], fixtures: ["Fixtures"]),
    tests("SellingWireTests", ["SellingWire", "SellingShapes", "AWSJSON", "SmithyTypes"]),
    tests("SellingDomainTests", ["SellingDomain", "SellingShapes", "SmithyTypes"]),
    tests(
        "SellingServiceTests",
        [
            "SellingService", "SellingDomain", "SellingWire", "SellingShapes", "AWSJSON", "SmithyTypes", "Store",
            "StoreSQLite", "StorePostgres",
        ]
    ),
    tests(
        "ServerTests",
        [
            "Server", "SellingService", "SellingWire", "SellingShapes", "AWSJSON", "SmithyTypes", "SigV4", "Identity",
            "Store", "StoreSQLite", "EventDelivery", "Client", logging,
        ]
    ),
    tests(
        "cosellTests",
        [
            "cosell", "Server", "SellingService", "AdminService", "AdminWire", "AdminShapes", "AWSJSON", "SmithyTypes",
            "EventDelivery", "Identity", "Store", "StoreSQLite", logging,
        ]
    ),
    tests("TidyTests", []),
]

let package = Package(
    name: "cosell",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "cosell", targets: ["cosell"]),
        .library(name: "Client", targets: ["Client"]),
    ],
    dependencies: dependencies,
    targets: house + selling + admin + programs + allTests
)
