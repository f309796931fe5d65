import Foundation

/// The service model, read by itself: what the generated code is judged by must not be the generator.
struct SellingModelFacts: Decodable, Sendable {
    struct Shape: Decodable, Sendable {
        struct Member: Decodable, Sendable { let shape: String }

        let type: String
        let members: [String: Member]?
        let required: [String]?
        let member: String?
        let value: String?
        let `enum`: [String]?
        let union: Bool?
        let exception: Bool?
        let sensitive: Bool?
    }
    struct Operation: Decodable, Sendable {
        let input: String?
        let output: String?
        let errors: [String]
    }

    let operations: [String: Operation]
    let shapes: [String: Shape]

    static let loaded: SellingModelFacts = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("Models/partnercentral-selling.json")
        do {
            return try JSONDecoder().decode(SellingModelFacts.self, from: Data(contentsOf: file))
        } catch {
            fatalError("\(file.path): \(error)")
        }
    }()

    /// A random document of a shape, spelled as our writer spells it: members in order, no white space.
    func document(of name: String, _ random: inout SeededGenerator, used: inout Set<String>) -> String {
        used.insert(name)
        guard let shape = shapes[name] else { return "null" }
        switch shape.type {
        case "structure": return structure(shape, &random, used: &used)
        case "list":
            let elements = (0..<Int.random(in: 0...2, using: &random)).map { _ in
                document(of: shape.member ?? "", &random, used: &used)
            }
            return "[\(elements.joined(separator: ","))]"
        case "map":
            let entries = (0..<Int.random(in: 0...2, using: &random)).map { index in
                "\"key\(index)\":" + document(of: shape.value ?? "", &random, used: &used)
            }
            return "{\(entries.joined(separator: ","))}"
        case "integer": return String(Int32.random(in: .min ... .max, using: &random))
        case "timestamp":
            return
                "\"20\(Int.random(in: 10...99, using: &random))-02-28T23:59:59.\(Int.random(in: 100...999, using: &random))Z\""
        default:
            return
                "\"\(shape.enum?.randomElement(using: &random) ?? "text \(Int.random(in: 0...9, using: &random)) \u{E9}")\""
        }
    }

    private func structure(_ shape: Shape, _ random: inout SeededGenerator, used: inout Set<String>) -> String {
        var names = (shape.members ?? [:]).keys.sorted()
        if shape.union == true { names = [names.randomElement(using: &random) ?? ""] }
        let required = Set(shape.required ?? [])
        let members = names.compactMap { name -> String? in
            guard shape.union == true || required.contains(name) || Int.random(in: 0..<4, using: &random) > 0 else {
                return nil
            }
            return "\"\(name)\":" + document(of: shape.members?[name]?.shape ?? "", &random, used: &used)
        }
        return "{\(members.joined(separator: ","))}"
    }
}
