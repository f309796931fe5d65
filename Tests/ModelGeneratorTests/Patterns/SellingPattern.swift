import Foundation
import Testing

/// The patterns of the Selling model, by the name of the first shape that has each.
struct SellingPattern: CustomTestStringConvertible, Sendable {
    let shape: String
    let source: String

    var testDescription: String { shape }

    static let all: [SellingPattern] = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = package.appending(path: "Models/partnercentral-selling.json")
        guard let data = try? Data(contentsOf: file), let model = try? JSONDecoder().decode(Model.self, from: data)
        else { return [] }
        let stated = model.shapes.compactMap { name, shape in shape.pattern.map { (name, $0) } }
        return Dictionary(grouping: stated, by: \.1)
            .map { source, uses in SellingPattern(shape: uses.map(\.0).min() ?? "", source: source) }
            .sorted { $0.shape < $1.shape }
    }()

    private struct Model: Decodable {
        struct Shape: Decodable {
            let pattern: String?
        }

        let shapes: [String: Shape]
    }

    /// Those on which a backtracking engine takes time exponential in the length of a text that does not match.
    var isCatastrophic: Bool {
        ["CompanyWebsiteUrl", "SenderContactEmail"].contains(shape)
    }
}
