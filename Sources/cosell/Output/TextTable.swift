/// Rows of text in columns, for people.
struct TextTable: Sendable {
    private let headings: [String]
    private let rows: [[String]]
    /// What is said where there is no row.
    private let emptyText: String

    /// - Parameter rows: a cell for each heading; nil is shown as a dash.
    init(_ headings: [String], _ rows: [[String?]], empty emptyText: String = "None.") {
        self.headings = headings
        self.rows = rows.map { row in row.map { Self.onOneLine($0 ?? "-") } }
        self.emptyText = emptyText
    }

    /// The lines, without a last line feed.
    func text(on terminal: Terminal) -> String {
        guard !rows.isEmpty else { return terminal.faint(emptyText) }
        let widths = headings.indices.map { column in
            ([headings] + rows).map { $0[column].count }.max() ?? 0
        }
        let heading = terminal.bold(Self.line(headings, widths))
        return ([heading] + rows.map { Self.line($0, widths) }).joined(separator: "\n")
    }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells, widths).map { cell, width in
            cell + String(repeating: " ", count: width - cell.count)
        }
        let line = padded.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    /// A value from the server may hold anything; a row stays a row, and a terminal is not steered by it.
    private static func onOneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .lineSeparator
            || scalar.properties.generalCategory == .paragraphSeparator
    }
}
