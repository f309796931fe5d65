import AWSJSON
import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("GetOpportunity")
    struct GetOpportunityTests {
        @Test("finds an opportunity only in its catalog and for its account", arguments: StoreKind.all)
        func visibility(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create(catalog: .sandbox)
                #expect(try await service.document(identifier).contains("\"\(identifier)\""))
                let elsewhere = [
                    try await refusal { _ = try await service.document(identifier, catalog: .aws) },
                    try await refusal {
                        _ = try await service.document(identifier, account: ServiceUnderTest.otherAccount)
                    },
                    try await refusal { _ = try await service.document("O99999999") },
                ]
                // The three cannot be told apart: an answer that differed would tell that the opportunity exists.
                for reply in elsewhere {
                    #expect(reply.code == "ResourceNotFoundException")
                    #expect(
                        reply.text == #"{"__type":"ResourceNotFoundException","Message":"Resource not found"}"#
                    )
                }
            }
        }

        @Test("in the path-style binding a refusal is 32 bytes, as recorded", arguments: StoreKind.all)
        func recordedRefusal(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let reply = try await service.send(
                    "GetOpportunity",
                    #"{"Catalog": "AWS", "Identifier": "O1"}"#,
                    in: .pathStyle
                )
                #expect(reply.text == #"{"Message":"Resource not found"}"#)
                #expect(reply.body.count == 32)
            }
        }

        @Test("both bindings answer the same value, one spelling out what is unset", arguments: StoreKind.all)
        func bindings(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let body = #"{"Catalog": "Sandbox", "Identifier": "\#(identifier)"}"#
                let plain = try await service.send("GetOpportunity", body)
                let spelled = try await service.send("GetOpportunity", body, in: .pathStyle)
                #expect(!plain.text.contains("null"))
                #expect(spelled.text.contains(#""Customer":null"#))
                #expect(try GetOpportunityResponse(stored: plain.body) == GetOpportunityResponse(stored: spelled.body))
            }
        }

        @Test("a malformed identifier is a violation, not an absence", arguments: StoreKind.all)
        func malformed(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                for identifier in ["", "O", "10000001", "O1x", "o1", "O12345678901234567890"] {
                    let exception = try await refusal { _ = try await service.document(identifier) }.validation
                    #expect(exception?.reason == .requestValidationFailed, "\(identifier)")
                    #expect(exception?.errorList?.map(\.fieldName) == ["identifier"], "\(identifier)")
                }
            }
        }
    }
}
