import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store
import Testing

@testable import SellingService

extension SellingServiceTests {
    @Suite("CreateEngagement, GetEngagement and ListEngagementMembers")
    struct CreateEngagementTests {
        @Test(
            "makes the caller its first member, and answers the same to its identifier and its ARN",
            arguments: StoreKind.all
        )
        func created(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.createEngagement([.project])
                let shown = try await service.engagement(identifier)
                #expect(identifier.wholeMatch(of: #/eng-[0-9a-z]{14}/#) != nil)
                #expect(shown.createdBy == ServiceUnderTest.account && shown.modifiedBy == ServiceUnderTest.account)
                #expect(shown.createdAt == service.clock.now && shown.modifiedAt == service.clock.now)
                #expect(shown.memberCount == 1)
                #expect(shown.contexts?.map(\.payload) == [.customerProject(.sample)])
                #expect(try await service.engagement(try #require(shown.arn)) == shown)
                #expect(
                    try await service.members(try #require(shown.arn))
                        == [
                            EngagementMember(
                                accountId: ServiceUnderTest.account,
                                companyName: "Partner \(ServiceUnderTest.account)"
                            )
                        ]
                )
            }
        }

        @Test("needs no more than the model: neither title nor context", arguments: StoreKind.all)
        func bare(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let request = CreateEngagementRequest(catalog: .aws, clientToken: "t")
                let identifier = try #require(try await service.call(CreateEngagement.self, request).id)
                let shown = try await service.engagement(identifier, catalog: .aws)
                #expect(shown.contexts == [] && shown.title == nil && shown.description == nil)
                let spelled = try await service.send(
                    "GetEngagement",
                    #"{"Catalog": "AWS", "Identifier": "\#(identifier)"}"#,
                    in: .pathStyle
                )
                #expect(spelled.text.contains(#""Title":null"#))
            }
        }

        @Test("of twenty at once with one token one is made", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifiers = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 0..<20 { group.addTask { try await service.createEngagement(token: "t") } }
                    return try await group.reduce(into: Set()) { $0.insert($1) }
                }
                #expect(identifiers.count == 1)
                #expect(try await service.count("engagement") == 1)
                #expect(try await service.events() == ["Engagement Created"])
            }
        }

        @Test(
            "another request under its token is a conflict; another account has tokens of its own",
            arguments: StoreKind.all
        )
        func tokens(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let first = try await service.createEngagement([.lead], token: "t")
                let refused = try await refusal { _ = try await service.createEngagement([.project], token: "t") }
                #expect(refused.code == "ConflictException")
                let other = try await service.createEngagement(
                    [.lead],
                    token: "t",
                    account: ServiceUnderTest.otherAccount
                )
                #expect(first != other)
            }
        }

        @Test("identifiers are those of the environment's source", arguments: StoreKind.all)
        func identifiers(_ kind: StoreKind) async throws {
            try await kind.withStore { store in
                let (first, second) = (IdentifierSource.seeded(1), IdentifierSource.seeded(1))
                let drawn = (0..<50).map { _ in first.next("eng-", length: 14) }
                #expect(drawn == (0..<50).map { _ in second.next("eng-", length: 14) })
                #expect(Set(drawn).count == 50)
                #expect(drawn.allSatisfy { $0.wholeMatch(of: #/eng-[0-9a-z]{14}/#) != nil })
                #expect(IdentifierSource.seeded(2).next("eng-", length: 14) != drawn[0])
            }
        }

        @Test(
            "members come in pages, in the order in which they joined, with their companies",
            arguments: StoreKind.all
        )
        func members(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let named = Company(
                    accountIdentifier: "200000000000",
                    name: "Zeppelin",
                    websiteURL: "https://zeppelin.example"
                )
                try await service.store.write { try CompanyTable.put(in: $0, named) }
                let joined = (0..<6).map { String(200_000_000_000 - $0) }
                for account in joined { try await service.join(account, engagement) }
                var request = ListEngagementMembersRequest(catalog: .sandbox, identifier: engagement)
                let first = try await service.call(ListEngagementMembers.self, request)
                #expect(
                    first.engagementMemberList.compactMap(\.accountId) == [ServiceUnderTest.account] + joined.prefix(4)
                )
                #expect(
                    first.engagementMemberList[1]
                        == EngagementMember(
                            accountId: "200000000000",
                            companyName: "Zeppelin",
                            websiteUrl: "https://zeppelin.example"
                        )
                )
                request.nextToken = first.nextToken
                let second = try await service.call(
                    ListEngagementMembers.self,
                    request,
                    account: ServiceUnderTest.account
                )
                #expect(second.engagementMemberList.compactMap(\.accountId) == Array(joined.suffix(2)))
                #expect(second.nextToken == nil)
                let stolen = try await refusal {
                    try await service.call(ListEngagementMembers.self, request, account: joined[0])
                }
                #expect(stolen.validation?.errorList?.map(\.fieldName) == ["nextToken"])
            }
        }
    }
}
