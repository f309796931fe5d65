/// One step into a document.
public enum PathStep: Hashable, Sendable {
    /// A member of the model, by its wire name.
    case member(StaticString)
    /// A name that came from the wire: a map's key or a member that the model does not have.
    case text(String)
    case index(Int)
}

/// Where in a document something stands, from the outside in.
public struct FieldPath: Hashable, Sendable {
    public private(set) var steps: [PathStep] = []

    public init() {}

    private init(_ steps: [PathStep]) {
        self.steps = steps
    }

    public mutating func push(_ step: PathStep) { steps.append(step) }

    public mutating func pop() { steps.removeLast() }

    mutating func replaceLast(_ step: PathStep) { steps[steps.count - 1] = step }

    func appending(_ step: PathStep) -> FieldPath {
        var path = self
        path.push(step)
        return path
    }

    /// The form of `FieldName` in a ValidationException: dotted, each name with a small first letter, no indexes
    /// (`project.expectedCustomerSpend.targetCompany`). Evidence: the documented examples of the deal-sizing page.
    public var fieldName: String {
        steps.compactMap(\.fieldName).joined(separator: ".")
    }

    /// The exact place, for a message: `Project.ExpectedCustomerSpend[0].Amount`.
    public var exact: String {
        var text = ""
        for step in steps {
            switch step {
            case .member(let name): text += text.isEmpty ? "\(name)" : ".\(name)"
            case .text(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    /// Whether this path is one of `others` or lies within one.
    func isWithin(_ others: Set<FieldPath>) -> Bool {
        !others.isEmpty && (0...steps.count).contains { others.contains(FieldPath(Array(steps.prefix($0)))) }
    }
}

extension PathStep {
    fileprivate var fieldName: String? {
        switch self {
        case .member(let name): Self.lowerFirst("\(name)")
        case .text(let name): name
        case .index: nil
        }
    }

    private static func lowerFirst(_ name: String) -> String {
        guard let first = name.first else { return name }
        return first.lowercased() + name.dropFirst()
    }

    public static func == (left: PathStep, right: PathStep) -> Bool {
        switch (left, right) {
        case (.member(let left), .member(let right)): left.utf8.elementsEqual(right.utf8)
        case (.text(let left), .text(let right)): left == right
        case (.index(let left), .index(let right)): left == right
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .member(let name): hasher.combine(bytes: UnsafeRawBufferPointer(name.utf8))
        case .text(let name): hasher.combine(name)
        case .index(let index): hasher.combine(index)
        }
    }
}

extension StaticString {
    fileprivate var utf8: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}
