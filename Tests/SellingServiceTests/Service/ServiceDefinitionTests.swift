import AWSJSON
import SellingService
import Testing

extension SellingServiceTests {
    @Suite("How the service presents itself to the house")
    struct ServiceDefinitionTests {
        @Test("signs under one name and mints ARNs under another, as captured")
        func names() async throws {
            try await StoreKind.memory.withService { service in
                #expect(service.definition.targetPrefix == "AWSPartnerCentralSelling")
                #expect(service.definition.signingName == "partnercentral-selling")
                #expect(service.definition.arnService == "partnercentral")
            }
        }

        static let modelled: [(String, awsJSON: Int, pathStyle: Int, retryAfterSeconds: Int?)] = [
            ("AccessDeniedException", 400, 403, nil),
            ("ConflictException", 400, 409, nil),
            ("InternalServerException", 500, 500, 1),
            ("ResourceNotFoundException", 400, 404, nil),
            ("ServiceQuotaExceededException", 400, 402, nil),
            ("ThrottlingException", 400, 429, 1),
            ("ValidationException", 400, 400, nil),
        ]

        @Test("gives every modelled error by name, with its two statuses", arguments: modelled)
        func named(_ row: (String, awsJSON: Int, pathStyle: Int, retryAfterSeconds: Int?)) throws {
            let error = try #require(ServiceRefusals.selling.named(row.0, "Because."))
            #expect(error.code == row.0)
            #expect(error.statusCode(.awsJSON) == row.awsJSON)
            #expect(error.statusCode(.pathStyle) == row.pathStyle)
            #expect(error.retryAfterSeconds == row.retryAfterSeconds)
            let body = String(decoding: error.body(.awsJSON), as: UTF8.self)
            #expect(body.hasPrefix(#"{"__type":"\#(row.0)""#))
            #expect(body.contains(#""Message":"Because.""#))
        }

        @Test("gives no other", arguments: ["", "validationexception", "UnknownOperationException", "Teapot"])
        func notNamed(_ code: String) {
            #expect(ServiceRefusals.selling.named(code, nil) == nil)
        }

        @Test("words what comes before an operation in the model's own errors")
        func words() {
            let refusals = ServiceRefusals.selling
            #expect(refusals.accessDenied("No.").code == "AccessDeniedException")
            #expect(refusals.throttled("Slowly.").code == "ThrottlingException")
            #expect(refusals.internalError().code == "InternalServerException")
        }
    }
}
