import SellingDomain
import SellingService
import SmithyTypes

/// What `--review` and `--review-script` say of AWS's reviewer.
enum ReviewFlags {
    /// - Parameters:
    ///   - review: `manual` or `auto:` and an ISO 8601 duration.
    ///   - script: the path of a script; nil for none.
    static func policy(review: String, script: String?) throws(ExitReason) -> ReviewPolicy {
        let approvedAfter = try approvedAfter(review)
        guard let script else { return ReviewPolicy(rules: [], approvedAfter: approvedAfter) }
        let bytes = try InputFile.bytes(script, named: "--review-script")
        do {
            return try ReviewPolicy(script: bytes, approvedAfter: approvedAfter)
        } catch {
            throw .configuration("--review-script \(script): \(error).")
        }
    }

    private static func approvedAfter(_ review: String) throws(ExitReason) -> CalendarDuration? {
        if review == "manual" { return nil }
        guard review.hasPrefix("auto:"), let duration = CalendarDuration(iso8601: String(review.dropFirst(5))) else {
            throw .configuration(
                "--review is '\(review)' and must be manual, or auto: and an ISO 8601 duration, as in auto:PT5S."
            )
        }
        return duration
    }
}
