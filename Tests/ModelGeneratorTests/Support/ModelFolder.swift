import Foundation
import ModelGenerator

/// A folder with one small model in it, for as long as the folder is held.
final class ModelFolder {
    let url: URL

    /// `shapes`, `operations` and `patches` are JSON, as they stand in a model.
    init(shapes: String, operations: String = "{}", patches: String = "[]") throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("cosell-model-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let service =
            #"{"serviceId":"Small","apiVersion":"1","protocol":"awsJson1_0","targetPrefix":"Small","signingName":"small"}"#
        try write("model.json", #"{"service":\#(service),"operations":\#(operations),"shapes":\#(shapes)}"#)
        try write("patches.json", patches)
        try write("services.json", #"[{"name":"Small","model":"model.json","patches":"patches.json"}]"#)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: url.appendingPathComponent(name))
    }

    func generate() throws -> [GeneratedFile] {
        try GeneratorPipeline.generate(models: url)
    }

    /// The text of the generated file whose path ends so; empty where there is none.
    func text(of suffix: String) throws -> String {
        try generate().first { $0.path.hasSuffix(suffix) }?.text ?? ""
    }
}

/// The generator's complaint about a model; nil where it has none.
func complaint(_ make: () throws -> Void) -> String? {
    do {
        try make()
        return nil
    } catch {
        return "\(error)"
    }
}
