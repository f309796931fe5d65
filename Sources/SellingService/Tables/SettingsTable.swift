import SellingShapes
import Store

/// The selling system settings of each account, by catalog.
enum SettingsTable {
    private static let selectRole: Statement =
        "SELECT snapshot_job_role_arn FROM selling_system_settings WHERE account = $1 AND catalog = $2"
    private static let upsertRow: Statement = """
        INSERT INTO selling_system_settings (account, catalog, snapshot_job_role_arn) VALUES ($1, $2, $3)
        ON CONFLICT (account, catalog) DO UPDATE SET snapshot_job_role_arn = excluded.snapshot_job_role_arn
        """

    static func roleARN(
        in transaction: some SQLReading,
        account: String,
        _ catalog: CatalogIdentifier
    ) throws -> String? {
        try transaction.first(selectRole, [.text(account), .text(catalog.rawValue)]) { $0.optionalText(0) } ?? nil
    }

    static func put(
        in transaction: some SQLWriting,
        account: String,
        _ catalog: CatalogIdentifier,
        roleARN: String?
    ) throws {
        try transaction.run(upsertRow, [.text(account), .text(catalog.rawValue), .optional(roleARN)])
    }
}
