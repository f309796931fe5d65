/// The company behind an account, as members of an engagement see one another.
public struct Company: Sendable, Hashable {
    /// 12 digits, or `aws` for AWS itself.
    public let accountIdentifier: String
    public let name: String
    public let websiteURL: String?

    public init(accountIdentifier: String, name: String, websiteURL: String? = nil) {
        self.accountIdentifier = accountIdentifier
        self.name = name
        self.websiteURL = websiteURL
    }

    /// AWS takes part under an account identifier of its own (captured, a referral's sender and existing member).
    public static let aws = Company(accountIdentifier: "aws", name: "AWS", websiteURL: "www.aws.com")

    /// The company of an account that nobody has named. Ours: on AWS every account belongs to a registered partner.
    ///
    /// A captured member without a website shows the text `null` in its place; that is taken for a defect, and the
    /// member is left out.
    public static func unnamed(_ accountIdentifier: String) -> Company {
        Company(accountIdentifier: accountIdentifier, name: "Partner \(accountIdentifier)")
    }
}
