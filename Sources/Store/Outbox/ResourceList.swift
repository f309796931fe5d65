/// The ARNs of an event as the text of a JSON array, so that whoever looks into the table can read them.
enum ResourceList {
    static func text(_ resources: [String]) -> String {
        "[" + resources.map { "\"\($0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" }
            .joined(separator: ",") + "]"
    }

    /// What `text` wrote, read back; nil for anything else.
    static func resources(_ text: String) -> [String]? {
        var rest = Substring(text)
        guard rest.popFirst() == "[" else { return nil }
        var resources: [String] = []
        while rest.first == "\"" {
            guard let resource = string(&rest) else { return nil }
            resources.append(resource)
            guard rest.first == "," else { break }
            rest.removeFirst()
        }
        return rest == "]" ? resources : nil
    }

    private static func string(_ rest: inout Substring) -> String? {
        rest.removeFirst()
        var resource = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return resource
            case "\\":
                guard let escaped = rest.popFirst() else { return nil }
                resource.append(escaped)
            default: resource.append(character)
            }
        }
        return nil
    }
}
