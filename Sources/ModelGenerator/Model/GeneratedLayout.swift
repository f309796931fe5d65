/// Where the generated files of a service go, and which module each of them belongs to.
public struct GeneratedLayout: Sendable {
    /// The folder of the plain values.
    let values: String
    /// The folder of coding, constraints and contracts.
    let coding: String
    /// The folder of the client's methods; nil where the service gets none.
    let client: String?
    /// The module of the values; nil where all is one module.
    let valuesModule: String?

    /// A service of the product: its values and its wire are modules of their own, so that the domain can use the
    /// values without any coding.
    static func modules(of name: String) -> GeneratedLayout {
        GeneratedLayout(
            values: "Sources/\(name)Shapes/Generated",
            coding: "Sources/\(name)Wire/Generated",
            client: "Sources/Client/Generated",
            valuesModule: "\(name)Shapes"
        )
    }

    /// A service that lives within one module, such as the services of the tests.
    static func singleModule(in folder: String) -> GeneratedLayout {
        GeneratedLayout(values: "\(folder)/Shapes", coding: "\(folder)/Wire", client: nil, valuesModule: nil)
    }

    /// The folders that hold nothing but generated files.
    var folders: [String] { [values, coding] + (client.map { [$0] } ?? []) }
}
