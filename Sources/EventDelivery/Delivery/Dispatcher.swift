import Logging
import Store

/// Keeps a worker for each target. Where there is no target, there is nothing but one read at the start.
struct Dispatcher: Sendable {
    let parts: DeliveryParts
    /// Rings where a target was set, changed or forgotten.
    let changed: Bell

    func run() async {
        let working = Monitor<Set<String>>([])
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let seen = changed.rings
                for stored in await targets() where working.withLock({ $0.insert(stored.target.name).inserted }) {
                    group.addTask {
                        await serve(stored)
                        working.withLock { _ = $0.remove(stored.target.name) }
                        // Where the target has only changed, it gets another worker.
                        changed.ring()
                    }
                }
                await changed.wait(beyond: seen, atMost: .milliseconds(parts.pollMilliseconds))
            }
        }
    }

    private func targets() async -> [StoredTarget] {
        do {
            return try await parts.targets.stored()
        } catch {
            parts.logger.error("event targets cannot be read", metadata: ["cause": "\(error)"])
            return []
        }
    }

    private func serve(_ stored: StoredTarget) async {
        do {
            try await TargetWorker(stored, parts).run()
        } catch {
            let metadata: Logger.Metadata = ["target": "\(stored.target.name)", "cause": "\(error)"]
            parts.logger.error("a target cannot be opened", metadata: metadata)
            // Until somebody sets it again; its worker would fail as this one did.
            try? await Task.sleep(for: .milliseconds(parts.pollMilliseconds))
        }
    }
}
