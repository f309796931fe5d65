/// Renders how each modelled error is sent, and the names of the operations.
extension ResolvedModel {
    var errors: [String] {
        model.shapes.filter { $0.value.exception == true }.map(\.key).sorted()
    }

    func renderErrors() -> GeneratedFile {
        var source = SourceText()
        for error in errors {
            let type = SwiftName.type(error)
            let shape = shape(error)
            let status = shape.httpStatusCode ?? (shape.fault == true ? 500 : 400)
            source.line("/// A failure that can be a `\(type)`.")
            source.block("public protocol Models\(type): ModelledFailure") {
                $0.line("static func \(failureCase(error))(_ error: \(type)) -> Self")
            }
            source.line()
            source.block("extension \(type)") { source in
                source.block("public var wireError: WireError") { source in
                    let pathStyle = access?.pathStyleStatus[error] ?? status
                    source.call(
                        "WireError",
                        [
                            "code: \(literal(error))",
                            "status: WireError.Status(awsJSON: \(status), pathStyle: \(pathStyle))",
                            "retryAfterSeconds: \(Self.invitesRetry.contains(error) ? "1" : "nil")",
                            "document: self",
                        ])
                }
            }
            source.line()
        }
        return GeneratedFile(
            path: "Sources/\(name)Wire/Generated/Errors.swift",
            text: header + "public import AWSJSON\npublic import \(name)Shapes\n\n" + source.text)
    }

    /// The errors whose page tells the client to retry after a delay, so that `Retry-After` goes with them.
    private static let invitesRetry: Set<String> = ["ThrottlingException", "InternalServerException"]

    func renderOperationNames() -> GeneratedFile {
        var source = SourceText()
        source.line("/// Every operation of the model, by its wire name.")
        source.block("public enum \(name)Operation: String, CaseIterable, Sendable") { source in
            for (operation, _) in operations {
                source.line("case \(SwiftName.member(operation)) = \(literal(operation))")
            }
        }
        source.line()
        source.line("/// What the model says of the service as a whole.")
        source.block("public enum \(name)Model") { source in
            source.line("public static let targetPrefix = \(literal(model.service.targetPrefix))")
            source.line("public static let signingName = \(literal(model.service.signingName))")
            source.line("public static let apiVersion = \(literal(model.service.apiVersion))")
        }
        return GeneratedFile(path: "Sources/\(name)Wire/Generated/\(name)Operation.swift", text: header + source.text)
    }

    func renderClient() -> GeneratedFile {
        var source = SourceText()
        source.block("extension \(name)Client") { source in
            for (index, (operation, facts)) in operations.enumerated() {
                if index > 0 { source.line() }
                let result = facts.output == nil ? "" : " -> \(outputType(facts))"
                source.block(
                    "public func \(SwiftName.member(operation))(_ input: \(inputType(facts))) async throws\(result)"
                ) {
                    $0.line("\(facts.output == nil ? "_ = " : "")try await call(\(contractName(operation)).self, input)")
                }
            }
        }
        return GeneratedFile(
            path: "Sources/Client/Generated/\(name)Client+Operations.swift",
            text: header + "public import \(name)Shapes\nimport \(name)Wire\n\n" + source.text)
    }
}
