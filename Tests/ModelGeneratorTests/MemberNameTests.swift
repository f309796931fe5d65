import Testing

@testable import ModelGenerator

@Suite("The name of a member")
struct MemberNameTests {
    @Test(
        "is the wire's, in lower camel case",
        arguments: [
            ("Identifier", "identifier"), ("AWSAccountId", "awsAccountId"), ("kebab-case", "kebabCase"), ("S", "s"),
            ("SS", "ss"), ("2nd", "_2nd"), ("In", "`in`"), ("a_b", "a_b"), ("$", "unnamed"),
        ]
    )
    func lowerCamel(member: String, name: String) {
        #expect(SwiftName.member(member) == name)
    }

    @Test("differs from every other member's of its structure")
    func clashes() {
        #expect(
            SwiftName.members(["S", "s", "HashValue", "Self"], besides: ReservedNames.ofStructures) == [
                "s", "s2", "hashValue2", "self2",
            ]
        )
        #expect(SwiftName.members(["Unrecognized"], besides: ReservedNames.ofUnions) == ["unrecognized2"])
    }
}
