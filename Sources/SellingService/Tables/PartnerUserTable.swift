import SellingDomain
import Store

/// The users of each account in Partner Central, by email. An account without any has its given alliance lead.
enum PartnerUserTable {
    /// More users than a partner registers. A list looks at no more rows than these.
    static let mostRows = 10_000

    private static let columns = "email, first_name, last_name, phone, is_alliance_lead"
    private static let selectOne = Statement("SELECT \(columns) FROM partner_user WHERE account = $1 AND email = $2")
    private static let selectAll = Statement(
        "SELECT \(columns) FROM partner_user WHERE account = $1 ORDER BY email LIMIT $2"
    )
    private static let selectLead = Statement(
        "SELECT \(columns) FROM partner_user WHERE account = $1 AND is_alliance_lead = 1 ORDER BY email LIMIT 1"
    )
    private static let upsertRow: Statement = """
        INSERT INTO partner_user (account, email, first_name, last_name, phone, is_alliance_lead)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (account, email) DO UPDATE SET first_name = excluded.first_name, last_name = excluded.last_name,
        phone = excluded.phone, is_alliance_lead = excluded.is_alliance_lead
        """
    private static let demoteLeads: Statement = "UPDATE partner_user SET is_alliance_lead = 0 WHERE account = $1"

    /// The user with this email; capitals do not matter.
    static func find(in transaction: some SQLReading, account: String, email: String) throws -> PartnerUser? {
        let email = email.lowercased()
        if let own = try transaction.first(selectOne, [.text(account), .text(email)], decode) { return own }
        let given = allianceLead(ofAccount: account)
        return given.email == email ? given : nil
    }

    static func all(in transaction: some SQLReading, account: String) throws -> [PartnerUser] {
        let own = try transaction.all(selectAll, [.text(account), .integer(Int64(mostRows))], decode)
        let given = allianceLead(ofAccount: account)
        return own.contains { $0.email == given.email } ? own : own + [given]
    }

    /// The user who owns what the account creates.
    static func lead(in transaction: some SQLReading, account: String) throws -> PartnerUser {
        try transaction.first(selectLead, [.text(account)], decode) ?? allianceLead(ofAccount: account)
    }

    /// Registers a user, or changes one. An account has one alliance lead: a new one takes the other's place.
    static func put(in transaction: some SQLWriting, account: String, _ user: PartnerUser) throws {
        if user.isAllianceLead { try transaction.run(demoteLeads, [.text(account)]) }
        try transaction.run(
            upsertRow,
            [
                .text(account), .text(user.email.lowercased()), .text(user.firstName), .text(user.lastName),
                .optional(user.phone), .integer(user.isAllianceLead ? 1 : 0),
            ]
        )
    }

    private static func decode(_ row: Row) -> PartnerUser {
        PartnerUser(
            email: row.text(0),
            firstName: row.text(1),
            lastName: row.text(2),
            phone: row.optionalText(3),
            isAllianceLead: row.integer(4) != 0
        )
    }
}
