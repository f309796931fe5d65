/// How an engine lets a `Row` read the columns it stands on.
///
/// Bound to classes, so that a row is two words and no column costs an allocation of its own.
public protocol RowColumns: AnyObject {
    /// Nil where the column is null. A column of another kind also yields nil, and is complained of.
    func integer(_ column: Int) -> Int64?
    func text(_ column: Int) -> String?
    func bytes(_ column: Int) -> [UInt8]?

    /// Notes why this row was read wrongly. The first complaint is kept and fails the statement.
    func complain(_ reason: String)
}
