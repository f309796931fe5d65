import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Replaces the caller's settings in a catalog; a member that is not sent is cleared.
struct PutSellingSystemSettingsOperation: Operation {
    typealias Contract = PutSellingSystemSettings

    let environment: SellingEnvironment

    func run(
        _ input: PutSellingSystemSettingsRequest,
        for call: Call
    ) async throws -> Answer<PutSellingSystemSettingsResponse> {
        let account = call.accountIdentifier
        let role = input.resourceSnapshotJobRoleIdentifier.map { snapshotJobRoleARN($0, account: account) }
        try await environment.store.write { transaction in
            try SettingsTable.put(in: transaction, account: account, input.catalog, roleARN: role)
        }
        return .value(
            PutSellingSystemSettingsResponse(catalog: input.catalog, resourceSnapshotJobRoleArn: role)
        )
    }
}
