import Store

extension MigrationRoom {
    /// What submission and review need beside the opportunity itself.
    static let reviewMigration = Migration(
        number: 3,
        name: "AWS's side of opportunities, referrals, users and inheritance",
        statements: [awsOpportunity, awsReferral, partnerUser, inheritance]
    )

    private static let awsOpportunity = """
        CREATE TABLE aws_opportunity (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            id TEXT NOT NULL,
            document BYTEA NOT NULL,
            PRIMARY KEY (account, catalog, id)
        )
        """

    private static let awsReferral = """
        CREATE TABLE aws_referral (
            account TEXT NOT NULL,
            catalog TEXT NOT NULL,
            id TEXT NOT NULL,
            document BYTEA NOT NULL,
            PRIMARY KEY (account, catalog, id)
        )
        """

    private static let partnerUser = """
        CREATE TABLE partner_user (
            account TEXT NOT NULL,
            email TEXT NOT NULL,
            first_name TEXT NOT NULL,
            last_name TEXT NOT NULL,
            phone TEXT,
            is_alliance_lead BIGINT NOT NULL,
            PRIMARY KEY (account, email)
        )
        """

    private static let inheritance = "ALTER TABLE opportunity ADD COLUMN is_inherited BIGINT NOT NULL DEFAULT 0"
}
