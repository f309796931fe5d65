import Foundation
import ModelGenerator
import Testing

@Suite("An operation's failures")
struct FailureCaseTests {
    /// The types of the cases of `Failure` in a generated contract.
    private func failureTypes(_ text: String) -> [String] {
        guard let start = text.range(of: "public enum Failure:"), let end = text.range(of: "public var wireError")
        else { return [] }
        return text[start.upperBound..<end.lowerBound].matches(of: /case [`\w]+\((\w+)\)/).map { String($0.1) }
    }

    private func errors(in model: String) throws -> [String: [String]] {
        struct Model: Decodable {
            struct Operation: Decodable { let errors: [String] }
            let operations: [String: Operation]
        }
        return try JSONDecoder().decode(Model.self, from: Data(PackageRoot.text(model).utf8)).operations.mapValues(
            \.errors
        )
    }

    @Test("are exactly the errors that the model lists for it")
    func exact() throws {
        let services = try ServiceSource.all(in: PackageRoot.models)
        for service in services {
            for (operation, errors) in try errors(in: "Models/\(service.model)") {
                let text = try PackageRoot.text("Sources/\(service.name)Wire/Generated/Operations/\(operation).swift")
                #expect(failureTypes(text) == errors.sorted(), "\(operation)")
            }
        }
        #expect(services.contains { $0.name == "Selling" })
    }

    @Test("are none where the model lists none")
    func none() throws {
        let folder = try ModelFolder(shapes: "{}", operations: #"{"Ping":{"errors":[]}}"#)
        #expect(failureTypes(try folder.text(of: "Operations/Ping.swift")) == [])
    }

    @Test("are one where the model lists the same twice")
    func listedTwice() throws {
        let error = #"{"type":"structure","exception":true,"members":{}}"#
        let folder = try ModelFolder(
            shapes: #"{"Busy":\#(error)}"#,
            operations: #"{"Ping":{"errors":["Busy","Busy"]}}"#
        )
        #expect(failureTypes(try folder.text(of: "Operations/Ping.swift")) == ["Busy"])
    }

    @Test("are told apart where an error has another's name without Exception")
    func similarNames() throws {
        let error = #"{"type":"structure","exception":true,"members":{}}"#
        let folder = try ModelFolder(
            shapes: #"{"Busy":\#(error),"BusyException":\#(error),"GoneException":\#(error)}"#,
            operations: #"{"Ping":{"errors":["Busy","BusyException","GoneException"]}}"#
        )
        let text = try folder.text(of: "Operations/Ping.swift")
        for name in ["case busy(Busy)", "case busyException(BusyException)", "case gone(GoneException)"] {
            #expect(text.contains(name))
        }
    }
}
