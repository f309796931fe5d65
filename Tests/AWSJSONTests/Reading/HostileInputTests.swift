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
        HostileBody("100,000 unknown members in a skipped object") { "{\"x\":{\(joined(100_000) { "\"k\($0)\":0" })}}" },
        HostileBody("10,000 names with one long beginning") {
            let beginning = String(repeating: "Name", count: 25)
            return "{\(joined(10_000) { "\"\(beginning)\($0)\":0" })}"
        },
        HostileBody("100,000 keys of a map") { "{\"Prices\":{\(joined(100_000) { "\"k\($0)\":0" })}}" },
        HostileBody("100,000 members of a free-form document") { "{\"Extra\":{\(joined(100_000) { "\"k\($0)\":0" })}}" },
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
        HostileBody("a timestamp of a million fraction digits") { "{\"Published\":\"2024-01-01T00:00:00.\(repeated("1"))Z\"}" },
        HostileBody("white space") { "{\(repeated(" \n"))}" },
        HostileBody("a blob of a mebibyte") { "{\"Cover\":\"\(repeated("AAAA"))\"}" },
        HostileBody("100,000 elements that all break their pattern") { "{\"Tags\":[\(joined(100_000) { _ in "\"A\"" })]}" },
        HostileBody("50,000 elements that each lack a required member") { "{\"Chapters\":[\(joined(50_000) { _ in "{}" })]}" },
        HostileBody("50,000 elements of which each lacks one member and breaks another") {
            "{\"Books\":[\(joined(50_000) { _ in #"{"Isbn":""}"# })]}"
        },
        HostileBody("50,000 wrong values of an enumeration") { "{\"Genres\":[\(joined(50_000) { "\"genre\($0)\"" })]}" },
        HostileBody("a mebibyte as one wrong value of an enumeration") { "{\"Genre\":\"\(repeated("x"))\"}" },
    ]
}

/// Everything that any of the hostile bodies aims at.
private struct Target: JSONStructure {
    var book: Book
    var request: ListBooksRequest
    var response: ListBooksResponse

    init(from reader: inout JSONReader) throws(SerializationFailure) {
        var object = try reader.beginObject()
        (book, request, response) = (.placeholder, .placeholder, .placeholder)
        while let member = try reader.nextMember(of: &object, in: Self.names) {
            switch member {
            case 0: book.title = try reader.string()
            case 1: book.views = try reader.integer()
            case 2: book.rating = try reader.double()
            case 3: book.published = try reader.timestamp(.dateTime)
            case 4: book.cover = try Blob(from: &reader)
            case 5: book.tags = try reader.list { reader throws(SerializationFailure) in try reader.string() }
            case 6: book.chapters = try reader.list { reader throws(SerializationFailure) in try Chapter(from: &reader) }
            case 7: book.prices = try reader.map { reader throws(SerializationFailure) in try reader.double() }
            case 8: book.extra = try reader.freeForm()
            case 9: book.firstChapter = Chapter(name: "", next: try Indirect(from: &reader))
            case 10: request.genres = try reader.list { reader throws(SerializationFailure) in try Genre(from: &reader) }
            case 11: response.books = try reader.list { reader throws(SerializationFailure) in try Book(from: &reader) }
            default: book.genre = try Genre(from: &reader)
            }
        }
    }

    private static let names: MemberNames = [
        "Title", "Views", "Rating", "Published", "Cover", "Tags", "Chapters", "Prices", "Extra", "Next", "Genres", "Books",
        "Genre",
    ]

    func writeMembers(to writer: inout JSONWriter) {
        book.writeMembers(to: &writer)
    }

    func check(in constraints: inout ConstraintCheck) {
        book.check(in: &constraints)
        request.check(in: &constraints)
        constraints.list(response.books, "Books") { $0.check(in: &$1) }
    }

    init(book: Book) {
        (self.book, request, response) = (book, .placeholder, .placeholder)
    }

    static var placeholder: Target { Target(book: .placeholder) }
}

@Suite("A hostile body")
struct HostileInputTests {
    @Test(
        "costs its reader time in proportion to its size, and answers no more than it asks",
        .timeLimit(.minutes(1)), arguments: HostileBody.all)
    func linear(body: HostileBody) {
        let bytes = Array(body.make().utf8)
        let clock = ContinuousClock()
        var refusal: SerializationFailure.Reason?
        var violations: [ConstraintViolation] = []
        let duration = clock.measure {
            do throws(SerializationFailure) {
                let read = try parse(Target.self, bytes)
                var constraints = ConstraintCheck(deviations: read.deviations)
                read.value.check(in: &constraints)
                violations = constraints.violations
            } catch {
                refusal = error.reason
            }
        }
        #expect(refusal == body.refusal)
        // In proportion it takes well under a second here; by the square of its size, hours.
        #expect(duration < .seconds(10), "\(duration)")
        #expect(violations.count <= ConstraintCheck.maximumViolationCount)
        #expect(violations.reduce(0) { $0 + $1.message.utf8.count } < 200_000)
    }
}
