import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Removes tags from a resource of the caller's by their keys; a key that is not there is gone already.
struct UntagResourceOperation: Operation {
    typealias Contract = UntagResource

    let environment: SellingEnvironment

    func run(_ input: UntagResourceRequest, for call: Call) async throws -> Answer<UntagResourceResponse> {
        try await environment.store.write { transaction in
            guard try TaggedResource.exists(input.resourceArn, call, environment, in: transaction) else {
                throw Contract.Failure.refused(.resourceNotFound(input.resourceArn))
            }
            try TagTable.remove(
                in: transaction,
                account: call.accountIdentifier,
                arn: input.resourceArn,
                keys: input.tagKeys
            )
        }
        return .value(UntagResourceResponse())
    }
}
