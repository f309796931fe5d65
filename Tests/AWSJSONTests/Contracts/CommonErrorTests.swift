import AWSJSON
import Testing

@Suite("A common error")
struct CommonErrorTests {
    @Test(
        "has its code and its status, the same in both bindings",
        arguments: [
            (CommonError.missingAuthenticationToken, "MissingAuthenticationTokenException", 400),
            (.incompleteSignature, "IncompleteSignatureException", 400),
            (.invalidSignature, "InvalidSignatureException", 400),
            (.unrecognizedClient, "UnrecognizedClientException", 400), (.expiredToken, "ExpiredTokenException", 400),
            (.unknownOperation, "UnknownOperationException", 400), (.serialization, "SerializationException", 400),
            (.requestEntityTooLarge, "RequestEntityTooLargeException", 413),
            (.serviceUnavailable, "ServiceUnavailable", 503),
            (.internalFailure, "InternalFailure", 500),
        ]
    )
    func table(error: CommonError, code: String, status: Int) {
        let wire = error.wireError()
        #expect(wire.code == code)
        #expect(wire.statusCode(.awsJSON) == status)
        #expect(wire.statusCode(.pathStyle) == status)
        #expect(wire.retryAfterSeconds == (status == 503 ? 1 : nil))
        #expect(
            String(decoding: wire.body(.awsJSON), as: UTF8.self).hasPrefix(
                #"{"__type":"com.amazon.coral.service#\#(code)","message":""#
            )
        )
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
