import AWSJSON
import SellingShapes
import SellingWire
import SmithyTypes
import Testing

extension SellingServiceTests {
    @Suite("ListOpportunities")
    struct ListOpportunitiesTests {
        @Test("an account without opportunities has an empty list", arguments: StoreKind.all)
        func empty(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let reply = try await service.send("ListOpportunities", #"{"Catalog":"AWS"}"#)
                #expect(reply.text == #"{"OpportunitySummaries":[]}"#)
            }
        }

        @Test("shows an account its own of one catalog, last modified first", arguments: StoreKind.all)
        func visibility(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                var created: [String] = []
                for _ in 1...3 {
                    created.append(try await service.create())
                    service.clock.advance(byMilliseconds: 1)
                }
                let production = try await service.create(catalog: .aws)
                #expect(try await service.list().identifiers == created.reversed())
                #expect(try await service.list { $0.catalog = .aws }.identifiers == [production])
                let elsewhere = try await service.list(account: ServiceUnderTest.otherAccount)
                #expect(elsewhere.identifiers.isEmpty)
                try await service.associate(created[0], .solutions, "S-1234567")
                #expect(try await service.list().identifiers == [created[0], created[2], created[1]])
            }
        }

        private static let body = #"""
            {"Catalog":"Sandbox","ClientToken":"t","OpportunityType":"Expansion","NationalSecurity":"No",
            "PartnerOpportunityIdentifier":"CRM-1","PrimaryNeedsFromAws":["Co-Sell - Deal Support"],
            "Customer":{"Account":{"CompanyName":"Näherei & Co","Industry":"Other","OtherIndustry":"Sewing",
            "WebsiteUrl":"https://www.naeherei.example","AwsAccountId":"210987654321","Duns":"123456789",
            "Address":{"City":"Hamburg","CountryCode":"DE","PostalCode":"20095","StateOrRegion":"Hamburg",
            "StreetAddress":"Mönckebergstraße 7"}},"Contacts":[{"FirstName":"Ada","LastName":"Lovelace"}]},
            "Project":{"Title":"Patterns","CustomerUseCase":"Storage & Backup","DeliveryModels":["SaaS or PaaS"],
            "ExpectedCustomerSpend":[{"Amount":"2500.00","CurrencyCode":"USD","Frequency":"Monthly",
            "TargetCompany":"AWS"}]},
            "LifeCycle":{"Stage":"Qualified","TargetCloseDate":"2035-06-30","NextSteps":"Price it."}}
            """#

        private static func summary(_ identifier: String) -> String {
            #"{"Arn":"arn:aws:partnercentral:us-east-1:111122223333:catalog/Sandbox/opportunity/\#(identifier)","#
                + #""Catalog":"Sandbox","CreatedDate":"2026-01-01T00:00:00.000Z","#
                + #""Customer":{"Account":{"Address":{"City":"Hamburg","CountryCode":"DE","PostalCode":"20095","#
                + #""StateOrRegion":"Hamburg"},"CompanyName":"Näherei & Co","Industry":"Other","#
                + #""OtherIndustry":"Sewing","WebsiteUrl":"https://www.naeherei.example"}},"Id":"\#(identifier)","#
                + #""LastModifiedDate":"2026-01-01T00:00:00.000Z","LifeCycle":{"NextSteps":"Price it.","#
                + #""ReviewStatus":"Pending Submission","Stage":"Qualified","TargetCloseDate":"2035-06-30"},"#
                + #""OpportunityType":"Expansion","PartnerOpportunityIdentifier":"CRM-1","#
                + #""Project":{"DeliveryModels":["SaaS or PaaS"],"ExpectedCustomerSpend":[{"Amount":"2500.00","#
                + #""CurrencyCode":"USD","Frequency":"Monthly","TargetCompany":"AWS"}]}}"#
        }

        @Test("a summary is the model's part of the opportunity, and no more", arguments: StoreKind.all)
        func summary(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let created = try await service.send("CreateOpportunity", Self.body)
                let identifier = try CreateOpportunityResponse(stored: created.body).id
                let reply = try await service.send("ListOpportunities", #"{"Catalog":"Sandbox"}"#)
                #expect(reply.text == #"{"OpportunitySummaries":[\#(Self.summary(identifier))]}"#)
            }
        }

        @Test("the path-style binding spells out what is unset", arguments: StoreKind.all)
        func pathStyle(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                _ = try await service.create()
                let reply = try await service.send("ListOpportunities", #"{"Catalog":"Sandbox"}"#, in: .pathStyle)
                #expect(reply.text.hasPrefix(#"{"NextToken":null,"OpportunitySummaries":[{"#))
                #expect(reply.text.contains(#""Customer":null"#))
                #expect(reply.text.contains(#""ClosedLostReason":null"#))
            }
        }

        @Test("a page has twenty unless told otherwise, and the last one has no token", arguments: StoreKind.all)
        func pageSize(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                try await service.put((1...41).map { .listed("O\($0)", modified: Int64($0)) })
                #expect(try await service.pages().map(\.count) == [20, 20, 1])
                #expect(try await service.pages { $0.maxResults = 41 }.map(\.count) == [41])
                #expect(try await service.pages { $0.maxResults = 40 }.map(\.count) == [40, 1])
                #expect(try await service.pages { $0.maxResults = 100 }.map(\.count) == [41])
            }
        }

        // MARK: Bounds and names

        @Test("bounds are within, to the millisecond", arguments: StoreKind.all)
        func bounds(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                try await service.put([
                    .listed("O1", created: 1_000, modified: 2_000, close: "2030-01-31"),
                    .listed("O2", created: 1_001, modified: 2_001, close: "2030-02-01"),
                    .listed("O3", created: 1_002, modified: 2_002),
                ])
                let expectations: [(String, [String])] = [
                    (#""LastModifiedDate":{"AfterLastModifiedDate":"2026-01-01T00:00:02.001Z"}"#, ["O3", "O2"]),
                    // Finer digits are dropped, as everywhere.
                    (#""LastModifiedDate":{"AfterLastModifiedDate":"2026-01-01T00:00:02.001999Z"}"#, ["O3", "O2"]),
                    (#""LastModifiedDate":{"AfterLastModifiedDate":"2026-01-01T01:00:02.002+01:00"}"#, ["O3"]),
                    (#""LastModifiedDate":{"BeforeLastModifiedDate":"2026-01-01T00:00:02.001Z"}"#, ["O2", "O1"]),
                    (#""LastModifiedDate":{"BeforeLastModifiedDate":"2026-01-01T00:00:01.999Z"}"#, []),
                    (#""CreatedDate":{"AfterCreatedDate":"2026-01-01T00:00:01.001Z"}"#, ["O3", "O2"]),
                    (#""CreatedDate":{"BeforeCreatedDate":"2026-01-01T00:00:01.001Z"}"#, ["O2", "O1"]),
                    (#""TargetCloseDate":{"AfterTargetCloseDate":"2030-02-01"}"#, ["O2"]),
                    (#""TargetCloseDate":{"BeforeTargetCloseDate":"2030-01-31"}"#, ["O1"]),
                    (#""TargetCloseDate":{"BeforeTargetCloseDate":"9999-12-31"}"#, ["O2", "O1"]),
                    (#""TargetCloseDate":{}"#, ["O3", "O2", "O1"]),
                ]
                for (filter, expected) in expectations {
                    let reply = try await service.send("ListOpportunities", #"{"Catalog":"Sandbox",\#(filter)}"#)
                    #expect(try ListOpportunitiesResponse(stored: reply.body).identifiers == expected, "\(filter)")
                }
            }
        }

        @Test(
            "a company is found by its whole name in any case, even by one that is hard to store",
            arguments: StoreKind.all
        )
        func companies(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                try await service.put([
                    .listed("O1", company: "Straße & Söhne"), .listed("O2", company: "STRASSE & SÖHNE"),
                    .listed("O3", company: "Straße"), .listed("O4", company: ""), .listed("O5", company: "a\u{0}b"),
                    .listed("O6", company: String(repeating: "ΐ", count: 120)), .listed("O7"),
                ])
                let expectations: [([String], [String])] = [
                    (["straße & söhne"], ["O2", "O1"]), (["Straße"], ["O3"]), (["Str"], []), ([""], ["O4"]),
                    (["A\u{0}B"], ["O5"]), ([String(repeating: "ΐ", count: 120)], ["O6"]),
                    (["", "strasse", "no such"], ["O4", "O3"]), ([String(repeating: "x", count: 5_000)], []),
                ]
                for (names, expected) in expectations {
                    let indexed = try await service.list { $0.customerCompanyName = names }
                    #expect(indexed.identifiers == expected)
                    // The same where the name is checked on the row and not looked up.
                    let residual = try await service.list {
                        $0.customerCompanyName = names
                        $0.sort = OpportunitySort(sortBy: .createdDate, sortOrder: .descending)
                    }
                    #expect(residual.identifiers == expected)
                }
            }
        }

        @Test("what an update changes is found by its new values and not by its old ones", arguments: StoreKind.all)
        func updates(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let closing = TargetCloseDateFilter(afterTargetCloseDate: "2031-01-01")
                try await service.force(identifier) {
                    $0.stage = .launched
                    $0.reviewStatus = .approved
                    $0.targetCloseDate = "2031-01-01"
                }
                let expectations: [(ListOpportunitiesRequest, [String])] = [
                    (ListOpportunitiesRequest(catalog: .sandbox, lifeCycleStage: [.launched]), [identifier]),
                    (ListOpportunitiesRequest(catalog: .sandbox, lifeCycleStage: [.prospect]), []),
                    (ListOpportunitiesRequest(catalog: .sandbox, lifeCycleReviewStatus: [.approved]), [identifier]),
                    (ListOpportunitiesRequest(catalog: .sandbox, targetCloseDate: closing), [identifier]),
                ]
                for (request, expected) in expectations {
                    #expect(try await service.call(ListOpportunities.self, request).identifiers == expected)
                }
            }
        }
    }
}
