import AWSJSON
import AdminShapes
import AdminWire
import SellingService

/// Lists the users of an account, or of every account that was seen, each with its given alliance lead.
struct ListUsersOperation: Operation {
    typealias Contract = ListUsers

    let environment: AdminEnvironment

    func run(_ input: ListUsersRequest, for call: Call) async throws -> Answer<ListUsersResponse> {
        let accounts =
            if let account = input.accountId { [account] } else { try await environment.seenAccounts() }
        var users: [AccountUser] = []
        for account in accounts { users += try await environment.selling.users(of: account) }
        return .value(ListUsersResponse(users: users.map(User.init)))
    }
}

extension User {
    init(_ user: AccountUser) {
        self.init(
            accountId: user.accountIdentifier,
            allianceLead: user.isAllianceLead,
            email: user.email,
            firstName: user.firstName,
            lastName: user.lastName,
            phone: user.phone
        )
    }
}
