import Foundation
import Store

/// Counts the fsync and fdatasync calls of one thread of this process, by way of strace.
struct SyncCounter {
    struct NotPermitted: Error {}

    private let process: Process
    private let output: URL

    /// Whether strace is there and may attach, which containers and hardened kernels may forbid.
    static var isPermitted: Bool {
        get async {
            let calls = try? await syncs(.normal) { _ in }
            return calls != nil
        }
    }

    /// How many syncs the thread that writes made while `body` used a new store, and while that was closed.
    static func syncs(_ durability: Durability, _ body: (any Store) async throws -> Void) async throws -> Int {
        var count = 0
        try await Engine.sqlite.withPlace { place in
            let store = try await place.open(durability: durability)
            try await store.execute("CREATE TABLE thing (id ${IDENTITY}, body BYTEA)")
            let counter = try await SyncCounter(thread: try await store.write { _ in currentThread })
            try await body(store)
            await store.close()
            count = try await counter.finish()
        }
        return count
    }

    /// The system's number of the thread that asks.
    private static var currentThread: Int {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")
        return link.flatMap { $0.split(separator: "/").last }.flatMap { Int($0) } ?? 0
    }

    /// Attaches.
    private init(thread: Int) async throws {
        let strace = "/usr/bin/strace"
        guard thread > 0, FileManager.default.isExecutableFile(atPath: strace) else { throw NotPermitted() }
        output = FileManager.default.temporaryDirectory.appending(path: "cosell-syncs-\(UUID().uuidString)")
        process = Process()
        process.executableURL = URL(filePath: strace)
        process.arguments = ["-e", "trace=fsync,fdatasync", "-o", output.path, "-p", String(thread)]
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<500 where process.isRunning {
            if Self.isTraced(thread) { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        kill(process.processIdentifier, SIGKILL)
        throw NotPermitted()
    }

    /// Waits for strace, which ends with the thread it watches.
    private func finish() async throws -> Int {
        for _ in 0..<500 where process.isRunning {
            try await Task.sleep(for: .milliseconds(10))
        }
        guard !process.isRunning else {
            kill(process.processIdentifier, SIGKILL)
            throw NotPermitted()
        }
        defer { try? FileManager.default.removeItem(at: output) }
        let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
        return lines.count { $0.hasPrefix("fsync(") || $0.hasPrefix("fdatasync(") }
    }

    private static func isTraced(_ thread: Int) -> Bool {
        let status = try? String(contentsOfFile: "/proc/self/task/\(thread)/status", encoding: .utf8)
        let tracer = status?.split(separator: "\n").first { $0.hasPrefix("TracerPid:") }
        return tracer.map { !$0.hasSuffix("\t0") } ?? false
    }
}
