/// The ARN of an AWS Marketplace entity: `arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/offer-1`.
///
/// The form is the one of the model's AwsMarketplaceOfferIdentifier, taken for every type: a region of one or two
/// letters, a word and a number, an account of 12 digits. Undocumented: the model would take an empty identifier, which
/// names nothing and is refused here.
public struct MarketplaceARN: Sendable, Hashable {
    /// `Offer`, `OfferSet`, `Solution`, `SaaSProduct` …
    public let type: String
    /// `offer-1`
    public let identifier: String

    public init?(_ text: String) {
        let fields = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0] == "arn", fields[1] == "aws", fields[2] == "aws-marketplace",
            Self.isRegion(fields[3]), Self.isAccount(fields[4])
        else { return nil }
        let path = fields[5].split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard path.count == 3, path[0] == "AWSMarketplace", !path[1].isEmpty, !path[2].isEmpty else { return nil }
        // The model's pattern ends in `.*`, which takes no line break; other control characters are refused with them.
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
        type = String(path[1])
        identifier = String(path[2])
    }

    private static func isRegion(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 && (1...2).contains(parts[0].utf8.count) && parts[0].utf8.allSatisfy(isSmallLetter)
            && parts[1].utf8.allSatisfy(isSmallLetter) && !parts[2].isEmpty && parts[2].utf8.allSatisfy(isDigit)
    }

    private static func isAccount(_ text: Substring) -> Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy(isDigit)
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

private func isSmallLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
