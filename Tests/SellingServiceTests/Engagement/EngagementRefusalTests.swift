import SellingShapes
import SmithyTypes
import Testing

extension SellingServiceTests {
    @Suite("Refused requests about engagements")
    struct EngagementRefusalTests {
        struct Refused: Sendable, CustomTestStringConvertible {
            let operation: String
            /// Members that differ from a good request, as JSON; nil leaves the member out.
            let members: [String: String?]
            var account = ServiceUnderTest.account
            let code: String
            var errors: [String: ValidationExceptionErrorCode] = [:]

            var testDescription: String { "\(operation) \(members)" }
        }

        private static let notFound = "ResourceNotFoundException"
        private static let invalid = "ValidationException"
        private static let arn = #""arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/"#

        /// What names no engagement of the caller's.
        static let unnamed: [String] = [
            #""eng-00000000000000""#, arn + #"eng-00000000000000""#, arn + #"""#,
            #""arn:aws:partnercentral:us-east-1::catalog/AWS/engagement/ENGAGEMENT""#,
            #""arn:aws:partnercentral:eu-central-1::catalog/Sandbox/engagement/ENGAGEMENT""#,
            #""arn:aws-cn:partnercentral:us-east-1::catalog/Sandbox/engagement/ENGAGEMENT""#,
            #""arn:aws:partnercentral:us-east-1:111122223333:catalog/Sandbox/engagement/ENGAGEMENT""#,
            #""arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement-invitation/ENGAGEMENT""#,
            #""arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/ENGAGEMENT/snapshot""#,
            #""arn:\u0000""#,
        ]

