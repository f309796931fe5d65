import Foundation
import Testing

/// One body that restJson1 calls malformed. Its bodies are awsJson's; its paths, queries and headers are not.
struct MalformedCase: Sendable, CustomTestStringConvertible {
    let name: String
    let target: String
    /// Nil where the case is not about a body.
    let body: String?

    var testDescription: String { "\(name): \(body ?? "")" }

    static let all = ConformanceFolder.cases(SmithyMalformedCase.self, in: "cases-restJson1-malformedRequests.json")
        .flatMap(\.asCases)
}

private struct SmithyMalformedCase: Decodable {
    struct Request: Decodable { let body: String? }

    let id: String
    let target: String
    let request: Request
    let testParameters: [String: [String]]?

    /// The case once for each value of its parameter: `$value:L` stands for the value, `$value:S` for it in quotes.
    var asCases: [MalformedCase] {
        let values = testParameters?["value"] ?? [""]
        return values.map { value in
            let quoted = (try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let body = request.body?.replacing("$value:L", with: value).replacing("$value:S", with: quoted)
            return MalformedCase(name: id, target: target, body: body)
        }
    }
}
