import AWSJSON
import SmithyTypes
import Testing

/// A body of a mebibyte or more, made to cost its reader more than its size.
struct HostileBody: CustomTestStringConvertible, Sendable {
    let trick: String
    let make: @Sendable () -> String
    /// Why it is refused at all; nil where it is merely large.
    let refusal: SerializationFailure.Reason?

    var testDescription: String { trick }

    init(_ trick: String, refusal: SerializationFailure.Reason? = nil, _ make: @escaping @Sendable () -> String) {
        self.trick = trick
        self.make = make
        self.refusal = refusal
    }

    private static let mebibyte = 1 << 20

    private static func repeated(_ text: String) -> String {
        String(repeating: text, count: mebibyte / text.utf8.count)
    }

    private static func joined(_ count: Int, _ element: (Int) -> String) -> String {
        (0..<count).map(element).joined(separator: ",")
    }

    static let all = [
        HostileBody("lists within lists", refusal: .tooDeep) { "{\"x\":\(repeated("["))" },
        HostileBody("objects within objects", refusal: .tooDeep) { repeated("{\"Next\":") },
        HostileBody("lists nested to the limit, side by side") {
            "{\"x\":[\(joined(8000) { _ in String(repeating: "[", count: 61) + String(repeating: "]", count: 61) })]}"
        },
        HostileBody("100,000 unknown members") { "{\(joined(100_000) { "\"unknown\($0)\":0" })}" },
        HostileBody("100,000 unknown members in a skipped object") {
            "{\"x\":{\(joined(100_000) { "\"k\($0)\":0" })}}"
        },
        HostileBody("10,000 names with one long beginning") {
            let beginning = String(repeating: "Name", count: 25)
            return "{\(joined(10_000) { "\"\(beginning)\($0)\":0" })}"
        },
        HostileBody("100,000 keys of a map") { "{\"Prices\":{\(joined(100_000) { "\"k\($0)\":0" })}}" },
        HostileBody("100,000 members of a free-form document") {
            "{\"Extra\":{\(joined(100_000) { "\"k\($0)\":0" })}}"
        },
        HostileBody("a name repeated at the end of 100,000", refusal: .duplicateMember) {
            "{\(joined(100_000) { "\"k\($0)\":0" }),\"k0\":0}"
        },
        HostileBody("a string of escapes") { "{\"Title\":\"\(repeated("\\u0041"))\"}" },
        HostileBody("a string of surrogate pairs") { "{\"Title\":\"\(repeated("\\ud83d\\ude00"))\"}" },
        HostileBody("a skipped string of escapes") { "{\"x\":\"\(repeated("\\n"))\"}" },
        HostileBody("a name of escapes") { "{\"\(repeated("\\u0041"))\":0}" },
        HostileBody("a string without an end", refusal: .endOfDocument) { "{\"Title\":\"\(repeated("a"))" },
        HostileBody("an integer of a million digits", refusal: .numberTooLong) { "{\"Views\":\(repeated("1"))}" },
        HostileBody("a fraction of a million digits", refusal: .numberTooLong) { "{\"Rating\":0.\(repeated("1"))}" },
        HostileBody("an exponent of a million digits", refusal: .numberTooLong) { "{\"x\":1e\(repeated("1"))}" },
        HostileBody("a timestamp of a million fraction digits") {
            "{\"Published\":\"2024-01-01T00:00:00.\(repeated("1"))Z\"}"
        },
        HostileBody("white space") { "{\(repeated(" \n"))}" },
        HostileBody("a blob of a mebibyte") { "{\"Cover\":\"\(repeated("AAAA"))\"}" },
        HostileBody("100,000 elements that all break their pattern") {
            "{\"Tags\":[\(joined(100_000) { _ in "\"A\"" })]}"
        },
        HostileBody("50,000 elements that each lack a required member") {
            "{\"Chapters\":[\(joined(50_000) { _ in "{}" })]}"
        },
        HostileBody("50,000 elements of which each lacks one member and breaks another") {
            "{\"Books\":[\(joined(50_000) { _ in #"{"Isbn":""}"# })]}"
        },
        HostileBody("50,000 wrong values of an enumeration") {
            "{\"Genres\":[\(joined(50_000) { "\"genre\($0)\"" })]}"
        },
        HostileBody("a mebibyte as one wrong value of an enumeration") { "{\"Genre\":\"\(repeated("x"))\"}" },
    ]
}
