import Foundation
import SellingDomain
import Testing

@Suite("docs/fidelity.md")
struct FidelityPageTests {
    private static let page = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/fidelity.md")

    @Test("is what the rule catalogue says; COSELL_REWRITE=1 make unit writes it anew")
    func isCurrent() throws {
        if ProcessInfo.processInfo.environment["COSELL_REWRITE"] != nil {
            try Data(RuleCatalogue.markdown.utf8).write(to: Self.page)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == RuleCatalogue.markdown)
    }
}
