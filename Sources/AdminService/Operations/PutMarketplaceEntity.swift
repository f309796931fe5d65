import AWSJSON
import AdminShapes
import AdminWire
import SellingService

/// Registers an AWS Marketplace entity of an account. From the first on, only registered ones can be associated.
struct PutMarketplaceEntityOperation: Operation {
    typealias Contract = PutMarketplaceEntity

    let environment: AdminEnvironment

    func run(_ input: PutMarketplaceEntityRequest, for call: Call) async throws -> Answer<PutMarketplaceEntityResponse>
    {
        let isRegistered = try await environment.selling.putMarketplaceEntity(
            account: input.accountId ?? defaultAccountIdentifier,
            catalog: input.catalog?.rawValue ?? defaultCatalog.rawValue,
            arn: input.arn
        )
        guard isRegistered else {
            throw Contract.Failure.validation(
                ValidationException(
                    "arn",
                    "Arn must have the form arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/offer-1."
                )
            )
        }
        return .value(PutMarketplaceEntityResponse())
    }
}
