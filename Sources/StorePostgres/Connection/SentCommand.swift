/// A command whose answer has not been read.
enum SentCommand {
    /// BEGIN, COMMIT and such.
    case frame
    /// The preparation of the statement with this number.
    case prepare(Int)
    case run
}
