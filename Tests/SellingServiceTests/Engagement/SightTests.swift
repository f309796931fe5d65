import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    /// Walks the table of who sees what: every standing, every status, what the operations really answer.
    @Suite("What who sees of an invitation and its engagement")
    struct SightTests {
        static let accounts: [Standing: String] = [
            .sender: ServiceUnderTest.account, .receiver: ServiceUnderTest.otherAccount,
            .otherMember: ServiceUnderTest.thirdAccount, .outsider: ServiceUnderTest.outsider,
        ]

        static let statuses: [InvitationStatus] = [.pending, .accepted, .rejected, .expired]

        /// What no receiver's view holds before acceptance, by the developer guide. The sender's own contacts are shown.
        static let withheld: Set = [
            "StreetAddress", "City", "PostalCode", "Contacts", "AwsAccountId", "OtherSolutionDescription",
            "RelatedEntityIdentifiers", "Contact",
        ]

        @Test("is what the table says", arguments: StoreKind.all, statuses)
        func table(_ kind: StoreKind, _ status: InvitationStatus) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                try await service.join(ServiceUnderTest.thirdAccount, engagement)
                let invitation = try await service.invite(to: engagement)
                try await Self.lead(invitation, to: status, service)
                for standing in Standing.allCases {
                    let account = try #require(Self.accounts[standing])
                    let seen = try await Self.sight(ofInvitation: invitation, account, status, service)
                    #expect(seen == SightTable.ofInvitation(standing, status), "\(standing) of the invitation")
                    let shown = try await Self.sight(ofEngagement: engagement, account, service)
                    #expect(shown == SightTable.ofEngagement(standing, status), "\(standing) of the engagement")
                }
            }
        }

        @Test("lists show exactly what can be got", arguments: StoreKind.all, statuses)
        func lists(_ kind: StoreKind, _ status: InvitationStatus) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                try await service.join(ServiceUnderTest.thirdAccount, engagement)
                let invitation = try await service.invite(to: engagement)
                try await Self.lead(invitation, to: status, service)
                for standing in Standing.allCases {
                    let account = try #require(Self.accounts[standing])
                    var listed: [String] = []
                    for side in [ParticipantType.sender, .receiver] {
                        let request = ListEngagementInvitationsRequest(catalog: .sandbox, participantType: side)
                        let answer = try await service.call(ListEngagementInvitations.self, request, account: account)
                        listed += (answer.engagementInvitationSummaries ?? []).map(\.id)
                    }
                    let sees = SightTable.ofInvitation(standing, status) != .nothing
                    #expect(listed.contains(invitation) == sees, "\(standing)")
                    let engagements = try await service.call(
                        ListEngagements.self,
                        ListEngagementsRequest(catalog: .sandbox),
                        account: account
                    )
                    let isMember = SightTable.ofEngagement(standing, status) != .nothing
                    #expect(engagements.engagementSummaryList.map(\.id) == (isMember ? [engagement] : []))
                }
            }
        }

        @Test("what is not seen is not told from what is not there", arguments: StoreKind.all)
        func indistinguishable(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement)
                for operation in ["Get", "Accept", "Reject"].map({ "\($0)EngagementInvitation" }) {
                    let replies = try await [invitation, "engi-0000000000000"].map { identifier in
                        #"{"Catalog": "Sandbox", "Identifier": "\#(identifier)"}"#
                    }
                    .asyncMap { try await service.send(operation, $0, account: ServiceUnderTest.outsider) }
                    #expect(replies[0] == replies[1], "\(operation)")
                    #expect(replies[0].code == "ResourceNotFoundException", "\(operation)")
                }
            }
        }

        @Test("no payload can carry what is withheld before acceptance", arguments: [Payload.sample, .lead])
        func withheld(_ payload: Payload) {
            let text = String(decoding: Self.bytes(payload), as: UTF8.self)
            let names = Set(text.matches(of: #/"([A-Za-z]+)":/#).map { String($0.output.1) })
            #expect(names.contains("CompanyName"))
            #expect(names.isDisjoint(with: Self.withheld))
        }

        private static func bytes(_ payload: Payload) -> [UInt8] {
            var writer = JSONWriter()
            payload.write(to: &writer)
            return writer.bytes
        }

        private static func lead(
            _ invitation: String,
            to status: InvitationStatus,
            _ service: ServiceUnderTest
        ) async throws {
            switch status {
            case .accepted: try await service.accept(invitation)
            case .rejected: try await service.reject(invitation, "Other")
            case .expired: service.clock.advance(byMilliseconds: 15 * 86_400_000)
            case .pending, .unrecognized: break
            }
        }

        private static func sight(
            ofInvitation identifier: String,
            _ account: String,
            _ status: InvitationStatus,
            _ service: ServiceUnderTest
        ) async throws -> Sight {
            do {
                let view = try await service.invitation(identifier, account: account)
                #expect(view.status == status)
                #expect(view.engagementTitle == "Docks" && view.invitationMessage == "Shall we?")
                #expect(view.payloadType == .opportunityInvitation)
                #expect(view.payload == nil || view.payload == .sample)
                return view.payload == nil ? .withoutPayload : .everything
            } catch let reply as Reply {
                #expect(reply.code == "ResourceNotFoundException")
                return .nothing
            }
        }

        private static func sight(
            ofEngagement identifier: String,
            _ account: String,
            _ service: ServiceUnderTest
        ) async throws -> Sight {
            do {
                let view = try await service.engagement(identifier, account: account)
                #expect(!(try await service.members(identifier, account: account)).isEmpty)
                guard case .lead(let lead) = view.contexts?.first?.payload else { return .withoutPayload }
                #expect(lead.interactions.first?.contact == LeadInteraction.sample.contact)
                return .everything
            } catch let reply as Reply {
                #expect(reply.code == "ResourceNotFoundException")
                let members = try await refusal { _ = try await service.members(identifier, account: account) }
                #expect(members == reply)
                return .nothing
            }
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
