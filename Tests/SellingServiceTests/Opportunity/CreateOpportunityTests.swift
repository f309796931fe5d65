import AWSJSON
import SellingShapes
import SellingWire
import Store
import Testing

extension SellingServiceTests {
    @Suite("CreateOpportunity")
    struct CreateOpportunityTests {
        @Test("answers what GetOpportunity then shows", arguments: StoreKind.all)
        func readAfterWrite(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let request = CreateOpportunityRequest(
                    catalog: .sandbox,
                    clientToken: "t",
                    partnerOpportunityIdentifier: "CRM-7",
                    project: Project(title: "Migration")
                )
                let answer = try await service.call(CreateOpportunity.self, request)
                let opportunity = try await service.get(answer.id)
                #expect(answer.partnerOpportunityIdentifier == "CRM-7")
                #expect(answer.lastModifiedDate == service.clock.now)
                #expect(opportunity.id == answer.id)
                #expect(opportunity.lastModifiedDate == answer.lastModifiedDate)
                #expect(opportunity.createdDate == answer.lastModifiedDate)
                #expect(opportunity.partnerOpportunityIdentifier == "CRM-7")
                #expect(opportunity.project?.title == "Migration")
                #expect(
                    opportunity.arn
                        == "arn:aws:partnercentral:us-east-1:111122223333:catalog/Sandbox/opportunity/\(answer.id)"
                )
            }
        }

        @Test("gives growing identifiers of eight digits, across accounts and catalogs", arguments: StoreKind.all)
        func identifiers(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                var identifiers: [String] = []
                for account in [ServiceUnderTest.account, ServiceUnderTest.otherAccount] {
                    for catalog in CatalogIdentifier.modelled {
                        identifiers.append(try await service.create(catalog: catalog, account: account))
                    }
                }
                #expect(identifiers == ["O10000001", "O10000002", "O10000003", "O10000004"])
            }
        }

        @Test("mints no identifier twice after a restart", arguments: StoreKind.all)
        func restart(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let before = try await service.create()
                let after = try await ServiceUnderTest(on: service.store).create()
                #expect(Int(after.dropFirst()) ?? 0 > Int(before.dropFirst()) ?? .max)
            }
        }

        @Test("keeps the tags with the ARN", arguments: StoreKind.all)
        func tags(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let tags = [Tag(key: "team", value: "west"), Tag(key: "empty", value: "")]
                let answer = try await service.call(
                    CreateOpportunity.self,
                    CreateOpportunityRequest(catalog: .aws, clientToken: "t", tags: tags)
                )
                let rows = try await service.store.read { transaction in
                    try transaction.all("SELECT account, resource_arn, tag_key, tag_value FROM tag ORDER BY tag_key") {
                        [$0.text(0), $0.text(1), $0.text(2), $0.text(3)]
                    }
                }
                let arn = "arn:aws:partnercentral:us-east-1:111122223333:catalog/AWS/opportunity/\(answer.id)"
                #expect(
                    rows == [["111122223333", arn, "empty", ""], ["111122223333", arn, "team", "west"]]
                )
            }
        }

        @Test("tells all that is wrong, in AWS's form", arguments: StoreKind.all)
        func businessViolations(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let reply = try await service.send(
                    "CreateOpportunity",
                    #"""
                    {"Catalog": "AWS", "ClientToken": "t", "Origin": "AWS Referral",
                     "LifeCycle": {"Stage": "Closed Lost"}, "Tags": [{"Key": "a", "Value": ""}, {"Key": "a", "Value": ""}]}
                    """#
                )
                let exception = try #require(reply.validation)
                #expect(exception.reason == .businessValidationFailed)
                #expect(exception.errorList?.map(\.fieldName) == ["origin", "lifeCycle.stage", "tags"])
                #expect(exception.errorList?.map(\.code) == [.invalidValue, .invalidValue, .duplicateKeyValue])
                #expect(exception.message.hasPrefix("3 validation errors: "))
            }
        }

        @Test("refused, it leaves nothing behind", arguments: StoreKind.all)
        func refusedLeavesNothing(_ kind: StoreKind) async throws {
            try await kind.withService { service async throws in
                for body in [
                    #"{"Catalog": "AWS", "ClientToken": "t", "Origin": "AWS Referral"}"#,
                    #"{"Catalog": "Mars", "ClientToken": "t"}"#, #"{"Catalog": "AWS"}"#,
                    #"{"Catalog": "Sandbox", "ClientToken": "t", "Tags": [{"Key": "a", "Value": ""}, {"Key": "a", "Value": ""}]}"#,
                ] {
                    #expect(try await service.send("CreateOpportunity", body).code == "ValidationException", "\(body)")
                }
                for table in ["opportunity", "tag", "outbox", "replay_record"] {
                    #expect(try await service.count(table) == 0, "\(table)")
                }
            }
        }

    }
}
