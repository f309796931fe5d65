import AdminShapes
import SmithyTypes

/// Requests as a person reads them: a line each, and below it, a step further in, what there is to say of it.
struct RequestTable {
    let isColoured: Bool

    /// A line for each request, its explanations and remarks below.
    func text(_ requests: [LoggedRequest]) -> String {
        guard !requests.isEmpty else { return "No requests.\n" }
        let rows = requests.map(columns)
        let widths = rows.dropFirst().reduce(rows[0].map(\.count)) { widths, row in
            zip(widths, row).map { max($0, $1.count) }
        }
        return zip(requests, rows).map { request, row in
            ([line(request, row, widths)] + details(request)).map { $0 + "\n" }.joined()
        }.joined()
    }

    private func columns(_ request: LoggedRequest) -> [String] {
        [
            request.time.iso8601, request.operation ?? "-", who(request), request.outcome, "\(request.status)",
            duration(request.durationMicroseconds), request.requestId,
        ]
    }

    private func who(_ request: LoggedRequest) -> String {
        (request.accountId ?? "-") + (request.userName.map { "/\($0)" } ?? "")
    }

    /// `840 µs`, `12.3 ms`, `1.204 s`.
    private func duration(_ microseconds: Int) -> String {
        switch microseconds {
        case ..<1_000: "\(microseconds) µs"
        case ..<1_000_000: "\(microseconds / 1_000).\(microseconds % 1_000 / 100) ms"
        default: "\(microseconds / 1_000_000).\(padded(microseconds % 1_000_000 / 1_000)) s"
        }
    }

    private func padded(_ thousandths: Int) -> String {
        let digits = String(thousandths)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }

    private func line(_ request: LoggedRequest, _ row: [String], _ widths: [Int]) -> String {
        let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        let outcome = 3
        let coloured = cells.enumerated().map { index, cell in
            index == outcome ? colour(cell, request.outcome == "OK" ? .green : .red) : cell
        }
        return coloured.joined(separator: "  ")
    }

    private func details(_ request: LoggedRequest) -> [String] {
        request.explanations.flatMap(explanation) + request.remarks.flatMap(explanation)
    }

    private func explanation(_ explanation: RequestExplanation) -> [String] {
        // A canonical request is compared line by line.
        let lines = explanation.sentence.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let head = colour(explanation.rule, .bold) + " (\(explanation.certainty)): " + oneLine(lines.first ?? "")
        let field = explanation.fieldName ?? "sent"
        let sent = explanation.offendingValue.map { "\(field): '\(oneLine($0))'" } ?? explanation.fieldName
        let passes = explanation.wouldPass.map { "would pass: \(oneLine($0))" }
        let rest = [sent, passes, "evidence: \(oneLine(explanation.evidence))"].compactMap(\.self)
        return ["    " + head] + (lines.dropFirst().map(oneLine) + rest).map { "        " + $0 }
    }

    /// What came from a request moves no cursor and begins no line.
    private func oneLine(_ text: String) -> String {
        let printable = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(printable))
    }

    private enum Colour: String {
        case green = "32"
        case red = "31"
        case bold = "1"
    }

    private func colour(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}
