/// Renders one contract for each operation: its types, its errors, the permission it needs.
extension ResolvedModel {
    func renderContracts() -> [GeneratedFile] {
        operations.map { operation, facts in
            var source = SourceText()
            renderContract(operation, facts, &source)
            renderIdempotency(operation, facts, &source)
            renderPagination(operation, facts, &source)
            return GeneratedFile(
                path: "\(layout.coding)/Operations/\(contractName(operation)).swift",
                text: header + imports(facts) + source.text
            )
        }
    }

    var operations: [(String, OperationModel)] {
        model.operations.sorted { $0.key < $1.key }
    }

    /// The operation's name; where a shape, Swift or our runtime has it too, the operation gives way.
    func contractName(_ operation: String) -> String {
        let type = SwiftName.type(operation)
        let isTaken = ReservedNames.types.contains(type) || model.shapes.keys.contains { SwiftName.type($0) == type }
        return isTaken ? type + "Operation" : type
    }

    func inputType(_ facts: OperationModel) -> String { facts.input.map(typeName) ?? "NoInput" }

    func outputType(_ facts: OperationModel) -> String { facts.output.map(typeName) ?? "NoOutput" }

    private func imports(_ facts: OperationModel) -> String {
        let namesValues = facts.input != nil || facts.output != nil || !facts.errors.isEmpty
        return (namesValues ? wireImports : "public import AWSJSON\n") + "\n"
    }

    private func renderContract(_ operation: String, _ facts: OperationModel, _ source: inout SourceText) {
        source.block("public enum \(contractName(operation)): OperationContract") { source in
            source.line("public typealias Input = \(inputType(facts))")
            source.line("public typealias Output = \(outputType(facts))")
            source.line()
            source.line("public static let name = \(literal(operation))")
            for (member, value) in defaults(facts) {
                source.line("/// What an absent `\(member)` means, by the model's traits.")
                source.line("public static let default\(SwiftName.type(member)) = \(value)")
            }
            source.line()
            renderFailure(facts, &source)
            source.line()
            renderAccess(operation, facts, &source)
        }
    }

    private func defaults(_ facts: OperationModel) -> [(String, Int)] {
        guard let input = facts.input else { return [] }
        return members(input).compactMap { member in
            access?.defaults["\(input).\(member.name)"].map { (member.name, $0) }
        }
    }

    private func renderFailure(_ facts: OperationModel, _ source: inout SourceText) {
        // Some models list an error twice.
        let errors = Set(facts.errors).sorted()
        let cases = errors.map { (name: failureCase($0), type: typeName($0)) }
        let models = errors.map { "Models" + typeName($0) }
        source.block("public enum Failure: \((["ModelledFailure"] + models).joined(separator: ", "))") { source in
            for item in cases { source.line("case \(item.name)(\(item.type))") }
            source.line()
            source.block("public var wireError: WireError") { source in
                source.line("switch self {")
                for item in cases { source.line("case .\(item.name)(let error): error.wireError") }
                source.line("}")
            }
            source.line()
            source.block(
                "public init?(code: String, from reader: inout JSONReader) throws(SerializationFailure)"
            ) { source in
                source.line("switch code {")
                for (item, shape) in zip(cases, errors) {
                    source.line("case \(literal(shape)): self = .\(item.name)(try reader.document(\(item.type).self))")
                }
                source.line("default: return nil")
                source.line("}")
            }
        }
    }

    /// `ResourceNotFoundException` → `resourceNotFound`; whole where the model has an error of the shorter name too.
    func failureCase(_ shape: String) -> String {
        let stem = shape.hasSuffix("Exception") ? String(shape.dropLast("Exception".count)) : shape
        return SwiftName.member(stem.isEmpty || stem != shape && model.shapes[stem]?.exception == true ? shape : stem)
    }

    private func renderIdempotency(_ operation: String, _ facts: OperationModel, _ source: inout SourceText) {
        guard let input = facts.input, let token = members(input).first(where: \.isIdempotencyToken) else { return }
        source.line()
        source.block("extension \(contractName(operation)): IdempotentContract") { source in
            let value = "input.\(token.swiftName)"
            source.line(
                "public static func clientToken(of input: Input) -> String\(token.isRequired ? "" : "?") { \(value) }"
            )
            source.line()
            source.block("public static func withoutClientToken(_ input: Input) -> Input") { source in
                source.line("var input = input")
                source.line("\(value) = \(token.isRequired ? "\"\"" : "nil")")
                source.line("return input")
            }
        }
    }

    private func renderPagination(_ operation: String, _ facts: OperationModel, _ source: inout SourceText) {
        guard let input = facts.input, let output = facts.output, let pages = facts.pagination,
            let inputToken = pages.inputToken.single, let outputToken = pages.outputToken.single,
            let taken = members(input).first(where: { $0.name == inputToken }), case .string = kind(taken.shape),
            let given = members(output).first(where: { $0.name == outputToken }), case .string = kind(given.shape)
        else { return }
        source.line()
        source.block("extension \(contractName(operation)): PaginatedContract") { source in
            source.line("public static func nextToken(of output: Output) -> String? { output.\(given.swiftName) }")
            source.line()
            source.block("public static func input(_ input: Input, at token: String) -> Input") { source in
                source.line("var input = input")
                source.line("input.\(taken.swiftName) = token")
                source.line("return input")
            }
        }
    }
}
