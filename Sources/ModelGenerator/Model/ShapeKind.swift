/// What a shape is in Swift.
enum ShapeKind {
    case structure, union, enumeration, string, double, boolean, blob, document
    /// With the width that the wire allows; the value is an `Int` all the same.
    case integer(bits: Int)
    /// With the runtime's format: `.dateTime`.
    case timestamp(String)
    /// With the element's shape.
    case list(String)
    /// With the value's shape.
    case map(String)
}
