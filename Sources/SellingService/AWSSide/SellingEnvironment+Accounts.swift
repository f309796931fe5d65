import SellingDomain
import Store

/// The company behind an account.
public struct AccountProfile: Sendable, Hashable {
    /// 12 digits.
    public let accountIdentifier: String
    public let companyName: String
    public let websiteURL: String?
}

/// A user of an account in Partner Central.
public struct AccountUser: Sendable, Hashable {
    public let accountIdentifier: String
    public let email: String
    public let firstName: String
    public let lastName: String
    public let phone: String?
    /// Whether the user owns what the account creates.
    public let isAllianceLead: Bool

    public init(
        accountIdentifier: String,
        email: String,
        firstName: String,
        lastName: String,
        phone: String?,
        isAllianceLead: Bool
    ) {
        self.accountIdentifier = accountIdentifier
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.phone = phone
        self.isAllianceLead = isAllianceLead
    }
}

/// Accounts, their companies and their users, which are registered in Partner Central itself.
extension SellingEnvironment {
    /// Read in one transaction.
    private static let accountsPerPage = 500

    /// Names the company of an account; what is nil stays as it was.
    public func nameAccount(
        _ account: String,
        companyName: String?,
        websiteURL: String?
    ) async throws -> AccountProfile {
        try await store.write { transaction in
            let old = try CompanyTable.find(in: transaction, account: account)
            let company = Company(
                accountIdentifier: account,
                name: companyName ?? old.name,
                websiteURL: websiteURL ?? old.websiteURL
            )
            try CompanyTable.put(in: transaction, company)
            return AccountProfile(company)
        }
    }

    /// Every account that was named or that something of this service belongs to, by identifier.
    public func accounts() async throws -> [String] {
        var accounts: [String] = []
        while true {
            let last = accounts.last ?? ""
            let page = try await store.read {
                try AccountTable.page(in: $0, after: last, limit: Self.accountsPerPage)
            }
            accounts += page
            if page.count < Self.accountsPerPage { return accounts }
        }
    }

    /// The companies of accounts, in their order; an account that nobody has named goes by its number.
    public func profiles(of accounts: [String]) async throws -> [AccountProfile] {
        var profiles: [AccountProfile] = []
        var rest = accounts[...]
        while !rest.isEmpty {
            let page = Array(rest.prefix(Self.accountsPerPage))
            profiles += try await store.read { transaction in
                try page.map { AccountProfile(try CompanyTable.find(in: transaction, account: $0)) }
            }
            rest = rest.dropFirst(page.count)
        }
        return profiles
    }

    /// Registers a user, or changes one with this email. A new alliance lead takes the place of the one before.
    public func putUser(_ user: AccountUser) async throws {
        let partnerUser = PartnerUser(
            email: user.email,
            firstName: user.firstName,
            lastName: user.lastName,
            phone: user.phone,
            isAllianceLead: user.isAllianceLead
        )
        try await store.write { transaction in
            try PartnerUserTable.put(in: transaction, account: user.accountIdentifier, partnerUser)
        }
    }

    /// The users of an account, the given alliance lead among them.
    public func users(of account: String) async throws -> [AccountUser] {
        try await store.read { transaction in
            let lead = try PartnerUserTable.lead(in: transaction, account: account)
            return try PartnerUserTable.all(in: transaction, account: account).map { user in
                AccountUser(
                    accountIdentifier: account,
                    email: user.email,
                    firstName: user.firstName,
                    lastName: user.lastName,
                    phone: user.phone,
                    isAllianceLead: user.email == lead.email
                )
            }
        }
    }
}

extension AccountProfile {
    fileprivate init(_ company: Company) {
        self.init(
            accountIdentifier: company.accountIdentifier,
            companyName: company.name,
            websiteURL: company.websiteURL
        )
    }
}
