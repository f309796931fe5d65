/// Renders how each modelled error is sent, and the names of the operations.
extension ResolvedModel {
    var errors: [String] {
        model.shapes.filter { $0.value.exception == true }.map(\.key).sorted()
    }

    func renderErrors() -> GeneratedFile {
        var source = SourceText()
        for (index, error) in errors.enumerated() {
            if index > 0 { source.line() }
            let type = typeName(error)
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
                            "explanations: explanations",
                        ]
                    )
                }
            }
        }
        let imports = errors.isEmpty ? "" : wireImports + "\n"
        return GeneratedFile(path: "\(layout.coding)/\(name)Errors.swift", text: header + imports + source.text)
    }

    /// The errors whose page tells the client to retry after a delay, so that `Retry-After` goes with them.
    private static let invitesRetry: Set<String> = ["ThrottlingException", "InternalServerException"]

    func renderOperationNames() -> GeneratedFile {
        var source = SourceText()
        source.line("/// Every operation of the model, by its wire name.")
        source.block("public enum \(name)Operation: String, CaseIterable, Sendable") { source in
            for (operation, name) in zip(operations, operationCases) {
                source.line("case \(name) = \(literal(operation.0))")
            }
        }
        source.line()
        source.line("/// What the model says of the service as a whole.")
        source.block("public enum \(name)Model") { source in
            source.line("public static let targetPrefix = \(literal(model.service.targetPrefix))")
            source.line("public static let signingName = \(literal(model.service.signingName))")
            source.line("public static let apiVersion = \(literal(model.service.apiVersion))")
        }
        return GeneratedFile(path: "\(layout.coding)/\(name)Operation.swift", text: header + source.text)
    }

    /// The names of the operations as cases and methods, in the operations' order.
    private var operationCases: [String] {
        SwiftName.members(operations.map(\.0), besides: ReservedNames.ofEnumerations)
    }

    /// The client's methods, where the service gets a client.
    func renderClient() -> [GeneratedFile] {
        guard let folder = layout.client else { return [] }
        var source = SourceText()
        source.block("extension \(name)Client") { source in
            for (index, (operation, facts)) in operations.enumerated() {
                if index > 0 { source.line() }
                let result = facts.output == nil ? "" : " -> \(outputType(facts))"
                source.block(
                    "public func \(operationCases[index])(_ input: \(inputType(facts))) async throws\(result)"
                ) {
                    $0.line(
                        "\(facts.output == nil ? "_ = " : "")try await call(\(contractName(operation)).self, input)"
                    )
                }
            }
        }
        return [
            GeneratedFile(
                path: "\(folder)/\(name)Client+Operations.swift",
                text: header + valuesImport + "import \(name)Wire\n\n" + source.text
            )
        ]
    }
}
