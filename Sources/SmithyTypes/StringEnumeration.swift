/// A string shape with a closed list of values, which still holds a value that is not on the list.
///
/// The list is checked with all other constraints, so that a wrong value is reported together with every other
/// violation; until then it has to be kept as it came.
public protocol StringEnumeration: Hashable, Sendable {
    /// The case of `rawValue`; a value that the model does not list becomes `unrecognized`.
    init(rawValue: String)
    /// The value as it stands on the wire.
    var rawValue: String { get }
    /// Every value of the model, in the model's order.
    static var modelled: [Self] { get }
    /// Whether the model lists this value.
    var isModelled: Bool { get }
}
