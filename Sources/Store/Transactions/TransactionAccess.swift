/// Whether a transaction may change anything.
public enum TransactionAccess: Sendable {
    case read
    case write
}
