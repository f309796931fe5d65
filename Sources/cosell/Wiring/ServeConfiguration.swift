import SellingDomain
import Server
import SmithyTypes
import Store

/// What `cosell serve` was told, by flags or by the environment, checked as a whole.
struct ServeConfiguration: Sendable {
    let host: String
    let port: Int
    let store: StoreLocation
    let durability: Durability
    let authentication: AuthenticationMode
    let region: String
    let limits: LimitMode
    let sandbox: SandboxMode
    let reviews: ReviewPolicy
    /// How long a step of a task takes, on Cosell's clock.
    let taskDelay: CalendarDuration
    let adminToken: String?
    let secretsKeyPath: String
    let maximumBodyBytes: Int
    let logFormat: LogFormat
    /// Whether the request log shows bodies as they came, with what the model calls sensitive.
    let logsBodies: Bool
    /// Why a person should look at this configuration; nil where nothing is unusual.
    let warning: String?

    init(_ flags: Serve, _ environment: EnvironmentVariables) throws(ExitReason) {
        host = flags.host ?? environment["COSELL_HOST"] ?? "127.0.0.1"
        port = try Self.integer(flags.port ?? environment["COSELL_PORT"], "--port", 0...65_535) ?? 4280
        store = try StoreLocation(flags.store ?? environment["COSELL_STORE"] ?? "sqlite:.cosell/cosell.sqlite")
        durability = try Self.choice(flags.durability ?? environment["COSELL_DURABILITY"], "--durability") ?? .full
        authentication = try Self.choice(flags.auth ?? environment["COSELL_AUTH"], "--auth") ?? .open
        region = flags.region ?? environment["COSELL_REGION"] ?? "us-east-1"
        limits = try Self.choice(flags.limits ?? environment["COSELL_LIMITS"], "--limits") ?? .off
        sandbox = try Self.choice(flags.sandbox ?? environment["COSELL_SANDBOX"], "--sandbox") ?? .documented
        reviews = try ReviewFlags.policy(
            review: flags.review ?? environment["COSELL_REVIEW"] ?? "manual",
            script: flags.reviewScript ?? environment["COSELL_REVIEW_SCRIPT"]
        )
        taskDelay = try Self.duration(flags.taskDelay ?? environment["COSELL_TASK_DELAY"], "--task-delay")
        adminToken = flags.adminToken ?? environment["COSELL_ADMIN_TOKEN"]
        secretsKeyPath = flags.secretsKey ?? environment["COSELL_SECRETS_KEY"] ?? ".cosell/secrets.key"
        maximumBodyBytes =
            try Self.integer(
                flags.maxBodyBytes ?? environment["COSELL_MAX_BODY_BYTES"],
                "--max-body-bytes",
                1...(1 << 30)
            )
            ?? 1 << 20
        logFormat = try Self.choice(flags.logFormat ?? environment["COSELL_LOG_FORMAT"], "--log-format") ?? .text
        logsBodies = flags.logBodies || environment["COSELL_LOG_BODIES"] == "true"
        let allowsOpen = flags.allowOpenNetwork || environment["COSELL_ALLOW_OPEN_NETWORK"] == "true"
        warning = try Self.checkNetwork(host, authentication, adminToken, allowsOpen)
    }

    var isLoopback: Bool { Self.isLoopback(host) }

    /// Beyond this machine, callers must be known and the admin API must be locked.
    private static func checkNetwork(
        _ host: String,
        _ authentication: AuthenticationMode,
        _ adminToken: String?,
        _ allowsOpen: Bool
    ) throws(ExitReason) -> String? {
        guard !isLoopback(host) else { return nil }
        let isGuarded = authentication == .strict || allowsOpen
        guard adminToken != nil, isGuarded else {
            let token = adminToken == nil ? ["set --admin-token"] : []
            let callers = isGuarded ? [] : ["use --auth strict, or --allow-open-network to accept anybody"]
            let advice = (token + callers).joined(separator: " and ")
            throw .configuration("--host \(host) can be reached from elsewhere: \(advice).")
        }
        guard authentication != .strict else { return nil }
        return "anybody who can reach \(host) is accepted (--allow-open-network with --auth open)"
    }

    private static func isLoopback(_ host: String) -> Bool {
        let isIPv4 =
            host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
        return isIPv4 || host == "localhost" || host == "::1"
    }

    private static func integer(
        _ text: String?,
        _ flag: String,
        _ allowed: ClosedRange<Int>
    ) throws(ExitReason) -> Int? {
        guard let text else { return nil }
        guard let value = Int(text), allowed.contains(value) else {
            throw .configuration(
                "\(flag) is '\(text)' and must be a number from \(allowed.lowerBound) to \(allowed.upperBound)."
            )
        }
        return value
    }

    /// None where nothing is said.
    private static func duration(_ text: String?, _ flag: String) throws(ExitReason) -> CalendarDuration {
        guard let text else { return CalendarDuration() }
        guard let duration = CalendarDuration(iso8601: text) else {
            throw .configuration("\(flag) is '\(text)' and must be an ISO 8601 duration, as in PT5S.")
        }
        return duration
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: String?,
        _ flag: String
    ) throws(ExitReason) -> Choice? where Choice.RawValue == String {
        guard let text else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let choices = Choice.allCases.map(\.rawValue).joined(separator: " or ")
            throw .configuration("\(flag) is '\(text)' and must be \(choices).")
        }
        return choice
    }
}
