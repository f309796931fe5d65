/// How catalog Sandbox behaves where AWS's documentation and integrators' reports differ.
public enum SandboxMode: String, Sendable, Hashable, CaseIterable {
    /// As AWS's pages say.
    case documented
    /// As integrators saw it; each deviation is a rule of its own in the catalogue.
    case observed
}

extension SandboxMode {
    /// What `observed` does otherwise than `documented`, each with its source.
    public static let deviations: [Rule] = [
        RuleCatalogue.observedLock, RuleCatalogue.observedCloseDate, RuleCatalogue.observedEarlyConditions,
        RuleCatalogue.observedOtherSolution,
    ]
}
