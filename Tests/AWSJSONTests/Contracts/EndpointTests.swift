import AWSJSON
import SmithyTypes
import Testing

/// Puts a book by giving it back, or as its title tells.
private struct PutBookEcho: Operation {
    typealias Contract = PutBook

    struct Damage: Error {}

    func run(_ input: PutBookRequest, for call: Call) async throws -> Answer<PutBookResponse> {
        switch input.book.title {
        case "refuse": throw PutBook.Failure.conflict(ConflictException(message: "Taken"))
        case "break": throw Damage()
        case "stored": return .stored(PutBookResponse(book: input.book).encoded())
        default: return .value(PutBookResponse(book: input.book))
        }
    }
}

private struct Pong: Operation {
    typealias Contract = Ping

    func run(_ input: NoInput, for call: Call) async throws -> Answer<NoOutput> { .value(NoOutput()) }
}

@Suite("An operation with its types put away")
struct EndpointTests {
    private let call = Call(requestIdentifier: "request", accountIdentifier: "111122223333")

    private func body(title: String) -> [UInt8] {
        Array(#"{"Book":{"Isbn":"0000000000","Title":"\#(title)","Genre":"3D","Published":0}}"#.utf8)
    }

    private func answer(_ title: String, _ binding: Binding) async throws -> String? {
        let decoded = try Endpoint(PutBookEcho()).decode(body(title: title))
        guard case .answered(let bytes, _) = try await decoded.run(for: call, in: binding) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("answers in the binding of the call, whether the answer is a value or stored bytes")
    func bindings() async throws {
        for title in ["value", "stored"] {
            let plain = try #require(try await answer(title, .awsJSON))
            #expect(
                plain
                    == #"{"Book":{"Genre":"3D","Isbn":"0000000000","Published":"1970-01-01T00:00:00.000Z","Title":"\#(title)"}}"#
            )
            let spelled = try #require(try await answer(title, .pathStyle))
            #expect(spelled.contains(#""Tags":null"#) && spelled.contains(#""Title":"\#(title)""#))
        }
    }

    @Test("answers an empty body where the model has no output, and takes one where it has no input")
    func noOutput() async throws {
        for body in ["", "{}"] {
            let decoded = try Endpoint(Pong()).decode(Array(body.utf8))
            for binding in [Binding.awsJSON, .pathStyle] {
                guard case .answered(let bytes, _) = try await decoded.run(for: call, in: binding) else { return }
                #expect(bytes.isEmpty)
            }
        }
    }

    @Test("turns a modelled failure into its wire error, and lets anything else through")
    func failures() async throws {
        let refused = try Endpoint(PutBookEcho()).decode(body(title: "refuse"))
        guard case .refused(let error) = try await refused.run(for: call, in: .awsJSON) else {
            Issue.record("not refused")
            return
        }
        #expect(error.code == "ConflictException")
        let broken = try Endpoint(PutBookEcho()).decode(body(title: "break"))
        await #expect(throws: PutBookEcho.Damage.self) { try await broken.run(for: call, in: .awsJSON) }
    }

    @Test("reads a body once and keeps what is to be checked")
    func violations() throws {
        let endpoint = Endpoint(PutBookEcho())
        #expect(endpoint.name == "PutBook")
        #expect(try endpoint.decode(body(title: "t")).violations().isEmpty)
        #expect(try endpoint.decode(Array("{}".utf8)).violations().map(\.fieldName) == ["book"])
        #expect(throws: SerializationFailure.self) { try endpoint.decode(Array("{".utf8)) }
    }

    @Test("names the permission that its request needs")
    func access() throws {
        #expect(DeleteBook.access(DeleteBookRequest(isbn: "1")).resource == "book/1")
        #expect(
            DeleteBook.access(DeleteBookRequest(isbn: "arn:aws:library:::book/1")).resource
                == "arn:aws:library:::book/1"
        )
        #expect(DeleteBook.access(DeleteBookRequest(isbn: "1")).action == "library:DeleteBook")
        #expect(
            ListBooks.access(ListBooksRequest())
                == AccessRequest(action: "library:ListBooks", resource: "*", accountInARN: true, conditions: [:])
        )
        let tagged = AccessRequest.conditions(["a": ["b"]], tags: [(key: "team", value: "red")])
        #expect(tagged == ["a": ["b"], "aws:TagKeys": ["team"], "aws:RequestTag/team": ["red"]])
        #expect(AccessRequest.conditions([:], tagKeys: []).isEmpty)
    }

    @Test("says where its token and its pages are")
    func tokens() {
        let request = PutBookRequest(book: .placeholder, clientToken: "token")
        #expect(PutBook.clientToken(of: request) == "token")
        #expect(PutBook.withoutClientToken(request) == PutBookRequest(book: .placeholder))
        #expect(ListBooks.nextToken(of: ListBooksResponse(books: [], nextToken: "2")) == "2")
        #expect(
            ListBooks.input(ListBooksRequest(maxResults: 5), at: "2") == ListBooksRequest(maxResults: 5, nextToken: "2")
        )
        #expect(ListBooks.defaultMaxResults == 50)
    }
}
