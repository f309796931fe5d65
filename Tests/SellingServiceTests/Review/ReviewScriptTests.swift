import SellingDomain
import SellingService
import SellingShapes
import SmithyTypes
import Testing

extension SellingServiceTests {
    @Suite("A script of AWS's reviewer")
    struct ReviewScriptTests {
        @Test("says what happens to which submissions")
        func whole() throws {
            let script = """
                [
                  {"when": {"titleContains": "typo", "companyContains": "Acme", "accountId": "123456789012",
                            "catalog": "Sandbox"},
                   "then": [{"after": "PT2H", "decision": "Action Required", "comments": "Which?", "reason": "TITLE"},
                            {"after": "P1D", "decision": "Approved"}]},
                  {"then": []}
                ]
                """
            let policy = try ReviewPolicy(script: Array(script.utf8), approvedAfter: CalendarDuration(days: 3))
            let condition = SubmissionCondition(
                titleContains: "typo",
                companyContains: "Acme",
                accountIdentifier: "123456789012",
                catalog: .sandbox
            )
            let steps = [
                ReviewStep(
                    after: CalendarDuration(milliseconds: 7_200_000),
                    decision: ReviewDecision(.actionRequired, comments: "Which?", reason: "TITLE")
                ),
                ReviewStep(after: CalendarDuration(days: 1), decision: ReviewDecision(.approved)),
            ]
            #expect(
                policy.rules == [
                    ReviewRule(condition: condition, steps: steps),
                    ReviewRule(condition: SubmissionCondition(), steps: []),
                ]
            )
            #expect(policy.approvedAfter == CalendarDuration(days: 3))
        }

        static let mistakes: [(String, place: String, part: String)] = [
            ("", "line 1", "too early"),
            ("[\n\n {\"then\": [}]\n]", "line 3", "Expected"),
            ("[]]", "line 1", "follows the end"),
            ("{}", "", "a list is needed"),
            ("[1]", "[0]", "an object is needed"),
            ("[{}]", "[0]", "needs 'then'"),
            (#"[{"when": {}}]"#, "[0]", "needs 'then'"),
            (#"[{"then": {}}]"#, "[0].then", "a list is needed"),
            (#"[{"then": []}, {"than": []}]"#, "[1]", "unknown member 'than'; did you mean 'then'?"),
            (#"[{"when": {"title": "x"}, "then": []}]"#, "[0].when", "unknown member 'title'"),
            (#"[{"when": {"titleContains": 1}, "then": []}]"#, "[0].when.titleContains", "a text is needed"),
            (#"[{"when": {"accountId": "12"}, "then": []}]"#, "[0].when.accountId", "'12' is no account"),
            (#"[{"when": {"catalog": "sandbox"}, "then": []}]"#, "[0].when.catalog", "did you mean 'Sandbox'?"),
            (#"[{"then": [{"decision": "Approved"}]}]"#, "[0].then[0]", "needs 'after'"),
            (#"[{"then": [{"after": "PT1S"}]}]"#, "[0].then[0]", "needs 'decision'"),
            (#"[{"then": [{"after": "2h", "decision": "Approved"}]}]"#, "[0].then[0].after", "'2h' is no ISO 8601"),
            (
                #"[{"then": [{"after": "PT1S", "decision": "approve"}]}]"#, "[0].then[0].decision",
                "did you mean 'Approved'?"
            ),
            (#"[{"then": [{"after": "PT1S", "decision": "Submitted"}]}]"#, "[0].then[0].decision", "unknown value"),
            (
                #"[{"then": [{"after": "P1D", "decision": "Approved"}, {"after": "P1D", "decision": "In review"}]}]"#,
                "[0].then[1].decision", "cannot become 'In review'"
            ),
        ]

        @Test("a mistake is told with its place", arguments: mistakes)
        func mistake(_ script: String, _ place: String, _ part: String) throws {
            let mistake = try #require(throws: ReviewScriptMistake.self) {
                try ReviewPolicy(script: Array(script.utf8))
            }
            #expect(mistake.place == place)
            #expect(mistake.problem.contains(part), "\(mistake)")
            #expect(!mistake.problem.hasSuffix("."))
        }

        @Test("a member that is null is one that is left out")
        func nulls() throws {
            let script = #"[{"when": null, "then": [{"after": "PT1S", "decision": "Approved", "comments": null}]}]"#
            let rule = try #require(try ReviewPolicy(script: Array(script.utf8)).rules.first)
            #expect(rule.condition == SubmissionCondition())
            #expect(rule.steps.first?.decision == ReviewDecision(.approved))
        }
    }
}
