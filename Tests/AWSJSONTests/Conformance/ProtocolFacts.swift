import Foundation

/// The model of Smithy's test service, read by itself: what generated code is judged by must not be the generator.
struct ProtocolFacts: Decodable, Sendable {
    struct Shape: Decodable, Sendable {
        struct Member: Decodable, Sendable { let shape: String }

        let type: String
        let members: [String: Member]?
        let member: String?
        let value: String?
        let timestampFormat: String?
        let document: Bool?
    }
    struct Operation: Decodable, Sendable {
        let input: String?
        let output: String?
    }

    let operations: [String: Operation]
    let shapes: [String: Shape]

    static let loaded: ProtocolFacts = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appendingPathComponent("ModelGeneratorTests/Fixtures/protocol.json")
        do {
            return try JSONDecoder().decode(ProtocolFacts.self, from: Data(contentsOf: file))
        } catch {
            fatalError("\(file.path): \(error)")
        }
    }()
}

extension ProtocolFacts {
    /// Whose spelling a tree has: the vectors write an instant as seconds and a blob as its text.
    enum Spelling { case wire, vector }

    /// What a tree says, whoever wrote it: instants as milliseconds, blobs as base64, nothing for null.
    func meaning(of tree: JSONTree, as shapeName: String?, in spelling: Spelling) -> JSONTree {
        guard let shapeName, let shape = shapes[shapeName], shape.document != true else { return tree }
        switch (shape.type, tree) {
        case ("structure", .object(let members)):
            let known = members.filter { $0.value != .null && shape.members?[$0.key] != nil }
            return .object(
                Dictionary(
                    uniqueKeysWithValues: known.map { name, value in
                        (name, meaning(of: value, as: shape.members?[name]?.shape, in: spelling))
                    }
                )
            )
        case ("list", .array(let elements)):
            return .array(elements.map { meaning(of: $0, as: shape.member, in: spelling) })
        case ("map", .object(let entries)):
            return .object(entries.mapValues { meaning(of: $0, as: shape.value, in: spelling) })
        case ("timestamp", _):
            return instant(tree, shape.timestampFormat) ?? tree
        case ("blob", .string(let text)) where spelling == .vector:
            return .string(Data(text.utf8).base64EncodedString())
        default:
            return tree
        }
    }

    private func instant(_ tree: JSONTree, _ format: String?) -> JSONTree? {
        guard case .string(let text) = tree else { return tree.milliseconds }
        let date = format == "rfc822" ? httpDate(text) : iso8601Date(text)
        return date.map { .integer(Int(($0.timeIntervalSince1970 * 1000).rounded())) }
    }

    private func iso8601Date(_ text: String) -> Date? {
        (try? Date(
            text,
            strategy: .iso8601.year().month().day().time(includingFractionalSeconds: true).timeZone(separator: .colon)
        ))
            ?? (try? Date(text, strategy: .iso8601))
    }

    private func httpDate(_ text: String) -> Date? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.date(from: text)
    }
}
