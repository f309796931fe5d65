import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Sets tags on a resource of the caller's; a key that is there already gets the new value.
struct TagResourceOperation: Operation {
    typealias Contract = TagResource

    let environment: SellingEnvironment

    func run(_ input: TagResourceRequest, for call: Call) async throws -> Answer<TagResourceResponse> {
        try await environment.store.write { transaction in
            guard try TaggedResource.exists(input.resourceArn, call, environment, in: transaction) else {
                throw Contract.Failure.refused(.resourceNotFound(input.resourceArn))
            }
            let present = try TagTable.all(in: transaction, account: call.accountIdentifier, arn: input.resourceArn)
            let violations = TagRules.violations(setting: input.tags, beside: present)
            guard violations.isEmpty else { throw Contract.Failure.refused(.violations(violations)) }
            try TagTable.put(in: transaction, account: call.accountIdentifier, arn: input.resourceArn, input.tags)
        }
        return .value(TagResourceResponse())
    }
}
