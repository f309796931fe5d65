import AWSJSON
import AdminShapes
import AdminWire
import Identity
import SellingService

/// Lists every account that was seen: named, with a key, or with something of its own.
struct ListAccountsOperation: Operation {
    typealias Contract = ListAccounts

    let environment: AdminEnvironment

    func run(_ input: ListAccountsRequest, for call: Call) async throws -> Answer<ListAccountsResponse> {
        let accounts = try await environment.seenAccounts()
        let profiles = try await environment.selling.profiles(of: accounts)
        return .value(ListAccountsResponse(accounts: profiles.map(Account.init)))
    }
}

extension AdminEnvironment {
    /// The accounts that the Selling service or the keys know of, by identifier.
    func seenAccounts() async throws -> [String] {
        Set(try await selling.accounts()).union(try await keys.accounts()).sorted()
    }
}

extension Account {
    init(_ profile: AccountProfile) {
        self.init(
            accountId: profile.accountIdentifier,
            companyName: profile.companyName,
            websiteUrl: profile.websiteURL
        )
    }
}
