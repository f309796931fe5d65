import AWSJSON
import SmithyTypes

/// A value within a script, which knows where it stands.
struct ScriptValue {
    let place: String
    private let document: Document

    init(_ document: Document, at place: String) {
        self.document = document
        self.place = place
    }

    /// Reads a whole script.
    init(_ bytes: [UInt8]) throws(ReviewScriptMistake) {
        do {
            var reader = try JSONReader(bytes)
            self.init(try reader.document(Document.self), at: "")
        } catch {
            let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
            throw ReviewScriptMistake(place: "line \(line)", problem: String(error.message.dropLast()))
        }
    }

    func mistake(_ problem: String) -> ReviewScriptMistake {
        ReviewScriptMistake(place: place, problem: problem)
    }

    func list() throws(ReviewScriptMistake) -> [ScriptValue] {
        guard case .list(let elements) = document else { throw mistake("a list is needed here") }
        return elements.enumerated().map { ScriptValue($1, at: "\(place)[\($0)]") }
    }

    /// The members of an object, without those that are null. A name that is not known is a mistake: what it was meant
    /// to do would not happen.
    func members(_ known: [String]) throws(ReviewScriptMistake) -> [String: ScriptValue] {
        guard case .object(let members) = document else { throw mistake("an object is needed here") }
        var values: [String: ScriptValue] = [:]
        for member in members {
            guard known.contains(member.name) else { throw mistake(Self.unknown("member", member.name, known)) }
            guard member.value != .null else { continue }
            values[member.name] = ScriptValue(member.value, at: place.isEmpty ? member.name : "\(place).\(member.name)")
        }
        return values
    }

    func text() throws(ReviewScriptMistake) -> String {
        guard let text = document.text else { throw mistake("a text is needed here") }
        return text
    }

    func text(oneOf known: [String]) throws(ReviewScriptMistake) -> String {
        let text = try text()
        guard known.contains(text) else { throw mistake(Self.unknown("value", text, known)) }
        return text
    }

    private static func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
        if let near = nearest(to: name, in: known) { return "unknown \(what) '\(name)'; did you mean '\(near)'?" }
        return "unknown \(what) '\(name)'; known are \(known.map { "'\($0)'" }.joined(separator: ", "))"
    }
}
