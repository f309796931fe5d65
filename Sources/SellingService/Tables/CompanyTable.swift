import SellingDomain
import Store

/// The companies behind accounts, as far as somebody has named them.
enum CompanyTable {
    private static let selectRow: Statement =
        "SELECT company_name, website_url FROM account_profile WHERE account = $1"
    private static let upsertRow: Statement = """
        INSERT INTO account_profile (account, company_name, website_url) VALUES ($1, $2, $3)
        ON CONFLICT (account) DO UPDATE
        SET company_name = excluded.company_name, website_url = excluded.website_url
        """

    /// The company of any account: AWS, one that was named, or one that goes by its account's number.
    static func find(in transaction: some SQLReading, account: String) throws -> Company {
        if account == Company.aws.accountIdentifier { return .aws }
        let named = try transaction.first(selectRow, [.text(account)]) { row in
            Company(accountIdentifier: account, name: row.text(0), websiteURL: row.optionalText(1))
        }
        return named ?? .unnamed(account)
    }

    static func put(in transaction: some SQLWriting, _ company: Company) throws {
        try transaction.run(
            upsertRow,
            [.text(company.accountIdentifier), .text(company.name), .optional(company.websiteURL)]
        )
    }
}
