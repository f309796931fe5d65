/// How catalog Sandbox behaves where AWS's documentation and integrators' reports differ.
public enum SandboxMode: String, Sendable, Hashable, CaseIterable {
    /// As AWS's pages say.
    case documented
    /// As integrators saw it; each deviation is a rule of its own in the catalogue.
    case observed
}
