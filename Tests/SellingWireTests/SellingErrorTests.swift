import AWSJSON
import SellingShapes
import SellingWire
import Testing

@Suite("An error of the Selling API")
struct SellingErrorTests {
    /// Every modelled error with its two statuses.
    private static let table: [(error: WireError, awsJSON: Int, pathStyle: Int)] = [
        (AccessDeniedException(message: "m").wireError, 400, 403),
        (ConflictException(message: "m").wireError, 400, 409),
        (InternalServerException(message: "m").wireError, 500, 500),
        (ResourceNotFoundException(message: "m").wireError, 400, 404),
        (ServiceQuotaExceededException(message: "m").wireError, 400, 402),
        (ThrottlingException(message: "m").wireError, 400, 429),
        (ValidationException(message: "m", reason: .requestValidationFailed).wireError, 400, 400),
    ]

    @Test("has status 400 or 500 in awsJson, and Smithy's in the path-style binding")
    func statuses() {
        for row in Self.table {
            #expect(row.error.statusCode(.awsJSON) == row.awsJSON, "\(row.error.code)")
            #expect(row.error.statusCode(.pathStyle) == row.pathStyle, "\(row.error.code)")
        }
    }

    @Test("is in that table, every one that the model has")
    func complete() {
        let modelled = SellingModelFacts.loaded.shapes.filter { $0.value.exception == true }.keys
        #expect(Set(Self.table.map(\.error.code)) == Set(modelled))
    }

    @Test("has a Message with a capital letter, and __type in awsJson alone")
    func bodies() {
        for row in Self.table where row.error.code != "ValidationException" {
            #expect(
                String(decoding: row.error.body(.awsJSON), as: UTF8.self)
                    == #"{"__type":"\#(row.error.code)","Message":"m"}"#
            )
            #expect(String(decoding: row.error.body(.pathStyle), as: UTF8.self) == #"{"Message":"m"}"#)
        }
    }

    @Test("that a resource is not there has the recorded 32 bytes in the path-style binding")
    func recordedLength() {
        #expect(ResourceNotFoundException(message: "Resource not found").wireError.body(.pathStyle).count == 32)
    }

    @Test("tells the client to retry after a delay where the page says so")
    func retryAfter() {
        let retried = Self.table.filter { $0.error.retryAfterSeconds != nil }.map(\.error.code)
        #expect(retried == ["InternalServerException", "ThrottlingException"])
    }

    @Test("of validation lists each field with its code")
    func validation() {
        let error = ValidationException(
            errorList: [ValidationExceptionError(code: .invalidEnumValue, fieldName: "catalog", message: "no")],
            message: "m",
            reason: .requestValidationFailed
        )
        #expect(
            String(decoding: error.wireError.body(.awsJSON), as: UTF8.self)
                == #"{"__type":"ValidationException","ErrorList":[{"Code":"INVALID_ENUM_VALUE","FieldName":"catalog","Message":"no"}],"Message":"m","Reason":"REQUEST_VALIDATION_FAILED"}"#
        )
    }

    @Test("can have every code that a constraint reports")
    func codes() {
        let codes: [ViolationCode] = [
            .requiredFieldMissing, .invalidEnumValue, .invalidStringFormat, .invalidValue, .notEnoughValues,
            .tooManyValues, .valueOutOfRange,
        ]
        for code in codes { #expect(ValidationExceptionErrorCode(rawValue: code.rawValue).isModelled, "\(code)") }
    }
}
