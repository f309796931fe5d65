import AWSJSON
import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("GetSellingSystemSettings and PutSellingSystemSettings")
    struct SettingsTests {
        static func role(
            _ service: ServiceUnderTest,
            _ catalog: CatalogIdentifier = .sandbox,
            account: String = ServiceUnderTest.account
        ) async throws -> String? {
            let answer = try await service.call(
                GetSellingSystemSettings.self,
                GetSellingSystemSettingsRequest(catalog: catalog),
                account: account
            )
            #expect(answer.catalog == catalog)
            return answer.resourceSnapshotJobRoleArn
        }

        @Test("the role is kept as an ARN, replaced, and cleared by leaving it out", arguments: StoreKind.all)
        func role(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                #expect(try await Self.role(service) == nil)
                for (sent, kept) in [
                    ("Jobs", "arn:aws:iam::111122223333:role/Jobs"),
                    ("arn:aws:iam::444455556666:role/Other", "arn:aws:iam::444455556666:role/Other"), (nil, nil),
                ] {
                    let answer = try await service.call(
                        PutSellingSystemSettings.self,
                        PutSellingSystemSettingsRequest(catalog: .sandbox, resourceSnapshotJobRoleIdentifier: sent)
                    )
                    #expect(answer.resourceSnapshotJobRoleArn == kept)
                    #expect(try await Self.role(service) == kept)
                }
            }
        }

        @Test("catalogs and accounts have their own", arguments: StoreKind.all)
        func separate(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                try await service.call(
                    PutSellingSystemSettings.self,
                    PutSellingSystemSettingsRequest(catalog: .sandbox, resourceSnapshotJobRoleIdentifier: "Jobs")
                )
                #expect(try await Self.role(service) != nil)
                #expect(try await Self.role(service, .aws) == nil)
                #expect(try await Self.role(service, account: ServiceUnderTest.otherAccount) == nil)
            }
        }
    }
}
