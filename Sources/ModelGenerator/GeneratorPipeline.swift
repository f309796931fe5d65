public import Foundation

/// Model in, Swift out: read and patch, resolve, render.
///
/// Nothing here knows a service. The command `generate-model` writes what comes out; a unit test compares it with
/// what is checked in.
public enum GeneratorPipeline {
    /// Every generated file of every service in a `Models` folder, by path.
    public static func generate(models folder: URL) throws -> [GeneratedFile] {
        try ServiceSource.all(in: folder).flatMap { source in
            try generate(source, models: folder)
        }
    }

    /// The generated files of one service.
    public static func generate(_ source: ServiceSource, models folder: URL) throws -> [GeneratedFile] {
        let (model, access) = try source.load(from: folder)
        let resolved = try ResolvedModel(
            name: source.name,
            origin: "\(folder.lastPathComponent)/\(source.model)",
            layout: source.layout,
            model: model,
            access: access
        )
        var files = resolved.renderValues()
        files += resolved.renderCoding()
        files += resolved.renderExposures()
        files += resolved.renderPatterns()
        files += [resolved.renderErrors(), resolved.renderOperationNames()]
        files += resolved.renderContracts()
        files += resolved.renderClient()
        return files
    }

    /// The folders that hold nothing but generated files, so that a file no model asks for any more is found.
    public static func generatedFolders(_ sources: [ServiceSource]) -> [String] {
        Set(sources.flatMap(\.layout.folders)).sorted()
    }
}
