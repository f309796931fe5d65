/// A body whose caller waits until a thread of the store has run it.
///
/// `perform` may be called again; exactly one of `answer` and `fail` ends it.
public protocol WaitingTransaction: AnyObject, Sendable {
    var access: TransactionAccess { get }

    /// Runs the body and keeps what came of it.
    ///
    /// - Returns: whether it succeeded, so that its changes are to be kept.
    func perform(on connection: any Connection) -> Bool

    /// Hands the caller what came of the last run.
    func answer()

    /// Hands the caller an error in place of that.
    func fail(_ error: any Error)
}
