/// An argument of an initializer in generated code.
struct SwiftArgument {
    indirect enum Value {
        case code(String)
        case string(String)
        case call(String, [SwiftArgument])
    }

    let label: String
    let value: Value

    var onOneLine: String {
        switch value {
        case .code(let code): "\(label): \(code)"
        case .string(let text): "\(label): \(SwiftStringLiteral(text).onOneLine)"
        case .call(let name, let arguments):
            "\(label): \(name)(\(arguments.map(\.onOneLine).joined(separator: ", ")))"
        }
    }
}
