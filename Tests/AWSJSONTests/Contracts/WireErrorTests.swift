import AWSJSON
import Testing

@Suite("A common error")
struct CommonErrorTests {
    @Test(
        "has its code and its status, the same in both bindings",
        arguments: [
            (CommonError.missingAuthenticationToken, "MissingAuthenticationTokenException", 400),
            (.incompleteSignature, "IncompleteSignatureException", 400), (.invalidSignature, "InvalidSignatureException", 400),
            (.unrecognizedClient, "UnrecognizedClientException", 400), (.expiredToken, "ExpiredTokenException", 400),
            (.unknownOperation, "UnknownOperationException", 400), (.serialization, "SerializationException", 400),
            (.requestEntityTooLarge, "RequestEntityTooLargeException", 413), (.serviceUnavailable, "ServiceUnavailableException", 503),
            (.internalFailure, "InternalFailure", 500),
        ])
    func table(error: CommonError, code: String, status: Int) {
        let wire = error.wireError()
        #expect(wire.code == code)
        #expect(wire.statusCode(.awsJSON) == status)
        #expect(wire.statusCode(.pathStyle) == status)
        #expect(wire.retryAfterSeconds == (status == 503 ? 1 : nil))
        #expect(String(decoding: wire.body(.awsJSON), as: UTF8.self).hasPrefix(#"{"__type":"com.amazon.coral.service#\#(code)","message":""#))
        #expect(String(decoding: wire.body(.pathStyle), as: UTF8.self).hasPrefix(#"{"message":""#))
    }

    @Test("is in that table, every one")
    func complete() {
        #expect(CommonError.allCases.count == 10)
    }

    @Test("says what its cause says, or else something typical")
    func message() {
        let wire = CommonError.serialization.wireError("Expected \"a\".")
        #expect(String(decoding: wire.body(.pathStyle), as: UTF8.self) == #"{"message":"Expected \"a\"."}"#)
        #expect(CommonError.allCases.allSatisfy { !$0.typicalMessage.isEmpty })
    }
}

@Suite("A modelled error")
struct ModelledErrorTests {
    @Test("has __type in awsJson alone, and a status for each binding")
    func body() {
        let error = PutBook.Failure.conflict(ConflictException(message: "Taken"))
        #expect(String(decoding: error.wireError.body(.awsJSON), as: UTF8.self) == #"{"__type":"ConflictException","Message":"Taken"}"#)
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
        guard case .conflict(let error) = try failure("ConflictException", #"{"__type":"x#ConflictException","Message":"Taken"}"#) else {
            Issue.record("not a conflict")
            return
        }
        #expect(error.message == "Taken")
        #expect(try failure("InternalException", "{}") == nil)
        #expect(throws: SerializationFailure.self) { try failure("NotFoundException", "[]") }
    }
}
