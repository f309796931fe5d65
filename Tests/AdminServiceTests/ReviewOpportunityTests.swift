import SellingShapes
import SellingWire
import Testing

extension AdminServiceTests {
    @Suite("The admin API reviews in AWS's place")
    struct ReviewOpportunityTests {
        private static func request(
            _ identifier: String,
            _ decision: String,
            account: String = AdminUnderTest.account,
            catalog: CatalogIdentifier = .sandbox,
            _ more: String = ""
        ) -> String {
            """
            {"AccountId":"\(account)","Catalog":"\(catalog.rawValue)","Identifier":"\(identifier)",\
            "Decision":"\(decision)"\(more)}
            """
        }

        @Test(
            "in both catalogs, with an event and with AWS's side",
            arguments: StoreKind.all,
            CatalogIdentifier.modelled
        )
        func approval(kind: StoreKind, catalog: CatalogIdentifier) async throws {
            try await kind.withAdmin { admin in
                let identifier = try await admin.submit(catalog: catalog)
                let before = try await admin.events().count
                let reply = try await admin.send(
                    "ReviewOpportunity",
                    Self.request(identifier, "Approved", catalog: catalog)
                )
                #expect(reply.text == #"{"ReviewStatus":"Approved"}"#)
                #expect(try await admin.get(identifier, catalog: catalog).lifeCycle?.reviewStatus == .approved)
                #expect(try await admin.events().dropFirst(before) == ["Opportunity Updated"])
                #expect(try await admin.summary(identifier, catalog: catalog).opportunityTeam?.isEmpty == false)
            }
        }

        @Test("with what the reviewer says", arguments: StoreKind.all)
        func comments(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let identifier = try await admin.submit()
                let more = #","Comments":"Which customer?","Reason":"CUSTOMER""#
                let reply = try await admin.send("ReviewOpportunity", Self.request(identifier, "Action Required", more))
                #expect(reply.code == nil)
                let lifeCycle = try await admin.get(identifier).lifeCycle
                #expect(lifeCycle?.reviewStatus == .actionRequired)
                #expect(lifeCycle?.reviewComments == "Which customer?")
                #expect(lifeCycle?.reviewStatusReason == "CUSTOMER")
            }
        }

        @Test("one step after another", arguments: StoreKind.all)
        func steps(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let identifier = try await admin.submit()
                for decision in ["In review", "Rejected", "Approved"] {
                    let reply = try await admin.send("ReviewOpportunity", Self.request(identifier, decision))
                    #expect(reply.text == #"{"ReviewStatus":"\#(decision)"}"#)
                }
            }
        }

        @Test("not what was not submitted, nor to where it is", arguments: StoreKind.all)
        func state(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let draft = try await admin.create()
                let refused = try await admin.send("ReviewOpportunity", Self.request(draft, "Approved"))
                #expect(refused.code == "ValidationException")
                #expect(refused.violations == ["decision INVALID_RESOURCE_STATE"])
                #expect(try await admin.get(draft).lifeCycle?.reviewStatus == .pendingSubmission)
                let identifier = try await admin.submit()
                _ = try await admin.send("ReviewOpportunity", Self.request(identifier, "Approved"))
                let before = try await admin.events().count
                let again = try await admin.send("ReviewOpportunity", Self.request(identifier, "Approved"))
                #expect(again.violations == ["decision INVALID_RESOURCE_STATE"])
                #expect(try await admin.events().count == before)
            }
        }

        @Test("not what is not there: another account's, another catalog's, nobody's", arguments: StoreKind.all)
        func absent(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let identifier = try await admin.submit()
                for request in [
                    Self.request("O999", "Approved"),
                    Self.request(identifier, "Approved", account: "444455556666"),
                    Self.request(identifier, "Approved", catalog: .aws),
                    #"{"Identifier":"\#(identifier)","Decision":"Approved"}"#,
                ] {
                    #expect(try await admin.send("ReviewOpportunity", request).code == "ResourceNotFoundException")
                }
                #expect(try await admin.get(identifier).lifeCycle?.reviewStatus == .submitted)
            }
        }

        static let malformedRequests = [
            ("{}", ["identifier", "decision"]),
            (#"{"Identifier":"1","Decision":"Approved"}"#, ["identifier"]),
            (#"{"Identifier":"O1","Decision":"Submitted"}"#, ["decision"]),
            (#"{"Identifier":"O1","Decision":"approved"}"#, ["decision"]),
            (#"{"Identifier":"O1","Decision":"Approved","AccountId":"1"}"#, ["accountId"]),
            (#"{"Identifier":"O1","Decision":"Approved","Catalog":"Nowhere"}"#, ["catalog"]),
        ]

        @Test("not what is no request", arguments: malformedRequests)
        func malformed(_ body: String, _ fields: [String]) async throws {
            try await StoreKind.memory.withAdmin { admin in
                let reply = try await admin.send("ReviewOpportunity", body)
                #expect(reply.code == "ValidationException")
                let named = reply.violations.compactMap { $0.split(separator: " ").first.map(String.init) }
                #expect(Set(named) == Set(fields))
            }
        }
    }
}
