public import AWSJSON
import SellingWire

extension ServiceDefinition {
    /// AWS Partner Central Selling.
    public static func selling(_ environment: SellingEnvironment) -> ServiceDefinition {
        ServiceDefinition(
            targetPrefix: SellingModel.targetPrefix,
            signingName: SellingModel.signingName,
            // The service signs as partnercentral-selling, but its ARNs say partnercentral (captured).
            arnService: "partnercentral",
            operationNames: Set(SellingOperation.allCases.map(\.rawValue)),
            endpoints: SellingOperation.allCases.map { OperationTable.endpoint($0, environment) },
            limits: SellingLimits.byOperation,
            refusals: .selling,
            // AWS's events page, and every recorded event.
            eventSource: "aws.partnercentral-selling"
        )
    }
}
