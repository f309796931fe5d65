import SellingShapes
import Testing

extension SellingServiceTests {
    /// The DisassociateOpportunity page: "incorrect identifiers result in an error and no changes are made".
    @Suite("A refused request changes nothing")
    struct RefusedChangesNothingTests {
        struct Refused: Sendable {
            let operation: String
            /// Members that differ from a good request; nil leaves the member out.
            let members: [String: String?]
            var account = ServiceUnderTest.account
            let code: String
            var errorCodes: [ValidationExceptionErrorCode]?

            init(
                _ operation: String,
                _ members: [String: String?],
                account: String = ServiceUnderTest.account,
                _ code: String,
                _ errorCodes: [ValidationExceptionErrorCode]? = nil
            ) {
                self.operation = operation
                self.members = members
                self.account = account
                self.code = code
                self.errorCodes = errorCodes
            }
        }

        private static let notFound = "ResourceNotFoundException"
        private static let invalid = "ValidationException"
        private static let arn = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace"

        /// Refused for both operations.
        static let always: [Refused] = ["AssociateOpportunity", "DisassociateOpportunity"].flatMap { operation in
            [
                Refused(operation, ["Catalog": "AWS"], notFound),
                Refused(operation, [:], account: ServiceUnderTest.otherAccount, notFound),
                Refused(operation, ["OpportunityIdentifier": "O1"], notFound),
                Refused(operation, ["Catalog": nil], invalid, [.requiredFieldMissing]),
                Refused(operation, ["Catalog": "Mars"], invalid, [.invalidEnumValue]),
                Refused(operation, ["Catalog": "sandbox"], invalid, [.invalidEnumValue]),
                Refused(operation, ["OpportunityIdentifier": nil], invalid, [.requiredFieldMissing]),
                Refused(operation, ["OpportunityIdentifier": "O"], invalid, [.invalidStringFormat]),
                Refused(operation, ["RelatedEntityIdentifier": nil], invalid, [.requiredFieldMissing]),
                Refused(operation, ["RelatedEntityType": "Solution"], invalid, [.invalidEnumValue]),
                Refused(
                    operation,
                    ["Catalog": nil, "OpportunityIdentifier": "O", "RelatedEntityType": "?"],
                    invalid,
                    [.requiredFieldMissing, .invalidStringFormat, .invalidEnumValue]
                ),
            ]
        }

        static let ofOne: [Refused] = [
            Refused("DisassociateOpportunity", [:], invalid, [.actionNotPermitted]),
            Refused("DisassociateOpportunity", ["RelatedEntityIdentifier": "S-7654321"], notFound),
            Refused("DisassociateOpportunity", ["RelatedEntityType": "AwsProducts"], notFound),
            Refused("AssociateOpportunity", ["RelatedEntityIdentifier": "S-9999999"], notFound),
            Refused("AssociateOpportunity", ["RelatedEntityIdentifier": "S-1111111"], invalid, [.invalidResourceState]),
            Refused("AssociateOpportunity", ["RelatedEntityIdentifier": "Other"], invalid, [.invalidValue]),
            Refused("AssociateOpportunity", ["RelatedEntityType": "AwsProducts"], invalid, [.invalidValue]),
            Refused(
                "AssociateOpportunity",
                ["RelatedEntityType": "AwsMarketplaceOffers"],
                invalid,
                [.invalidValue, .tooManyValues]
            ),
            Refused(
                "AssociateOpportunity",
                ["RelatedEntityType": "AwsMarketplaceOffers", "RelatedEntityIdentifier": "\(arn)/Offer/offer-2"],
                invalid,
                [.tooManyValues]
            ),
            Refused(
                "AssociateOpportunity",
                [
                    "RelatedEntityType": "AwsMarketplaceOfferSets",
                    "RelatedEntityIdentifier": "\(arn)/OfferSet/offerset-1",
                ],
                invalid,
                [.actionNotPermitted]
            ),
        ]

        @Test("not a byte of the opportunity, no event, no record", arguments: StoreKind.all)
        func nothing(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                try await service.associate(identifier, .solutions, "S-1234567")
                try await service.associate(identifier, .awsMarketplaceOffers, "\(Self.arn)/Offer/offer-1")
                try await service.force(identifier) { $0.reviewStatus = .approved }
                let document = try await service.document(identifier)
                let rows = try await Self.rows(service)
                service.clock.advance(byMilliseconds: 1_000)
                for refused in Self.always + Self.ofOne {
                    let reply = try await service.send(
                        refused.operation,
                        Self.body(refused, identifier),
                        account: refused.account
                    )
                    #expect(reply.code == refused.code, "\(refused)")
                    #expect(reply.validation?.errorList?.map(\.code) == refused.errorCodes, "\(refused)")
                    #expect(try await service.document(identifier) == document, "\(refused)")
                    #expect(try await Self.rows(service) == rows, "\(refused)")
                }
            }
        }

        private static func body(_ refused: Refused, _ identifier: String) -> String {
            let good: [String: String?] = [
                "Catalog": "Sandbox", "OpportunityIdentifier": identifier, "RelatedEntityIdentifier": "S-1234567",
                "RelatedEntityType": "Solutions",
            ]
            let members = good.merging(refused.members) { $1 }.compactMapValues { $0 }
            return "{" + members.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
        }

        private static func rows(_ service: ServiceUnderTest) async throws -> [Int] {
            var counts: [Int] = []
            for table in ["opportunity", "tag", "outbox", "replay_record", "solution", "marketplace_entity"] {
                counts.append(try await service.count(table))
            }
            return counts
        }
    }
}
