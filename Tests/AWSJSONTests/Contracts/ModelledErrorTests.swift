import AWSJSON
import Testing

@Suite("A modelled error")
struct ModelledErrorTests {
    @Test("has __type in awsJson alone, and a status for each binding")
    func body() {
        let error = PutBook.Failure.conflict(ConflictException(message: "Taken"))
        #expect(
            String(decoding: error.wireError.body(.awsJSON), as: UTF8.self)
                == #"{"__type":"ConflictException","Message":"Taken"}"#
        )
        #expect(String(decoding: error.wireError.body(.pathStyle), as: UTF8.self) == #"{"Message":"Taken"}"#)
        #expect(error.wireError.statusCode(.awsJSON) == 400)
        #expect(error.wireError.statusCode(.pathStyle) == 409)
    }

    @Test("leaves unset members out in both bindings")
    func unset() {
        let error = DeleteBook.Failure.notFound(NotFoundException())
        #expect(String(decoding: error.wireError.body(.awsJSON), as: UTF8.self) == #"{"__type":"NotFoundException"}"#)
        #expect(error.wireError.body(.pathStyle) == Array("{}".utf8))
    }

    @Test("is read back by its code, as one of its operation's errors alone")
    func reading() throws {
        func failure(_ code: String, _ body: String) throws -> DeleteBook.Failure? {
            var reader = try JSONReader(Array(body.utf8))
            return try DeleteBook.Failure(code: code, from: &reader)
        }
        guard
            case .conflict(let error) = try failure(
                "ConflictException",
                #"{"__type":"x#ConflictException","Message":"Taken"}"#
            )
        else {
            Issue.record("not a conflict")
            return
        }
        #expect(error.message == "Taken")
        #expect(try failure("InternalException", "{}") == nil)
        #expect(throws: SerializationFailure.self) { try failure("NotFoundException", "[]") }
    }
}
