public import SellingShapes
import SmithyTypes

/// What an opportunity is found and ordered by in a list. All of it is made of the opportunity's document.
public struct ListedOpportunity: Sendable {
    public let identifier: String
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let lastModifiedMilliseconds: Int64
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let createdMilliseconds: Int64
    /// `YYYY-MM-DD`; empty where there is none.
    public let targetCloseDate: String
    /// A value of the model's Stage; empty where there is none.
    public let stage: String
    /// A value of the model's ReviewStatus; empty where there is none.
    public let reviewStatus: String
    /// See `companyKey(_:)`; empty where there is no customer.
    public let companyKey: String

    public init(
        identifier: String,
        lastModifiedMilliseconds: Int64,
        createdMilliseconds: Int64,
        targetCloseDate: String,
        stage: String,
        reviewStatus: String,
        companyKey: String
    ) {
        self.identifier = identifier
        self.lastModifiedMilliseconds = lastModifiedMilliseconds
        self.createdMilliseconds = createdMilliseconds
        self.targetCloseDate = targetCloseDate
        self.stage = stage
        self.reviewStatus = reviewStatus
        self.companyKey = companyKey
    }

    public init(_ opportunity: GetOpportunityResponse) {
        self.init(
            identifier: opportunity.id,
            lastModifiedMilliseconds: opportunity.lastModifiedDate.millisecondsSinceEpoch,
            createdMilliseconds: opportunity.createdDate.millisecondsSinceEpoch,
            targetCloseDate: opportunity.lifeCycle?.targetCloseDate ?? "",
            stage: opportunity.lifeCycle?.stage?.rawValue ?? "",
            reviewStatus: opportunity.lifeCycle?.reviewStatus?.rawValue ?? "",
            companyKey: opportunity.customer?.account.map { Self.companyKey($0.companyName) } ?? ""
        )
    }

    /// The identifier as it is ordered by: see `identifierKey(_:)`.
    public var identifierKey: String { Self.identifierKey(identifier) }
}

// MARK: Keys

extension ListedOpportunity {
    /// The number of digits, in two, and the digits: as text, `O9` comes before `O10`, and no two identifiers are one.
    ///
    /// Undocumented: how AWS orders by Identifier. A number is what an identifier is; it may exceed 64 bits.
    public static func identifierKey(_ identifier: String) -> String {
        let digits = identifier.dropFirst()
        let count = digits.utf8.count
        return (count < 10 ? "0\(count)" : "\(count)") + digits
    }

    /// `=` and the company's name with the case of its letters taken away.
    ///
    /// Undocumented: whether CustomerCompanyName is compared whole and with its case; whole and without it is what
    /// people mean by a name. The sign tells an empty name from none. U+0000, which a name may hold and a text column
    /// may not, gives way in such a manner that names stay different and in order.
    public static func companyKey(_ name: String) -> String {
        var key = "=".unicodeScalars
        // Both ways, because letters such as ß and ς meet another only in the upper case.
        for scalar in name.uppercased().lowercased().unicodeScalars {
            switch scalar {
            case "\u{0}": key.append(contentsOf: "\u{1}\u{1}".unicodeScalars)
            case "\u{1}": key.append(contentsOf: "\u{1}\u{2}".unicodeScalars)
            default: key.append(scalar)
            }
        }
        return String(key)
    }
}
