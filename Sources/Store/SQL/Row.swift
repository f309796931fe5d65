/// The row a statement stands on, read by column number from 0.
///
/// It looks into the engine's own memory and is valid only inside the closure that received it: take the values out,
/// never the row. The readers do not throw, so that decoding stays one expression; a column that is null, absent or of
/// another kind than asked for yields an empty value, and then the statement fails with `StoreError.misuse` as soon as
/// the closure returns. Nothing decoded from such a row reaches the caller.
public struct Row {
    @usableFromInline let columns: any RowColumns

    public init(_ columns: any RowColumns) {
        self.columns = columns
    }

    @inlinable
    public func integer(_ column: Int) -> Int64 {
        columns.integer(column) ?? missing(column, 0)
    }

    @inlinable
    public func text(_ column: Int) -> String {
        columns.text(column) ?? missing(column, "")
    }

    @inlinable
    public func bytes(_ column: Int) -> [UInt8] {
        columns.bytes(column) ?? missing(column, [])
    }

    @inlinable
    public func optionalInteger(_ column: Int) -> Int64? {
        columns.integer(column)
    }

    @inlinable
    public func optionalText(_ column: Int) -> String? {
        columns.text(column)
    }

    @inlinable
    public func optionalBytes(_ column: Int) -> [UInt8]? {
        columns.bytes(column)
    }

    @usableFromInline
    func missing<Value>(_ column: Int, _ substitute: Value) -> Value {
        columns.complain("column \(column) is null or absent where a value was asked for")
        return substitute
    }
}
