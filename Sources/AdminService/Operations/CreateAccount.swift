import AWSJSON
import AdminShapes
import AdminWire
import SellingService

/// Names the company of an account; what is not given stays as it was.
struct CreateAccountOperation: Operation {
    typealias Contract = CreateAccount

    let environment: AdminEnvironment

    func run(_ input: CreateAccountRequest, for call: Call) async throws -> Answer<CreateAccountResponse> {
        let profile = try await environment.selling.nameAccount(
            input.accountId,
            companyName: input.companyName,
            websiteURL: input.websiteUrl
        )
        return .value(CreateAccountResponse(account: Account(profile)))
    }
}
