import AWSJSON
import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("TagResource, UntagResource and ListTagsForResource")
    struct TagTests {
        static func arn(_ identifier: String, account: String = ServiceUnderTest.account, catalog: String = "Sandbox")
            -> String
        {
            "arn:aws:partnercentral:us-east-1:\(account):catalog/\(catalog)/opportunity/\(identifier)"
        }

        static func tags(_ service: ServiceUnderTest, _ arn: String) async throws -> [SellingShapes.Tag] {
            try await service.call(ListTagsForResource.self, ListTagsForResourceRequest(resourceArn: arn)).tags
        }

        static func tag(_ service: ServiceUnderTest, _ arn: String, _ tags: [SellingShapes.Tag]) async throws {
            try await service.call(TagResource.self, TagResourceRequest(resourceArn: arn, tags: tags))
        }

        @Test("tags are added, replaced, removed and listed by key, in the order of bytes", arguments: StoreKind.all)
        func lifeOfTags(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let arn = Self.arn(try await service.create())
                #expect(try await Self.tags(service, arn) == [])
                let keys = ["b", "B", "a_b", "a", "ab", "a-b", "é"]
                try await Self.tag(service, arn, keys.map { Tag(key: $0, value: "1") })
                #expect(try await Self.tags(service, arn).map(\.key) == ["B", "a", "a-b", "a_b", "ab", "b", "é"])
                try await Self.tag(service, arn, [Tag(key: "a", value: "2"), Tag(key: "c", value: "3")])
                try await service.call(
                    UntagResource.self,
                    UntagResourceRequest(resourceArn: arn, tagKeys: ["B", "a-b", "a_b", "ab", "é", "never there"])
                )
                #expect(
                    try await Self.tags(service, arn)
                        == [Tag(key: "a", value: "2"), Tag(key: "b", value: "1"), Tag(key: "c", value: "3")]
                )
            }
        }

        @Test("tags given at creation are there", arguments: StoreKind.all)
        func atCreation(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let request = CreateOpportunityRequest(
                    catalog: .sandbox,
                    clientToken: "t",
                    tags: [Tag(key: "team", value: "west")]
                )
                let identifier = try await service.call(CreateOpportunity.self, request).id
                #expect(try await Self.tags(service, Self.arn(identifier)) == [Tag(key: "team", value: "west")])
            }
        }

        @Test("tags are no change of the opportunity: no date, no event", arguments: StoreKind.all)
        func noChange(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let document = try await service.document(identifier)
                service.clock.advance(byMilliseconds: 1_000)
                try await Self.tag(service, Self.arn(identifier), [Tag(key: "a", value: "1")])
                #expect(try await service.document(identifier) == document)
                #expect(try await service.events() == ["Opportunity Created"])
            }
        }

        @Test(
            "an ARN that is not, to the letter, one of the caller's is not found by any of the three",
            arguments: StoreKind.all
        )
        func notFound(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let good = Self.arn(identifier)
                for arn in [
                    Self.arn("O1"), Self.arn(identifier, catalog: "AWS"), Self.arn(identifier, account: "444455556666"),
                    good.replacing("us-east-1", with: "eu-west-1"), good.replacing(":us-east-1:", with: "::"),
                    good.replacing("/opportunity/", with: "/resource-snapshot-job/"),
                ] {
                    for (operation, members) in [
                        ("TagResource", #","Tags":[{"Key":"a","Value":"1"}]"#), ("UntagResource", #","TagKeys":["a"]"#),
                        ("ListTagsForResource", ""),
                    ] {
                        let reply = try await service.send(operation, #"{"ResourceArn":"\#(arn)"\#(members)}"#)
                        #expect(reply.code == "ResourceNotFoundException", "\(operation) \(arn)")
                    }
                }
                #expect(try await service.count("tag") == 0)
            }
        }

        @Test("a refused request sets none of its tags", arguments: StoreKind.all)
        func allOrNothing(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let arn = Self.arn(try await service.create())
                try await Self.tag(service, arn, (1...150).map { Tag(key: "old-\($0)", value: "") })
                let excess = try await refusal {
                    try await Self.tag(service, arn, (1...51).map { Tag(key: "new-\($0)", value: "") })
                }
                #expect(excess.validation?.errorList?.map(\.code) == [.tooManyValues])
                let repeated = try await refusal {
                    try await Self.tag(service, arn, [Tag(key: "a", value: "1"), Tag(key: "a", value: "2")])
                }
                #expect(repeated.validation?.errorList?.map(\.code) == [.duplicateKeyValue])
                #expect(try await service.count("tag") == 150)
            }
        }
    }
}
