import SellingDomain
import Store

/// The accounts that this service has seen: those that were named, and those that something belongs to.
enum AccountTable {
    /// Each walks an index that begins with the account, so that many rows of one account cost no more than one.
    private static let nextAccounts = [
        ("account_profile", "account"), ("opportunity", "account"), ("aws_referral", "account"),
        ("solution", "account"), ("marketplace_entity", "account"), ("selling_system_settings", "account"),
        ("partner_user", "account"), ("tag", "account"), ("engagement_member", "account"),
        ("engagement_invitation", "receiver"),
    ]
    .map { table, column in Statement("SELECT MIN(\(column)) FROM \(table) WHERE \(column) > $1") }

    /// Up to `limit` accounts whose identifiers come after one, in their order. AWS itself, which takes part in
    /// engagements, is none.
    static func page(in transaction: some SQLReading, after start: String, limit: Int) throws -> [String] {
        var accounts: [String] = []
        var last = start
        while accounts.count < limit, let next = try next(in: transaction, after: last) {
            if next != Company.aws.accountIdentifier { accounts.append(next) }
            last = next
        }
        return accounts
    }

    private static func next(in transaction: some SQLReading, after account: String) throws -> String? {
        try nextAccounts.compactMap { statement in
            try transaction.first(statement, [.text(account)]) { $0.optionalText(0) } ?? nil
        }
        .min()
    }
}