        static let notFoundCases: [Refused] =
            [("GetEngagement", "Identifier"), ("ListEngagementMembers", "Identifier")].flatMap { operation, member in
                unnamed.map { Refused(operation: operation, members: [member: $0], code: notFound) }
                    + [Refused(operation: operation, members: ["Catalog": #""AWS""#], code: notFound)]
            }
            + unnamed.map {
                Refused(operation: "UpdateEngagementContext", members: ["EngagementIdentifier": $0], code: notFound)
            }
            + [
                "GetEngagement", "ListEngagementMembers", "CreateEngagementContext", "UpdateEngagementContext",
                "CreateEngagementInvitation",
            ].flatMap { operation in
                // Another account, a receiver that has not accepted, and AWS.
                [ServiceUnderTest.outsider, ServiceUnderTest.otherAccount, "aws"].map {
                    Refused(operation: operation, members: [:], account: $0, code: notFound)
                }
            }
            + [
                Refused(
                    operation: "UpdateEngagementContext",
                    members: ["ContextIdentifier": #""2""#],
                    code: notFound
                )
            ]

        private static let project = #"{"CustomerProject": {}}"#

        static let violationCases: [Refused] = [
            Refused(
                operation: "CreateEngagement",
                members: ["Contexts": #"[{"Type": "Lead", "Payload": \#(project)}, {"Type": "Lead"}]"#],
                code: invalid,
                errors: ["contexts.type": .invalidValue, "contexts.payload": .requiredFieldMissing]
            ),
            Refused(
                operation: "CreateEngagement",
                members: [
                    "Contexts": "[" + Array(repeating: #"{"Type": "Lead"}"#, count: 6).joined(separator: ",") + "]"
                ],
                code: invalid,
                errors: ["contexts": .tooManyValues]
            ),
            Refused(
                operation: "CreateEngagement",
                members: ["Catalog": #""Mars""#, "Title": "\"" + String(repeating: "é", count: 41) + "\""],
                code: invalid,
                errors: ["catalog": .invalidEnumValue, "title": .invalidStringFormat]
            ),
            Refused(
                operation: "CreateEngagementContext",
                members: ["Type": #""Lead""#],
                code: invalid,
                errors: ["type": .invalidValue]
            ),
            Refused(
                operation: "CreateEngagementContext",
                members: ["Payload": #"{"CustomerProject": {}, "ProspectingResult": {}}"#],
                code: invalid,
                errors: ["payload": .invalidValue]
            ),
            Refused(
                operation: "UpdateEngagementContext",
                members: ["Type": #""CustomerProject""#],
                code: invalid,
                errors: ["type": .invalidValue]
            ),
            Refused(
                operation: "UpdateEngagementContext",
                members: ["Type": #""CustomerProject""#, "Payload": project],
                code: invalid,
                errors: ["type": .invalidValue]
            ),
            Refused(
                operation: "UpdateEngagementContext",
                members: ["EngagementLastModifiedAt": nil, "Payload": "{}"],
                code: invalid,
                errors: ["engagementLastModifiedAt": .requiredFieldMissing, "payload": .invalidValue]
            ),
            Refused(
                operation: "UpdateEngagementContext",
                members: ["EngagementLastModifiedAt": #""2020-01-01T00:00:00Z""#],
                code: "ConflictException"
            ),
            Refused(
                operation: "CreateEngagementInvitation",
                members: ["EngagementIdentifier": arn + #"ENGAGEMENT""#],
                code: invalid,
                errors: ["engagementIdentifier": .invalidStringFormat]
            ),
        ]

        @Test("get their reason and change nothing", arguments: StoreKind.all)
        func nothing(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                try await service.invite(to: engagement)
                let rows = try await service.engagementRows()
                let missing = try await service.send(
                    "GetEngagement",
                    #"{"Catalog": "Sandbox", "Identifier": "eng-00000000000000"}"#
                )
                for refused in Self.notFoundCases + Self.violationCases {
                    let reply = try await service.send(
                        refused.operation,
                        Self.body(refused, engagement, service),
                        account: refused.account
                    )
                    #expect(reply.code == refused.code, "\(refused.testDescription): \(reply.text)")
                    // What is not the caller's is not told from what is not there.
                    if refused.code == Self.notFound { #expect(reply == missing) }
                    let errors = (reply.validation?.errorList ?? []).map { ($0.fieldName ?? "", $0.code) }
                    let found = Dictionary(errors, uniquingKeysWith: { first, _ in first })
                    if refused.code == Self.invalid {
                        #expect(found == refused.errors, "\(refused.testDescription): \(reply.text)")
                    }
                    #expect(try await service.engagementRows() == rows, "\(refused.testDescription)")
                }
            }
        }

        private static func body(_ refused: Refused, _ engagement: String, _ service: ServiceUnderTest) -> String {
            let lead = #"{"Lead": {"Customer": {"CompanyName": "Acme"}}}"#
            let invitation = #"""
                {"Message": "Shall we?", "Receiver": {"Account": {"AwsAccountId": "777788889999"}},
                 "Payload": {"LeadInvitation": {"Customer": {"CompanyName": "Acme"},
                   "Interaction": {"ContactBusinessTitle": "CTO"}}}}
                """#
            let own: [String: String?] =
                switch refused.operation {
                case "CreateEngagement": ["ClientToken": #""r""#, "Title": #""T""#, "Description": #""D""#]
                case "CreateEngagementContext":
                    [
                        "ClientToken": #""r""#, "EngagementIdentifier": "\"ENGAGEMENT\"",
                        "Type": #""CustomerProject""#, "Payload": project,
                    ]
                case "UpdateEngagementContext":
                    [
                        "EngagementIdentifier": "\"ENGAGEMENT\"", "ContextIdentifier": #""1""#, "Type": #""Lead""#,
                        "EngagementLastModifiedAt": "\"\(service.clock.now.iso8601)\"", "Payload": lead,
                    ]
                case "CreateEngagementInvitation":
                    [
                        "ClientToken": #""r""#, "EngagementIdentifier": "\"ENGAGEMENT\"", "Invitation": invitation,
                    ]
                default: ["Identifier": "\"ENGAGEMENT\""]
                }
            let members = own.merging(["Catalog": #""Sandbox""#]) { $1 }.merging(refused.members) { $1 }
            let text = members.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.joined(separator: ",")
            return "{\(text)}".replacing("ENGAGEMENT", with: engagement)
        }
    }
}
