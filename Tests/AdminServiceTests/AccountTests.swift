import AWSJSON
import Identity
import SellingShapes
import SellingWire
import SmithyTypes
import Testing

extension AdminServiceTests {
    @Suite("The admin API knows accounts and their users")
    struct AccountTests {
        private static func accounts(_ admin: AdminUnderTest) async throws -> [String] {
            guard case .list(let accounts)? = try await admin.send("ListAccounts").document["Accounts"] else {
                return []
            }
            return accounts.map { "\($0["AccountId"]?.text ?? "") \($0["CompanyName"]?.text ?? "")" }
        }

        @Test("an account is named, and renamed; what is not given stays", arguments: StoreKind.all)
        func naming(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let rows = [
                    (
                        #"{"AccountId":"111122223333"}"#,
                        #"{"AccountId":"111122223333","CompanyName":"Partner 111122223333"}"#
                    ),
                    (
                        #"{"AccountId":"111122223333","CompanyName":"Wéavers"}"#,
                        #"{"AccountId":"111122223333","CompanyName":"Wéavers"}"#
                    ),
                    (
                        #"{"AccountId":"111122223333","WebsiteUrl":"https://w.example"}"#,
                        #"{"AccountId":"111122223333","CompanyName":"Wéavers","WebsiteUrl":"https://w.example"}"#
                    ),
                    (
                        #"{"AccountId":"111122223333","CompanyName":"Knitters"}"#,
                        #"{"AccountId":"111122223333","CompanyName":"Knitters","WebsiteUrl":"https://w.example"}"#
                    ),
                ]
                for (request, account) in rows {
                    let reply = try await admin.send("CreateAccount", request)
                    #expect(reply.text == #"{"Account":\#(account)}"#)
                }
                #expect(try await Self.accounts(admin) == ["111122223333 Knitters"])
            }
        }

        @Test("every account that was seen is listed once, by identifier", arguments: StoreKind.all)
        func seen(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                #expect(try await Self.accounts(admin) == [])
                _ = try await admin.submit()
                _ = try await admin.create(catalog: .aws)
                _ = try await admin.send("CreateAccessKey", #"{"AccountId":"999988887777"}"#)
                _ = try await admin.send("CreateAccessKey", #"{"AccountId":"111122223333"}"#)
                _ = try await admin.send("CreateAccount", #"{"AccountId":"555566667777","CompanyName":"Fives"}"#)
                _ = try await admin.send(
                    "PutSolution",
                    #"{"AccountId":"222233334444","Name":"n","Category":"Software Product","Status":"Active"}"#
                )
                #expect(
                    try await Self.accounts(admin) == [
                        "111122223333 Partner 111122223333", "222233334444 Partner 222233334444", "555566667777 Fives",
                        "999988887777 Partner 999988887777",
                    ]
                )
            }
        }

        static let refusals = [
            ("CreateAccount", "{}", "accountId"),
            ("CreateAccount", #"{"AccountId":"aws"}"#, "accountId"),
            ("CreateAccount", #"{"AccountId":"111122223333","CompanyName":""}"#, "companyName"),
            ("CreateAccount", #"{"AccountId":"111122223333","CompanyName":"a\u0000b"}"#, "companyName"),
            ("CreateAccount", #"{"AccountId":"111122223333","WebsiteUrl":"w"}"#, "websiteUrl"),
            ("PutUser", #"{"Email":"a b@c.example","FirstName":"A","LastName":"B"}"#, "email"),
            ("PutUser", #"{"Email":"a@c.example","FirstName":"","LastName":"B"}"#, "firstName"),
            ("PutUser", #"{"Email":"a@c.example","FirstName":"A"}"#, "lastName"),
            ("PutUser", #"{"Email":"a@c.example","FirstName":"A","LastName":"B","Phone":"123"}"#, "phone"),
            ("PutUser", #"{"AccountId":"1","Email":"a@c.example","FirstName":"A","LastName":"B"}"#, "accountId"),
            ("ListUsers", #"{"AccountId":"all"}"#, "accountId"),
        ]

        @Test("what is no account and no user is refused", arguments: refusals)
        func refusal(_ operation: String, _ body: String, _ field: String) async throws {
            try await StoreKind.memory.withAdmin { admin in
                let reply = try await admin.send(operation, body)
                #expect(reply.code == "ValidationException")
                #expect(reply.violations.map { $0.prefix { $0 != " " } } == [field[...]])
            }
        }

        private static func users(_ admin: AdminUnderTest, _ body: String = "{}") async throws -> [String] {
            guard case .list(let users)? = try await admin.send("ListUsers", body).document["Users"] else { return [] }
            return users.map { user in
                let lead = user["AllianceLead"] == .boolean(true) ? "lead" : "member"
                return "\(user["AccountId"]?.text ?? "") \(user["Email"]?.text ?? "") \(lead)"
            }
        }

        @Test("an account has its given alliance lead until it has another", arguments: StoreKind.all)
        func lead(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let scope = #"{"AccountId":"111122223333"}"#
                let given = "111122223333 alliance.lead@partner-111122223333.example"
                #expect(try await Self.users(admin, scope) == ["\(given) lead"])
                for (email, lead) in [("Ana@W.example", "false"), ("bo@w.example", "true"), ("cy@w.example", "true")] {
                    let user = """
                        {"AccountId":"111122223333","Email":"\(email)","FirstName":"F","LastName":"L",\
                        "Phone":"+12025550123","AllianceLead":\(lead)}
                        """
                    #expect(try await admin.send("PutUser", user).text == "{}")
                }
                #expect(
                    try await Self.users(admin, scope) == [
                        "111122223333 ana@w.example member", "111122223333 bo@w.example member",
                        "111122223333 cy@w.example lead", "\(given) member",
                    ]
                )
                let created = try await admin.get(try await admin.create())
                #expect(created.opportunityTeam?.first?.email == "cy@w.example")
            }
        }

        @Test("an opportunity can be assigned to a user who was put", arguments: StoreKind.all)
        func assignment(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                let identifier = try await admin.create()
                let user = #"{"AccountId":"111122223333","Email":"ana@w.example","FirstName":"Ana","LastName":"L"}"#
                _ = try await admin.send("PutUser", user)
                let assignee = AssigneeContact(
                    businessTitle: "PartnerAccountManager",
                    email: "ana@w.example",
                    firstName: "Ana",
                    lastName: "L"
                )
                try await admin.sell(
                    AssignOpportunity.self,
                    AssignOpportunityRequest(assignee: assignee, catalog: .sandbox, identifier: identifier)
                )
                #expect(try await admin.get(identifier).opportunityTeam?.first?.email == "ana@w.example")
            }
        }

        @Test("without an account, the users of all that were seen are listed", arguments: StoreKind.all)
        func everybody(kind: StoreKind) async throws {
            try await kind.withAdmin { admin in
                _ = try await admin.send("CreateAccount", #"{"AccountId":"555566667777"}"#)
                _ = try await admin.send(
                    "PutUser",
                    #"{"AccountId":"222233334444","Email":"a@b.example","FirstName":"A","LastName":"B"}"#
                )
                #expect(
                    try await Self.users(admin) == [
                        "222233334444 a@b.example member",
                        "222233334444 alliance.lead@partner-222233334444.example lead",
                        "555566667777 alliance.lead@partner-555566667777.example lead",
                    ]
                )
            }
        }
    }
}
