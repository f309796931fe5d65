public import Store

/// A store that says when something was written, so that events leave at once and nobody need look for them.
///
/// What it gives a service is the store it was given; the relay itself writes past it, or it would wake itself.
public struct WakingStore: Store {
    let inner: any Store
    /// Rings after each write that was committed.
    let written = Bell()

    public init(_ store: any Store) {
        inner = store
    }

    /// That of the store behind it.
    public var engine: String { inner.engine }

    public nonisolated(nonsending) func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value {
        try await inner.read(body)
    }

    @discardableResult
    public nonisolated(nonsending) func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        let value = try await inner.write(body)
        written.ring()
        return value
    }

    public func close() async {
        await inner.close()
    }
}
