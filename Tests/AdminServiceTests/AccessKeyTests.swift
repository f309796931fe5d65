import Identity
import SmithyTypes
import Testing

extension AdminServiceTests {
    @Suite("The admin API lists and deletes access keys")
    struct AccessKeyTests {
        private static func listed(_ admin: AdminUnderTest, _ body: String = "{}") async throws -> [String] {
            guard case .list(let keys)? = try await admin.send("ListAccessKeys", body).document["AccessKeys"] else {
                return []
            }
            return keys.map { key in
                let members = ["AccessKeyId", "AccountId", "UserName", "ExpiresAt"].map { key[$0]?.text ?? "-" }
                return members.joined(separator: " ")
            }
        }

        @Test("by identifier, of one account or of all, without secrets", arguments: StoreKind.all)
        func list(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                for body in [
                    #"{"AccessKeyId":"K2","AccountId":"111122223333","SecretAccessKey":"hush","UserName":"ana"}"#,
                    #"{"AccessKeyId":"K1","SecretAccessKey":"hush","SessionToken":"psst","ExpiresAt":"2030-01-01T00:00:00Z"}"#,
                ] {
                    #expect(try await admin.send("CreateAccessKey", body).code == nil)
                }
                let first = "K1 123456789012 - 2030-01-01T00:00:00.000Z"
                #expect(try await Self.listed(admin) == [first, "K2 111122223333 ana -"])
                #expect(try await Self.listed(admin, #"{"AccountId":"123456789012"}"#) == [first])
                #expect(try await Self.listed(admin, #"{"AccountId":"444455556666"}"#) == [])
                let text = try await admin.send("ListAccessKeys").text
                #expect(!text.contains("hush") && !text.contains("psst"))
            }
        }

        @Test("more than are read at once", arguments: StoreKind.all)
        func many(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let count = 1_001
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<count {
                        let key = RegisteredKey(
                            accessKeyIdentifier: "K\(number)",
                            accountIdentifier: "111122223333",
                            secretAccessKey: "s"
                        )
                        group.addTask { try await admin.keys.put(key) }
                    }
                    try await group.waitForAll()
                }
                #expect(Set(try await Self.listed(admin)).count == count)
            }
        }

        @Test("a deleted key is gone at once; one that is not there is gone already", arguments: StoreKind.all)
        func delete(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                _ = try await admin.send("CreateAccessKey", #"{"AccessKeyId":"K1","SecretAccessKey":"s"}"#)
                #expect(try await admin.keys.find("K1") != nil)
                for _ in 0..<2 {
                    #expect(try await admin.send("DeleteAccessKey", #"{"AccessKeyId":"K1"}"#).text == "{}")
                    #expect(try await admin.keys.find("K1") == nil)
                }
                #expect(try await Self.listed(admin) == [])
            }
        }

        static let refusals = [
            ("DeleteAccessKey", "{}", "accessKeyId"), ("DeleteAccessKey", #"{"AccessKeyId":" "}"#, "accessKeyId"),
            ("ListAccessKeys", #"{"AccountId":"12"}"#, "accountId"),
        ]

        @Test("what is no key is refused", arguments: refusals)
        func refusal(_ operation: String, _ body: String, _ field: String) async throws {
            try await StoreKind.memory.withAdmin { admin in
                let reply = try await admin.send(operation, body)
                #expect(reply.code == "ValidationException")
                #expect(reply.violations.map { $0.prefix { $0 != " " } } == [field[...]])
            }
        }
    }
}
