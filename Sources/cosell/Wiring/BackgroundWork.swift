import Logging
import SellingService
import ServiceLifecycle
import Store

/// What the server does without being asked: it follows the clock, and does what is due by it.
struct BackgroundWork: Service {
    let selling: SellingEnvironment
    let clock: CosellClock
    let logger: Logger

    /// Real time between two looks. Two nodes show the same time after one, and what is due happens after one.
    private static let interval = Duration.seconds(1)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { await clock.follow(every: Self.interval) { failed("follow the clock", $0) } }
                group.addTask {
                    await selling.runDueWorkRepeatedly(every: Self.interval) { failed("do what is due", $0) }
                }
            }
        }
    }

    private func failed(_ what: String, _ error: any Error) {
        logger.warning("cannot \(what) now", metadata: ["cause": "\(error)"])
    }
}
