import Store

extension MigrationRoom {
    /// Engagements, their members and invitations, and the companies behind accounts.
    ///
    /// Engagements and invitations belong to no account, so that their keys begin with the catalog. What an account
    /// lists has an index that begins with the account.
    static let engagements = [
        engagement, engagementMember, engagementsOfAccount,
        invitation, invitationsBySender, invitationsByReceiver, invitationsOfEngagement, pendingInvitations,
        accountProfile,
    ]

    private static let engagement = """
        CREATE TABLE engagement (
            catalog TEXT NOT NULL,
            id TEXT NOT NULL,
            document BYTEA NOT NULL,
            PRIMARY KEY (catalog, id)
        )
        """

    /// `position` counts the members in the order in which they joined; `created_at_ms` is the engagement's, kept here
    /// because it is what an account's list is ordered by.
    private static let engagementMember = """
        CREATE TABLE engagement_member (
            catalog TEXT NOT NULL,
            engagement TEXT NOT NULL,
            account TEXT NOT NULL,
            position BIGINT NOT NULL,
            joined_at_ms BIGINT NOT NULL,
            created_at_ms BIGINT NOT NULL,
            PRIMARY KEY (catalog, engagement, account)
        )
        """

    private static let engagementsOfAccount = """
        CREATE INDEX engagement_member_of_account
            ON engagement_member (account, catalog, created_at_ms, engagement)
        """

    /// The columns beside the document repeat what lists filter by, so that they need not read documents they leave out.
    private static let invitation = """
        CREATE TABLE engagement_invitation (
            catalog TEXT NOT NULL,
            id TEXT NOT NULL,
            engagement TEXT NOT NULL,
            sender TEXT NOT NULL,
            receiver TEXT NOT NULL,
            status TEXT NOT NULL,
            payload_type TEXT NOT NULL,
            invited_at_ms BIGINT NOT NULL,
            expires_at_ms BIGINT NOT NULL,
            document BYTEA NOT NULL,
            PRIMARY KEY (catalog, id)
        )
        """

    private static let invitationsBySender = """
        CREATE INDEX engagement_invitation_by_sender
            ON engagement_invitation (sender, catalog, invited_at_ms, id)
        """

    private static let invitationsByReceiver = """
        CREATE INDEX engagement_invitation_by_receiver
            ON engagement_invitation (receiver, catalog, invited_at_ms, id)
        """

    private static let invitationsOfEngagement = """
        CREATE INDEX engagement_invitation_of_engagement
            ON engagement_invitation (catalog, engagement, status)
        """

    private static let pendingInvitations = """
        CREATE INDEX engagement_invitation_pending
            ON engagement_invitation (expires_at_ms, catalog, id) WHERE status = 'PENDING'
        """

    private static let accountProfile = """
        CREATE TABLE account_profile (
            account TEXT NOT NULL,
            company_name TEXT NOT NULL,
            website_url TEXT,
            PRIMARY KEY (account)
        )
        """
}
