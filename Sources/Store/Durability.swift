/// What an acknowledged write survives.
public enum Durability: String, Sendable, CaseIterable {
    /// Power loss: no write is acknowledged before the disk has it.
    case full
    /// The end of the process (`kill -9`), but not of the machine: the last moments before a power loss may be gone,
    /// without damage to what came before.
    case normal
}
