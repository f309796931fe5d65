import AWSJSON
import SmithyTypes

/// An event as the commands print it: columns for people, JSON for programs.
struct EventLine {
    let sequence: Int
    let envelope: Document
    /// What has come of it at each target; nil where nobody asked.
    var deliveries: [Document]?

    static let heading = columns("SEQUENCE", "TIME", "ACCOUNT", "DETAIL TYPE", "DETAIL")

    func text(isJSON: Bool) -> String { isJSON ? json : row }

    private var row: String {
        var detail = JSONWriter()
        detail.freeForm(envelope["detail"] ?? .null)
        return Self.columns(
            String(sequence),
            envelope["time"]?.text ?? "",
            envelope["account"]?.text ?? "",
            envelope["detail-type"]?.text ?? "",
            String(decoding: detail.bytes, as: UTF8.self)
        )
    }

    private var json: String {
        var members = [
            DocumentMember(name: "Sequence", value: .number(String(sequence))),
            DocumentMember(name: "Event", value: envelope),
        ]
        if let deliveries { members.append(DocumentMember(name: "Deliveries", value: .list(deliveries))) }
        var writer = JSONWriter()
        writer.freeForm(.object(members))
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func columns(
        _ sequence: String,
        _ time: String,
        _ account: String,
        _ detailType: String,
        _ detail: String
    ) -> String {
        let widths = [(sequence, 8), (time, 20), (account, 12), (detailType, 36)]
        let padded = widths.map { text, width in
            text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
        }
        return (padded + [detail]).joined(separator: "  ")
    }
}
