import SellingShapes
import Testing

extension SellingServiceTests {
    @Suite("A refused request about snapshots changes nothing")
    struct SnapshotRefusalTests {
        struct Refused: Sendable {
            let operation: String
            /// Members that differ from a good request; nil leaves the member out.
            let members: [String: String?]
            let code: String
            let errorCodes: [ValidationExceptionErrorCode]?

            init(
                _ operation: String,
                _ members: [String: String?],
                _ code: String,
                _ errorCodes: [ValidationExceptionErrorCode]? = nil
            ) {
                self.operation = operation
                self.members = members
                self.code = code
                self.errorCodes = errorCodes
            }
        }

        private static let notFound = "ResourceNotFoundException"
        private static let invalid = "ValidationException"

        static let ofBoth: [Refused] = ["CreateResourceSnapshot", "CreateResourceSnapshotJob"].flatMap { operation in
            [
                Refused(operation, ["Catalog": "AWS"], notFound),
                Refused(operation, ["Catalog": "Mars"], invalid, [.invalidEnumValue]),
                Refused(operation, ["EngagementIdentifier": "eng-00000000000000"], notFound),
                Refused(operation, ["EngagementIdentifier": "eng-1"], invalid, [.invalidStringFormat]),
                Refused(operation, ["ResourceIdentifier": "O1"], notFound),
                Refused(operation, ["ResourceIdentifier": "1"], invalid, [.invalidStringFormat]),
                Refused(operation, ["ResourceType": "Solution"], invalid, [.invalidEnumValue]),
                Refused(operation, ["ResourceSnapshotTemplateIdentifier": "Opportunity"], invalid, [.invalidValue]),
                Refused(
                    operation,
                    ["ResourceSnapshotTemplateIdentifier": "AwsOpportunitySummaryFullView"],
                    invalid,
                    [.actionNotPermitted]
                ),
                Refused(
                    operation,
                    ["ResourceSnapshotTemplateIdentifier": "a b"],
                    invalid,
                    [.invalidStringFormat]
                ),
                Refused(operation, ["ClientToken": nil], invalid, [.requiredFieldMissing]),
                Refused(operation, ["ClientToken": "used"], "ConflictException"),
            ]
        }

        static let ofJobs: [Refused] = [
            Refused("CreateResourceSnapshotJob", [:], "ConflictException"),
            Refused("StartResourceSnapshotJob", ["ResourceSnapshotJobIdentifier": "job-0000000000000"], notFound),
            Refused("StopResourceSnapshotJob", ["ResourceSnapshotJobIdentifier": "job-0000000000000"], notFound),
            Refused("DeleteResourceSnapshotJob", ["ResourceSnapshotJobIdentifier": "job-0000000000000"], notFound),
            Refused(
                "StartResourceSnapshotJob",
                ["ResourceSnapshotJobIdentifier": "job-1"],
                invalid,
                [.invalidStringFormat]
            ),
            Refused("DeleteResourceSnapshotJob", [:], "ConflictException"),
        ]

        @Test("no snapshot, no job, no context, no event, no record", arguments: StoreKind.all)
        func nothing(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let opportunity = try await service.create()
                let other = try await service.create()
                try await service.snapshot(other, in: engagement, token: "used")
                _ = try await service.createJob(other, in: engagement, token: "used")
                let job = try await service.runningJob(opportunity, in: engagement)
                let good: [String: String?] = [
                    "Catalog": "Sandbox", "ClientToken": "new", "EngagementIdentifier": engagement,
                    "ResourceIdentifier": opportunity, "ResourceType": "Opportunity",
                    "ResourceSnapshotTemplateIdentifier": "OpportunitySummaryView",
                    "ResourceSnapshotJobIdentifier": job,
                ]
                let rows = try await service.snapshotRows()
                service.clock.advance(byMilliseconds: 1_000)
                for refused in Self.ofBoth + Self.ofJobs {
                    let members = good.merging(refused.members) { $1 }.compactMapValues { $0 }
                    let body = "{" + members.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
                    let reply = try await service.send(refused.operation, body)
                    #expect(reply.code == refused.code, "\(refused)")
                    #expect(reply.validation?.errorList?.map(\.code) == refused.errorCodes, "\(refused)")
                    #expect(try await service.snapshotRows() == rows, "\(refused)")
                }
            }
        }
    }
}
