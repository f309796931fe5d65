/// What of a value a person may see who reads a log, by its type in the model.
public indirect enum Exposure: Sendable {
    /// All of it: the model calls it by no sensitive type, and no structure is in it.
    case plain
    /// Nothing of it: the model calls its type sensitive.
    case sensitive
    /// As its members say.
    case structure(any JSONStructure.Type)
    /// A list whose elements are so.
    case elements(Exposure)
    /// A map whose values are so; its keys may be seen.
    case entries(Exposure)
}

extension JSONStructure {
    /// None, where nobody has said what may be seen: then nothing may.
    public static var exposures: [String: Exposure] { [:] }

    /// Whether the value that a `FieldName` of a refusal names may be seen: dotted, small first letters, no indexes.
    ///
    /// What the model does not have may not: nobody knows what it holds.
    public static func mayShow(fieldName: String) -> Bool {
        var exposure = Exposure.structure(Self.self)
        for name in fieldName.split(separator: ".", omittingEmptySubsequences: false) {
            guard let member = exposure.member(String(name)) else { return false }
            exposure = member
        }
        var seen: Set<ObjectIdentifier> = []
        return !exposure.hides(&seen)
    }
}

extension Exposure {
    /// What a step into the value leads to; nil where there is nothing of that name.
    fileprivate func member(_ name: String) -> Exposure? {
        switch self {
        case .plain, .sensitive: nil
        case .structure(let type):
            type.exposures[name] ?? type.exposures[name.prefix(1).uppercased() + name.dropFirst()]
        case .elements(let element): element.member(name)
        case .entries(let value): value
        }
    }

    /// Whether anything in the value is sensitive. Structures may contain themselves: each is looked at once.
    fileprivate func hides(_ seen: inout Set<ObjectIdentifier>) -> Bool {
        switch self {
        case .plain: return false
        case .sensitive: return true
        case .elements(let inner), .entries(let inner): return inner.hides(&seen)
        case .structure(let type):
            guard seen.insert(ObjectIdentifier(type)).inserted else { return false }
            for member in type.exposures.values where member.hides(&seen) { return true }
            return false
        }
    }
}
