import AdminShapes
import ArgumentParser

/// Whose, and in which catalog.
struct ScopeOptions: ParsableArguments {
    @Option(help: "The account, 12 digits. (default: 123456789012)")
    var account: String?

    @Option(help: "AWS or Sandbox.")
    var catalog = CatalogArgument(value: .sandbox)
}

/// A catalog as people write it: capitals do not matter.
struct CatalogArgument: ExpressibleByArgument {
    let value: Catalog

    init(value: Catalog) {
        self.value = value
    }

    init?(argument: String) {
        let match = Catalog.modelled.first { $0.rawValue.lowercased() == argument.lowercased() }
        guard let match else { return nil }
        value = match
    }

    var defaultValueDescription: String { value.rawValue }
}
