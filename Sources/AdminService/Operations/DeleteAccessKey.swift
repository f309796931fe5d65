import AWSJSON
import AdminShapes
import AdminWire
import Identity

/// Takes an access key away; one that is not there is away already.
struct DeleteAccessKeyOperation: Operation {
    typealias Contract = DeleteAccessKey

    let environment: AdminEnvironment

    func run(_ input: DeleteAccessKeyRequest, for call: Call) async throws -> Answer<DeleteAccessKeyResponse> {
        try await environment.keys.delete(input.accessKeyId)
        return .value(DeleteAccessKeyResponse())
    }
}
