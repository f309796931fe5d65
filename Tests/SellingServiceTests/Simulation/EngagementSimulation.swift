import SellingDomain
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

/// Random operations of four accounts on a few engagements, each compared with the reference model.
struct EngagementSimulation {
    static let accounts = ["111122223333", "444455556666", "777788889999", "888899990000"]

    var service: ServiceUnderTest
    var random: SeededGenerator
    var model = EngagementModel()
    var invariants = EngagementInvariants()
    /// Opportunities that their owners may read.
    var opportunities: [(identifier: String, owner: String)] = []
    /// What is hidden until it is accepted, by its invitation.
    var referrals: [String: (opportunity: String, owner: String)] = [:]
    let isSlow: Bool

    init(_ service: ServiceUnderTest, seed: Int) {
        self.service = service
        random = SeededGenerator(seed)
        isSlow = service.environment.taskDelay != CalendarDuration()
    }

    /// Runs some operations; after each, all that must hold is looked at.
    mutating func run(operations: Int) async throws {
        for number in 0..<operations {
            let name = try await operate()
            try await read()
            try await invariants.check(service, "operation \(number), \(name)")
        }
    }

    private mutating func operate() async throws -> String {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<2: return try await createEngagement()
        case 2..<6: return try await invite()
        case 6..<8: return try await answer(.accepted)
        case 8: return try await answer(.rejected)
        case 9..<12: return try await acceptByTask()
        case 12: return try await race()
        case 13: return try await createOpportunity()
        case 14: return try await snapshot()
        case 15: return isSlow ? try await pass() : try await submitByTask()
        case 16: return try await decide()
        case 17: return try await refer()
        case 18: return try await pass()
        default: return try await restart()
        }
    }

    mutating func account() -> String { Self.accounts.randomElement(using: &random) ?? "" }

    mutating func engagement() -> String? { model.members.keys.sorted().randomElement(using: &random) }

    /// An invitation, rather one that is pending.
    mutating func invitation() -> (String, EngagementModel.Invitation)? {
        let all = model.invitations.filter { $0.value.receiver != "aws" }.sorted { $0.key < $1.key }
        let pending = all.filter { $0.value.status(at: service.clock.now) == .pending }
        let some = pending.isEmpty || Int.random(in: 0..<4, using: &random) == 0 ? all : pending
        return some.randomElement(using: &random).map { ($0.key, $0.value) }
    }

    /// The code of a refusal; nil where the call succeeds.
    func code(of call: () async throws -> Void) async throws -> String? {
        do { try await call() } catch let reply as Reply { return reply.code ?? "" }
        return nil
    }
}
