import Foundation

/// One correction of a model: RFC 6902's `add`, `replace` or `remove`, with the reason for it.
struct ModelPatch {
    let operation: String
    let path: [String]
    let value: Any?

    static func read(_ data: Data) throws -> [ModelPatch] {
        guard let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] else {
            throw GeneratorError("patches are a list of objects")
        }
        return try list.map { entry in
            guard let operation = entry["op"] as? String, let path = entry["path"] as? String,
                let reason = entry["reason"] as? String, !reason.isEmpty
            else { throw GeneratorError("a patch has op, path and reason: \(entry)") }
            guard entry["value"] != nil || operation == "remove" else {
                throw GeneratorError("\(operation) \(path) needs a value")
            }
            let steps = path.split(separator: "/").map {
                String($0.replacing("~1", with: "/").replacing("~0", with: "~"))
            }
            return ModelPatch(operation: operation, path: steps, value: entry["value"])
        }
    }

    /// The model with this correction made. What a patch replaces or removes must be there, and what it adds must
    /// not: a correction that the model has caught up with is to be taken out.
    func applied(to model: Any) throws -> Any {
        try apply(to: model, path[...])
    }

    private func apply(to node: Any, _ rest: ArraySlice<String>) throws -> Any {
        guard let step = rest.first else { throw GeneratorError("a patch needs a path") }
        if var object = node as? [String: Any] {
            object[step] =
                rest.count == 1
                ? try changed(object[step], at: step)
                : try apply(to: try existing(object[step], at: step), rest.dropFirst())
            return object
        }
        guard var list = node as? [Any] else { throw GeneratorError("no list or object at \(step)") }
        guard rest.count == 1, step == "-", operation == "add", let value else {
            throw GeneratorError("a list takes only an addition at its end")
        }
        if let text = value as? String, list.contains(where: { $0 as? String == text }) {
            throw GeneratorError("\(path.joined(separator: "/")): the model has '\(text)' already")
        }
        list.append(value)
        return list
    }

    private func changed(_ old: Any?, at step: String) throws -> Any? {
        switch operation {
        case "add":
            guard old == nil else { throw GeneratorError("\(path.joined(separator: "/")) is there already") }
            return value
        case "replace":
            _ = try existing(old, at: step)
            return value
        case "remove":
            _ = try existing(old, at: step)
            return nil
        default: throw GeneratorError("unknown patch operation '\(operation)'")
        }
    }

    private func existing(_ value: Any?, at step: String) throws -> Any {
        guard let value else { throw GeneratorError("\(path.joined(separator: "/")): the model has no '\(step)'") }
        return value
    }
}

/// Why code cannot be generated.
public struct GeneratorError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
