#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The environment, as far as anybody asks.
struct EnvironmentVariables: Sendable {
    private let lookUp: @Sendable (String) -> String?

    init(_ lookUp: @escaping @Sendable (String) -> String?) {
        self.lookUp = lookUp
    }

    /// An empty variable counts as unset: CI services set what they do not mean.
    subscript(name: String) -> String? {
        lookUp(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    static let current = EnvironmentVariables { name in
        getenv(name).map { String(cString: $0) }
    }
}
