public import Foundation

/// One entry of `Models/services.json`: a service and the files that describe it.
public struct ServiceSource: Codable, Sendable {
    /// The prefix of the service's modules: `Selling` gives SellingShapes and SellingWire.
    public var name: String
    public var model: String
    public var access: String?
    public var patches: String?
    /// Where everything goes, as part of one module; modules of their own where absent.
    public var folder: String?

    public init(
        name: String,
        model: String,
        access: String? = nil,
        patches: String? = nil,
        folder: String? = nil
    ) {
        self.name = name
        self.model = model
        self.access = access
        self.patches = patches
        self.folder = folder
    }

    /// The services of a `Models` folder.
    public static func all(in folder: URL) throws -> [ServiceSource] {
        try JSONDecoder().decode([ServiceSource].self, from: read("services.json", in: folder))
    }

    /// Reads, patches and decodes the model.
    public func load(from folder: URL) throws -> (model: ServiceModel, access: AccessModel?) {
        var tree = try JSONSerialization.jsonObject(with: Self.read(model, in: folder))
        if let patches {
            for patch in try ModelPatch.read(Self.read(patches, in: folder)) {
                tree = try patch.applied(to: tree)
            }
        }
        let patched = try JSONSerialization.data(withJSONObject: tree)
        return (
            try JSONDecoder().decode(ServiceModel.self, from: patched),
            try access.map { try JSONDecoder().decode(AccessModel.self, from: Self.read($0, in: folder)) }
        )
    }

    var layout: GeneratedLayout { folder.map(GeneratedLayout.singleModule) ?? GeneratedLayout.modules(of: name) }

    private static func read(_ name: String, in folder: URL) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(name))
    }
}
