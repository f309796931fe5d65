import Foundation
import Testing

@testable import ModelGenerator

@Suite("The name of a type")
struct TypeNameTests {
    @Test(
        "is the shape's own, with capital words",
        arguments: [
            ("Project", "Project"), ("keyId", "KeyId"), ("__string", "String"), ("foo_bar-baz", "FooBarBaz"),
            ("AWSThing", "AWSThing"), ("3DModel", "_3DModel"),
        ]
    )
    func words(shape: String, name: String) {
        #expect(SwiftName.type(shape) == name)
    }

    @Test("differs from every other type's in more than case, and from Swift's and the runtime's own")
    func clashes() {
        let names = SwiftName.types(["KeyId", "keyId", "KEYID", "String", "Document", "Endpoint", "Patterns"])
        #expect(Set(names.values.map { $0.lowercased() }).count == 7)
        #expect(names["KeyId"] == "KeyId" && names["keyId"] == "KeyId2")
        #expect(
            names["String"] == "StringShape" && names["Document"] == "DocumentShape"
                && names["Endpoint"] == "EndpointShape"
        )
    }

    @Test("is reserved for each type that the runtime makes public")
    func runtime() throws {
        let declaration = /^public (?:indirect )?(?:struct|enum|protocol|final class|typealias) (\w+)/
            .anchorsMatchLineEndings()
        var found: Set<String> = []
        for module in ["AWSJSON", "SmithyTypes"] {
            let folder = PackageRoot.url.appendingPathComponent("Sources/\(module)").resolvingSymlinksInPath()
            let paths = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
            for path in paths where path.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
                found.formUnion(text.matches(of: declaration).map { String($0.1) })
            }
        }
        #expect(found.count > 30)
        #expect(found.subtracting(ReservedNames.types).sorted() == [])
    }
}
