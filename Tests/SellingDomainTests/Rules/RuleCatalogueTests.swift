import Foundation
import SellingDomain
import Testing

@Suite("The rule catalogue")
struct RuleCatalogueTests {
    @Test("no identifier comes twice")
    func uniqueIdentifiers() {
        let repeated = Dictionary(grouping: RuleCatalogue.all, by: \.identifier).filter { $0.value.count > 1 }
        #expect(repeated.isEmpty)
    }

    @Test("no sentence comes twice")
    func uniqueSentences() {
        #expect(Set(RuleCatalogue.all.map(\.sentence)).count == RuleCatalogue.all.count)
    }

    @Test("every rule is an aggregate, a dot and a topic, in small letters", arguments: RuleCatalogue.all)
    func identifierForm(_ rule: Rule) throws {
        #expect(try #/[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*/#.wholeMatch(in: rule.identifier) != nil)
    }

    @Test("every rule is a sentence with its evidence", arguments: RuleCatalogue.all)
    func sentences(_ rule: Rule) {
        #expect(rule.sentence.first?.isUppercase == true && rule.sentence.hasSuffix("."))
        #expect(rule.sentence.count >= 20)
        #expect(rule.evidence.count >= 10 && !rule.evidence.hasSuffix("."))
    }

    @Test("every rule that is declared is in the list, and the list has no other")
    func complete() throws {
        let source = try Self.text(of: "Sources/SellingDomain/Rules/RuleCatalogue.swift")
        let list = try #require(source.firstMatch(of: #/static let all: \[Rule\] = \[(?<names>[^\]]*)\]/#)).output.names
        let listed = list.matches(of: #/[A-Za-z]+/#).map { String($0.output) }
        let declared = try Self.declaredRules()
        #expect(Set(listed) == Set(declared))
        #expect(listed.count == RuleCatalogue.all.count)
        #expect(declared.count == RuleCatalogue.all.count)
    }

    @Test("every rule is used by something: none is only on paper")
    func used() throws {
        let sources = ["Sources/SellingDomain", "Sources/SellingService"].flatMap(Self.swiftFiles)
        let code = try sources.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
        for name in try Self.declaredRules() {
            #expect(code.firstMatch(of: try Regex("RuleCatalogue\\.\(name)\\b")) != nil, "\(name)")
        }
    }

    /// The names of all rules that the room declares, wherever they are.
    private static func declaredRules() throws -> [String] {
        try swiftFiles("Sources/SellingDomain").flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(of: #/static let ([A-Za-z]+) = Rule\(/#)
                .map { String($0.output.1) }
        }
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func swiftFiles(_ folder: String) -> [URL] {
        let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    }
}
