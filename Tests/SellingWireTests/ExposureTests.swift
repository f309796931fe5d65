import AWSJSON
import SellingWire
import Testing

@Suite("What the request log shows of the Selling API")
struct ExposureTests {
    private static let facts = SellingModelFacts.loaded

    @Test("is nothing that the model calls sensitive, in any request", arguments: Probe.all.map(\.name))
    func inputs(operation: String) throws {
        let probe = try #require(Probe.all.first { $0.name == operation })
        let input = try #require(Self.facts.operations[operation]?.input)
        try check(input, probe.redactedInput)
    }

    @Test("nor in any answer", arguments: Probe.all.map(\.name))
    func outputs(operation: String) throws {
        let probe = try #require(Probe.all.first { $0.name == operation })
        guard let output = Self.facts.operations[operation]?.output else { return }
        try check(output, probe.redactedOutput)
    }

    @Test("that there is something sensitive at all, the model says of many shapes")
    func many() {
        #expect(Self.facts.shapes.values.count { $0.sensitive == true } > 40)
        #expect(Self.facts.shapes.values.allSatisfy { $0.sensitive != true || $0.type == "string" })
    }

    /// Fills every member there is, with one text where the model says sensitive and another where it does not.
    private func check(_ shape: String, _ redacted: (String) -> String?) throws {
        for choice in 0..<8 {
            var marked = MarkedDocument(facts: Self.facts, choice: choice)
            let document = marked.text(of: shape)
            let shown = try #require(redacted(document))
            #expect(!shown.contains(MarkedDocument.hidden), "\(shape)")
            #expect(shown.components(of: MarkedDocument.plain) == marked.plainCount, "\(shape)")
            #expect(shown.components(of: "\"***\"") == marked.hiddenCount, "\(shape)")
        }
    }
}

/// A document with every member filled, whose values tell what they are.
private struct MarkedDocument {
    static let hidden = "must-be-hidden"
    static let plain = "may-be-shown"

    let facts: SellingModelFacts
    /// Which member of each union is set.
    let choice: Int
    private(set) var hiddenCount = 0
    private(set) var plainCount = 0

    init(facts: SellingModelFacts, choice: Int) {
        self.facts = facts
        self.choice = choice
    }

    mutating func text(of name: String) -> String {
        guard let shape = facts.shapes[name] else { return "null" }
        switch shape.type {
        case "structure":
            var names = (shape.members ?? [:]).keys.sorted()
            if shape.union == true { names = [names[choice % names.count]] }
            let members = names.map { "\"\($0)\":" + text(of: shape.members?[$0]?.shape ?? "") }
            return "{\(members.joined(separator: ","))}"
        case "list":
            let element = shape.member ?? ""
            return "[\(text(of: element)),\(text(of: element))]"
        case "map": return "{\"key\":\(text(of: shape.value ?? ""))}"
        case "integer": return "7"
        case "timestamp": return "\"2026-02-28T23:59:59.999Z\""
        default: return marked(shape.sensitive == true)
        }
    }

    private mutating func marked(_ isSensitive: Bool) -> String {
        if isSensitive { hiddenCount += 1 } else { plainCount += 1 }
        return "\"\(isSensitive ? Self.hidden : Self.plain)\""
    }
}

extension String {
    /// How often a text is in this one.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
