import SellingShapes
import Testing

extension EngagementSimulation {
    /// A random account reads something of each kind: what it may, and nothing else.
    mutating func read() async throws {
        let (service, reader) = (service, account())
        if let engagement = engagement() {
            let refused = try await code { _ = try await service.engagement(engagement, account: reader) }
            #expect((refused == nil) == model.sees(engagement, reader), "\(reader) reads \(engagement)")
            if refused == nil {
                let members = try await service.members(engagement, account: reader).map(\.accountId)
                #expect(members == model.members[engagement], "\(engagement)")
            }
        }
        if let (identifier, _) = invitation() {
            var shown: GetEngagementInvitationResponse?
            let refused = try await code { shown = try await service.invitation(identifier, account: reader) }
            let sight = model.sight(of: identifier, reader, at: service.clock.now)
            #expect((refused == nil) == (sight != nil), "\(reader) reads \(identifier)")
            #expect((shown?.payload != nil) == (sight == true), "\(reader) reads \(identifier)")
            if let shown {
                #expect(shown.status == model.invitations[identifier]?.status(at: service.clock.now))
            }
        }
        if let (identifier, owner) = opportunities.randomElement(using: &random) {
            let refused = try await code { _ = try await service.document(identifier, account: reader) }
            #expect((refused == nil) == (reader == owner), "\(reader) reads \(identifier)")
            try await readSnapshots(of: identifier, reader)
        }
        try await readReferrals()
    }

    private func readSnapshots(of opportunity: String, _ reader: String) async throws {
        for engagement in model.members.keys.sorted() {
            let refused = try await code { _ = try await service.shown(opportunity, in: engagement, account: reader) }
            if !model.sees(engagement, reader) { #expect(refused == "ResourceNotFoundException") }
        }
    }

    /// A referral is its receiver's once it is accepted by task, and until then nobody's.
    private func readReferrals() async throws {
        for (invitation, (opportunity, owner)) in referrals {
            let refused = try await code { _ = try await service.document(opportunity, account: owner) }
            if model.invitations[invitation]?.answer != .accepted {
                #expect(refused == "ResourceNotFoundException", "\(opportunity) is hidden")
            }
            for reader in Self.accounts where reader != owner {
                let foreign = try await code { _ = try await service.document(opportunity, account: reader) }
                #expect(foreign == "ResourceNotFoundException")
            }
        }
    }
}
