/// What a signature is good for: one day, one region, one service.
public struct CredentialScope: Equatable, Sendable, CustomStringConvertible {
    /// `20150830`
    public let date: String
    /// `us-east-1`
    public let region: String
    /// `partnercentral-selling`
    public let service: String
    /// `aws4_request`, or whatever a faulty client sent instead.
    public let terminator: String

    public static let terminator = "aws4_request"

    public init(date: String, region: String, service: String, terminator: String = Self.terminator) {
        self.date = date
        self.region = region
        self.service = service
        self.terminator = terminator
    }

    /// `20150830/us-east-1/partnercentral-selling/aws4_request`
    public var description: String { "\(date)/\(region)/\(service)/\(terminator)" }

    func append(to output: inout [UInt8]) {
        output.append(contentsOf: date.utf8)
        output.append(.slash)
        output.append(contentsOf: region.utf8)
        output.append(.slash)
        output.append(contentsOf: service.utf8)
        output.append(.slash)
        output.append(contentsOf: terminator.utf8)
    }
}
