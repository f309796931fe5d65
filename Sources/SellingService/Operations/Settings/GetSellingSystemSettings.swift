import AWSJSON
import SellingShapes
import SellingWire
import Store

/// Answers the caller's settings in a catalog; with nothing set, the catalog alone.
struct GetSellingSystemSettingsOperation: Operation {
    typealias Contract = GetSellingSystemSettings

    let environment: SellingEnvironment

    func run(
        _ input: GetSellingSystemSettingsRequest,
        for call: Call
    ) async throws -> Answer<GetSellingSystemSettingsResponse> {
        let role = try await environment.store.read {
            try SettingsTable.roleARN(in: $0, account: call.accountIdentifier, input.catalog)
        }
        return .value(GetSellingSystemSettingsResponse(catalog: input.catalog, resourceSnapshotJobRoleArn: role))
    }
}
