import AdminShapes
import SmithyTypes
import Testing

@testable import cosell

@Suite("Requests as a person reads them")
struct RequestTableTests {
    private static let refusal = LoggedRequest(
        accountId: "123456789012",
        catalog: "Sandbox",
        durationMicroseconds: 12_345,
        explanations: [
            RequestExplanation(
                certainty: "captured",
                evidence: "a recorded failure",
                fieldName: "relatedEntityIdentifier",
                offendingValue: "S-1",
                rule: "association.exists",
                sentence: "Only an entity that is associated can be disassociated.",
                wouldPass: "an associated one"
            )
        ],
        operation: "DisassociateOpportunity",
        outcome: "ResourceNotFoundException",
        remarks: [],
        requestBody: "{}",
        requestId: "id-2",
        responseBody: "{}",
        sequence: 2,
        status: 400,
        time: Timestamp(millisecondsSinceEpoch: 1_000),
        userName: "ana"
    )

    private static let success = LoggedRequest(
        durationMicroseconds: 840,
        explanations: [],
        outcome: "OK",
        remarks: [],
        requestId: "id-1",
        sequence: 1,
        status: 200,
        time: Timestamp(millisecondsSinceEpoch: 0)
    )

    private func text(_ requests: [LoggedRequest], isColoured: Bool = false) -> String {
        RequestTable(isColoured: isColoured).text(requests)
    }

    @Test("a line each in columns, and below a refusal why")
    func table() {
        #expect(
            text([Self.refusal, Self.success]) == """
                1970-01-01T00:00:01.000Z  DisassociateOpportunity  123456789012/ana  ResourceNotFoundException  400  12.3 ms  id-2
                    association.exists (captured): Only an entity that is associated can be disassociated.
                        relatedEntityIdentifier: 'S-1'
                        would pass: an associated one
                        evidence: a recorded failure
                1970-01-01T00:00:00.000Z  -                        -                 OK                         200  840 µs   id-1

                """
        )
    }

    @Test("a remark on a success stands below it too; what it does not say is left out")
    func remark() {
        var request = Self.success
        request.remarks = [
            RequestExplanation(certainty: "cosell", evidence: "the fault 'f'", rule: "cosell.fault", sentence: "Lost.")
        ]
        #expect(
            text([request]).hasSuffix("\n    cosell.fault (cosell): Lost.\n        evidence: the fault 'f'\n")
        )
    }

    @Test("none is said in words")
    func none() {
        #expect(text([]) == "No requests.\n")
    }

    @Test(
        "durations have the unit that reads best",
        arguments: [
            (0, "0 µs"), (999, "999 µs"), (1_000, "1.0 ms"), (999_999, "999.9 ms"), (1_000_000, "1.000 s"),
            (61_004_000, "61.004 s"),
        ]
    )
    func durations(_ microseconds: Int, _ words: String) {
        var request = Self.success
        request.durationMicroseconds = microseconds
        #expect(text([request]).contains("  \(words)  "))
    }

    @Test("colour only where it is asked for")
    func colour() {
        #expect(!text([Self.refusal, Self.success]).contains("\u{1B}"))
        let coloured = text([Self.refusal, Self.success], isColoured: true)
        #expect(coloured.contains("\u{1B}[31mResourceNotFoundException\u{1B}[0m"))
        #expect(coloured.contains("\u{1B}[32mOK                       \u{1B}[0m"))
    }

    @Test("a sentence of several lines stays so, a step further in")
    func lines() {
        var request = Self.refusal
        request.explanations[0].sentence = "It should have been\n'POST\n\n/'"
        #expect(
            text([request]).contains("): It should have been\n        'POST\n        \n        /'\n        related")
        )
    }

    @Test("what a client sent cannot write to the terminal")
    func escapes() {
        var request = Self.refusal
        request.explanations[0].offendingValue = "\u{1B}[2J\nOK\u{202E}"
        #expect(text([request]).contains("relatedEntityIdentifier: ' [2J OK '\n"))
    }
}
