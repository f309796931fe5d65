/// What SQLite said when it did not do as it was asked.
struct RawDatabaseError: Error, CustomStringConvertible {
    let message: String

    var description: String { message }
}
