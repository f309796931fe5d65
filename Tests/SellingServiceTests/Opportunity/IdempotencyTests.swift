import AWSJSON
import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("ClientToken of CreateOpportunity")
    struct IdempotencyTests {
        static let request = #"""
            {"Catalog": "Sandbox", "ClientToken": "t", "PartnerOpportunityIdentifier": "CRM-1",
             "LifeCycle": {"Stage": "Qualified",
                           "NextStepsHistory": [{"Time": "2026-01-01T00:00:00Z", "Value": "Call"}]}}
            """#

        /// The same request in other words: order, nulls, members that no model has, timestamps, blanks.
        static let sameRequest = [
            request,
            #"""
            {"LifeCycle": {"NextStepsHistory": [{"Value": "Call", "Time": "2026-01-01T00:00:00Z"}],
             "Stage": "Qualified"}, "PartnerOpportunityIdentifier": "CRM-1", "ClientToken": "t", "Catalog": "Sandbox"}
            """#,
            request.replacing(#""ClientToken": "t","#, with: #""ClientToken": "t", "Customer": null, "Tags": null,"#),
            request.replacing(#""ClientToken": "t","#, with: #""ClientToken": "t", "PartnerId": "unknown","#),
            request.replacing("00:00:00Z", with: "00:00:00.000Z"),
            request.replacing("00:00:00Z", with: "00:00:00.000000Z"),
            request.replacing("2026-01-01T00:00:00Z", with: "2026-01-01T02:00:00+02:00"),
            request.replacing(#""2026-01-01T00:00:00Z""#, with: "1767225600"),
            request.replacing("CRM-1", with: #"\u0043RM-1"#),
            request.replacing("\n", with: ""),
        ]

        @Test("the same request in any spelling has the first answer and makes nothing", arguments: StoreKind.all)
        func sameRequest(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let first = try await service.send("CreateOpportunity", Self.request)
                #expect(first.code == nil)
                for body in Self.sameRequest {
                    service.clock.advance(byMilliseconds: 1_000)
                    #expect(try await service.send("CreateOpportunity", body) == first, "\(body)")
                }
                #expect(try await service.count("opportunity") == 1)
                #expect(try await service.events() == ["Opportunity Created"])
            }
        }

        @Test("answers in the binding of the call, whichever came first", arguments: StoreKind.all)
        func bindings(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let body = #"{"Catalog": "Sandbox", "ClientToken": "t"}"#
                let plain = try await service.send("CreateOpportunity", body)
                let spelled = try await service.send("CreateOpportunity", body, in: .pathStyle)
                #expect(!plain.text.contains("PartnerOpportunityIdentifier"))
                #expect(spelled.text.contains(#""PartnerOpportunityIdentifier":null"#))
                #expect(
                    try CreateOpportunityResponse(stored: plain.body) == CreateOpportunityResponse(stored: spelled.body)
                )
            }
        }

        @Test("what was answered first is answered still, after the opportunity has changed", arguments: StoreKind.all)
        func afterChanges(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let first = try await service.send("CreateOpportunity", Self.request)
                let identifier = try CreateOpportunityResponse(stored: first.body).id
                service.clock.advance(byMilliseconds: 1_000)
                try await service.associate(identifier, .solutions, "S-1234567")
                #expect(try await service.send("CreateOpportunity", Self.request) == first)
            }
        }

        @Test("holds after a restart", arguments: StoreKind.all)
        func restart(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let first = try await service.send("CreateOpportunity", Self.request)
                let restarted = try await ServiceUnderTest(on: service.store)
                #expect(try await restarted.send("CreateOpportunity", Self.request) == first)
            }
        }

        @Test("another request under the token is a conflict, in AWS's words", arguments: StoreKind.all)
        func otherRequest(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                _ = try await service.send("CreateOpportunity", Self.request)
                for body in [
                    Self.request.replacing("CRM-1", with: "CRM-2"),
                    Self.request.replacing("Qualified", with: "Prospect"),
                    Self.request.replacing("00:00:00Z", with: "00:00:00.001Z"),
                    #"{"Catalog": "Sandbox", "ClientToken": "t"}"#,
                ] {
                    let reply = try await service.send("CreateOpportunity", body)
                    #expect(reply.code == "ConflictException", "\(body)")
                    #expect(
                        reply.text
                            == #"{"__type":"ConflictException","Message":"Conflicting client token submitted for a new request body."}"#
                    )
                }
                #expect(try await service.count("opportunity") == 1)
            }
        }

        @Test("another token, account or catalog is another call", arguments: StoreKind.all)
        func otherCall(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifiers = [
                    try await service.create(token: "t"), try await service.create(token: "T"),
                    try await service.create(token: "t", catalog: .aws),
                    try await service.create(token: "t", account: ServiceUnderTest.otherAccount),
                ]
                #expect(Set(identifiers).count == 4)
                #expect(try await service.create(token: "t") == identifiers[0])
                #expect(try await service.create(token: "t", catalog: .aws) == identifiers[2])
            }
        }

        @Test("a token may hold any character, U+0000 among them", arguments: StoreKind.all)
        func anyCharacter(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let tokens = [
                    "\u{0}", "a\u{0}", "\u{0}a", "a\u{0}b", "a", "\u{1}a", "é", "e\u{301}", "秘密", " ", "\u{10FFFF}",
                ]
                var identifiers: [String] = []
                for token in tokens { identifiers.append(try await service.create(token: token)) }
                #expect(Set(identifiers).count == tokens.count)
                for (token, identifier) in zip(tokens, identifiers) {
                    #expect(try await service.create(token: token) == identifier)
                }
            }
        }

        @Test("of twenty at once one is carried out, and all have its answer", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
                    for _ in 0..<20 {
                        group.addTask { try await service.send("CreateOpportunity", Self.request) }
                    }
                    return try await group.reduce(into: [Reply]()) { $0.append($1) }
                }
                #expect(replies.count == 20)
                #expect(Set(replies.map(\.text)).count == 1)
                #expect(replies.allSatisfy { $0.code == nil })
                #expect(try await service.count("opportunity") == 1)
                #expect(try await service.events() == ["Opportunity Created"])
            }
        }

        @Test("a refused request does not use its token up", arguments: StoreKind.all)
        func refusedPinsNothing(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let refused = try await service.send(
                    "CreateOpportunity",
                    #"{"Catalog": "Sandbox", "ClientToken": "t", "LifeCycle": {"Stage": "Closed Lost"}}"#
                )
                #expect(refused.code == "ValidationException")
                #expect(try await service.count("replay_record") == 0)
                #expect(try await service.send("CreateOpportunity", Self.request).code == nil)
            }
        }
    }
}
