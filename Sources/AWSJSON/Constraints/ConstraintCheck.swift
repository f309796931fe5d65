public import SmithyTypes

/// Collects every violation of a model's constraints in one value; nothing stops at the first.
///
/// Strings are measured in Unicode scalars, as the service measures them.
public struct ConstraintCheck: Sendable {
    /// More than an honest request has. A hostile one must not make an answer many times its own size.
    public static let maximumViolationCount = 200

    public private(set) var violations: [ConstraintViolation] = []
    private var path = FieldPath()
    private let deviating: Set<FieldPath>

    /// Begins with what the reader found: an absent required member is a violation, and nothing within its
    /// placeholder is another.
    public init(deviations: [Deviation] = []) {
        deviating = Set(deviations.map(\.path))
        violations = deviations.prefix(Self.maximumViolationCount).map(\.violation)
    }

    mutating func report(_ problem: @autoclosure () -> Problem) {
        guard violations.count < Self.maximumViolationCount, !path.isWithin(deviating) else { return }
        violations.append(problem().violation(at: path))
    }

    mutating func inside(_ step: PathStep, _ body: (inout ConstraintCheck) -> Void) {
        path.push(step)
        body(&self)
        path.pop()
    }
}

extension ConstraintCheck {
    /// A structure or union within this one.
    public mutating func nested(_ value: (some JSONStructure)?, _ name: StaticString) {
        guard let value else { return }
        inside(.member(name)) { value.check(in: &$0) }
    }

    public mutating func string(_ value: String?, _ name: StaticString, _ pattern: Pattern) {
        guard let value, !pattern.matches(value) else { return }
        inside(.member(name)) { $0.mismatch(value, pattern) }
    }

    public mutating func length(_ value: String?, _ name: StaticString, _ allowed: ClosedRange<Int>) {
        guard let value, !isLength(of: value, within: allowed) else { return }
        inside(.member(name)) { $0.wrongLength(value, allowed) }
    }

    public mutating func integer(_ value: Int?, _ name: StaticString, _ allowed: ClosedRange<Int>) {
        guard let value, !allowed.contains(value) else { return }
        inside(.member(name)) { $0.outOfRange(value, allowed) }
    }

    public mutating func enumeration(_ value: (some StringEnumeration)?, _ name: StaticString) {
        guard let value, !value.isModelled else { return }
        inside(.member(name)) { $0.unlisted(value) }
    }

    /// A list: its length, then each element by `check`.
    public mutating func list<Element>(
        _ elements: [Element]?,
        _ name: StaticString,
        _ allowed: ClosedRange<Int>? = nil,
        _ check: ((Element, inout ConstraintCheck) -> Void)? = nil
    ) {
        guard let elements else { return }
        inside(.member(name)) { $0.elements(elements, allowed, check) }
    }

    public mutating func map<Value>(
        _ entries: [String: Value]?,
        _ name: StaticString,
        _ allowed: ClosedRange<Int>? = nil,
        _ check: ((Value, inout ConstraintCheck) -> Void)? = nil
    ) {
        guard let entries else { return }
        inside(.member(name)) {
            $0.count(entries.count, allowed)
            guard let check else { return }
            for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
                $0.inside(.text(key)) { check(value, &$0) }
            }
        }
    }
}
