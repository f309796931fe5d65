import SellingShapes
import SellingWire
import SmithyTypes
import Testing

extension AdminServiceTests {
    @Suite("The admin API changes AWS's side of an opportunity")
    struct UpdateAwsOpportunityTests {
        private static func request(
            _ identifier: String,
            _ summary: String,
            account: String = AdminUnderTest.account,
            catalog: CatalogIdentifier = .sandbox
        ) -> String {
            """
            {"AccountId":"\(account)","Catalog":"\(catalog.rawValue)","RelatedOpportunityIdentifier":"\(identifier)",\
            "Summary":\(summary)}
            """
        }

        @Test("as the partner then sees it", arguments: StoreKind.all, CatalogIdentifier.modelled)
        func whole(kind: StoreKind, catalog: CatalogIdentifier) async throws {
            try await kind.withAdmin { admin in
                let identifier = try await admin.submit(catalog: catalog)
                let (opportunity, events) = (
                    try await admin.get(identifier, catalog: catalog), try await admin.events()
                )
                let summary = """
                    {"LifeCycle":{"Stage":"Committed","NextSteps":"Sign."},"InvolvementType":"Co-Sell",
                     "InvolvementTypeChangeReason":"Customer Requested",
                     "OpportunityTeam":[{"BusinessTitle":"PSM","Email":"psm@aws.example","FirstName":"P","LastName":"S"}],
                     "Insights":{"EngagementScore":"High","NextBestActions":"Call."}}
                    """
                let reply = try await admin.send(
                    "UpdateAwsOpportunity",
                    Self.request(identifier, summary, catalog: catalog)
                )
                #expect(reply.text == "{}")
                let seen = try await admin.summary(identifier, catalog: catalog)
                #expect(seen.lifeCycle?.stage == .committed)
                #expect(seen.lifeCycle?.nextSteps == "Sign.")
                #expect(seen.lifeCycle?.nextStepsHistory?.map(\.value) == ["Sign."])
                #expect(seen.lifeCycle?.targetCloseDate == "2030-06-30")
                #expect(seen.involvementTypeChangeReason == .customerRequested)
                #expect(seen.opportunityTeam?.map(\.businessTitle) == [.psm])
                #expect(seen.insights?.engagementScore == .high)
                #expect(seen.relatedOpportunityId == identifier)
                #expect(try await admin.events() == events + ["Opportunity Updated"])
                #expect(try await admin.get(identifier, catalog: catalog) == opportunity)
            }
        }

        static let malformedSummaries = [
            (#"{"LifeCycle":{"Stage":"Won"}}"#, ["summary.lifeCycle.stage INVALID_ENUM_VALUE"]),
            (
                #"{"InvolvementType":"Maybe","Visibility":"None"}"#,
                ["summary.involvementType INVALID_ENUM_VALUE", "summary.visibility INVALID_ENUM_VALUE"]
            ),
            (
                #"{"Insights":{"Recommendations":[{"Type":"x"}]}}"#,
                ["summary.insights.recommendations.details REQUIRED_FIELD_MISSING"]
            ),
            (#"{"LifeCycle":[]}"#, ["summary INVALID_VALUE"]),
            (#"{"LifeCycle":{"Stage":1}}"#, ["summary INVALID_VALUE"]),
            (#""Committed""#, ["summary INVALID_VALUE"]),
            ("[]", ["summary INVALID_VALUE"]),
        ]

        @Test("not to what the model does not allow", arguments: malformedSummaries)
        func malformed(_ summary: String, _ violations: [String]) async throws {
            try await StoreKind.memory.withAdmin { admin in
                let identifier = try await admin.submit()
                let (seen, events) = (try await admin.summary(identifier), try await admin.events())
                let reply = try await admin.send("UpdateAwsOpportunity", Self.request(identifier, summary))
                #expect(reply.code == "ValidationException")
                #expect(try reply.document["Reason"]?.text == "REQUEST_VALIDATION_FAILED")
                #expect(reply.violations == violations)
                #expect(try await admin.summary(identifier) == seen)
                #expect(try await admin.events() == events)
            }
        }

        @Test("not into another opportunity", arguments: StoreKind.all)
        func identity(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let identifier = try await admin.submit()
                let summary = #"{"Catalog":"AWS","Origin":"AWS Referral","RelatedOpportunityId":"O999"}"#
                let reply = try await admin.send("UpdateAwsOpportunity", Self.request(identifier, summary))
                #expect(try reply.document["Reason"]?.text == "BUSINESS_VALIDATION_FAILED")
                #expect(
                    reply.violations == [
                        "summary.catalog ACTION_NOT_PERMITTED", "summary.origin ACTION_NOT_PERMITTED",
                        "summary.relatedOpportunityId ACTION_NOT_PERMITTED",
                    ]
                )
            }
        }

        @Test("not before there is one, nor what is not there", arguments: StoreKind.all)
        func absent(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let draft = try await admin.create()
                let early = try await admin.send("UpdateAwsOpportunity", Self.request(draft, "{}"))
                #expect(early.violations == ["relatedOpportunityIdentifier INVALID_RESOURCE_STATE"])
                let identifier = try await admin.submit()
                for request in [
                    Self.request("O999", "{}"), Self.request(identifier, "{}", account: "444455556666"),
                    Self.request(identifier, "{}", catalog: .aws),
                ] {
                    #expect(try await admin.send("UpdateAwsOpportunity", request).code == "ResourceNotFoundException")
                }
            }
        }

        @Test("not without saying what")
        func missing() async throws {
            try await StoreKind.memory.withAdmin { admin in
                let reply = try await admin.send("UpdateAwsOpportunity")
                #expect(
                    Set(reply.violations) == [
                        "relatedOpportunityIdentifier REQUIRED_FIELD_MISSING", "summary REQUIRED_FIELD_MISSING",
                    ]
                )
            }
        }
    }
}
