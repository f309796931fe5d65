import AWSJSON
import SmithyTypes
import Testing

/// Everything that any of the hostile bodies aims at.
struct HostileTarget: JSONStructure {
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
            case 6:
                book.chapters = try reader.list { reader throws(SerializationFailure) in try Chapter(from: &reader) }
            case 7: book.prices = try reader.map { reader throws(SerializationFailure) in try reader.double() }
            case 8: book.extra = try reader.freeForm()
            case 9: book.firstChapter = Chapter(name: "", next: try Indirect(from: &reader))
            case 10:
                request.genres = try reader.list { reader throws(SerializationFailure) in try Genre(from: &reader) }
            case 11: response.books = try reader.list { reader throws(SerializationFailure) in try Book(from: &reader) }
            default: book.genre = try Genre(from: &reader)
            }
        }
    }

    private static let names: MemberNames = [
        "Title", "Views", "Rating", "Published", "Cover", "Tags", "Chapters", "Prices", "Extra", "Next", "Genres",
        "Books",
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

    static var placeholder: HostileTarget { HostileTarget(book: .placeholder) }
}
