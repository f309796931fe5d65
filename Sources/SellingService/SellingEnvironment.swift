public import SellingDomain
import SellingShapes
public import SmithyTypes
public import Store

/// What every operation of the service works with.
public struct SellingEnvironment: Sendable {
    public let store: any Store
    /// Cosell's clock, by which resources are dated.
    public let now: @Sendable () -> Timestamp
    /// In the ARNs that are minted.
    public let region: String
    /// How catalog Sandbox behaves where AWS's pages and integrators' reports differ.
    public let sandboxMode: SandboxMode
    /// How AWS's reviewer acts by itself.
    public let reviews: ReviewPolicy
    /// How long each step of a task takes, on Cosell's clock; with none, tasks are done by the time their start is
    /// answered.
    public let taskDelay: CalendarDuration
    let opportunityNumbers: IdentifierCounter
    let solutionNumbers: IdentifierCounter
    let pageTokens: PageTokens
    /// Of resources whose identifiers are random: engagements, invitations, tasks and jobs.
    let identifiers: IdentifierSource

    /// - Parameters:
    ///   - pageTokenKey: what page tokens are sealed with; nodes that share a store share it.
    ///   - identifiers: where random identifiers come from.
    public init(
        store: any Store,
        region: String,
        pageTokenKey: [UInt8],
        sandboxMode: SandboxMode = .documented,
        reviews: ReviewPolicy = .manual,
        taskDelay: CalendarDuration = CalendarDuration(),
        identifiers: IdentifierSource = .random,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.store = store
        self.identifiers = identifiers
        self.region = region
        self.sandboxMode = sandboxMode
        self.reviews = reviews
        self.taskDelay = taskDelay
        self.now = now
        pageTokens = PageTokens(key: pageTokenKey)
        solutionNumbers = IdentifierCounter(store: store, name: "solution", firstValue: 60_000, blockSize: 10)
        // Real identifiers have 8 digits and grow across all accounts and both catalogs (captured).
        opportunityNumbers = IdentifierCounter(store: store, name: "opportunity", firstValue: 10_000_001)
    }

    /// The ARN of a resource that an account owns.
    func arn(_ catalog: CatalogIdentifier, account: String, _ path: String) -> String {
        "arn:aws:partnercentral:\(region):\(account):catalog/\(catalog.rawValue)/\(path)"
    }

    func newOpportunityIdentifier() async throws -> String { "O\(try await opportunityNumbers.next())" }

    func opportunityARN(_ catalog: CatalogIdentifier, account: String, _ identifier: String) -> String {
        arn(catalog, account: account, "opportunity/\(identifier)")
    }

    func solutionARN(_ catalog: CatalogIdentifier, account: String, _ identifier: String) -> String {
        arn(catalog, account: account, "solution/\(identifier)")
    }
}
