import AWSJSON
import AdminShapes
import AdminWire
import SellingService

/// Registers a user of an account, or replaces the one with this email.
struct PutUserOperation: Operation {
    typealias Contract = PutUser

    let environment: AdminEnvironment

    func run(_ input: PutUserRequest, for call: Call) async throws -> Answer<PutUserResponse> {
        try await environment.selling.putUser(
            AccountUser(
                accountIdentifier: input.accountId ?? defaultAccountIdentifier,
                email: input.email,
                firstName: input.firstName,
                lastName: input.lastName,
                phone: input.phone,
                isAllianceLead: input.allianceLead ?? false
            )
        )
        return .value(PutUserResponse())
    }
}
