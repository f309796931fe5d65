import AWSJSON
import SmithyTypes

/// What a request's outside says: which binding it speaks and which operation it asks for.
struct Frame: Sendable {
    let binding: Binding
    let operationName: String
    let endpoint: Endpoint

    /// Reads the outside of a request.
    ///
    /// - Throws: UnknownOperationException for every request that names no operation of the service in one of its two
    ///   bindings, as awsJson services answer whatever they do not recognise.
    init(_ request: IncomingRequest, _ service: ServiceDefinition, _ record: inout RequestRecord) throws(WireError) {
        binding = Self.binding(of: request)
        guard request.method == "POST" else {
            throw Self.refusal("Operations are called by POST, not by \(request.method).", service)
        }
        try Self.checkContentType(request, binding, service)
        operationName = try Self.operationName(request, binding, service)
        if service.operationNames.contains(operationName) { record.operation = operationName }
        guard let endpoint = service.endpoints[operationName] else {
            throw Self.missing(operationName, service)
        }
        self.endpoint = endpoint
    }

    /// The binding that an answer to this request takes, even where the request is refused.
    static func binding(of request: IncomingRequest) -> Binding {
        request.path == "/" || request.path.isEmpty ? .awsJSON : .pathStyle
    }

    private static func checkContentType(
        _ request: IncomingRequest,
        _ binding: Binding,
        _ service: ServiceDefinition
    ) throws(WireError) {
        let header = request.header("content-type") ?? ""
        if header == binding.contentType { return }
        let type = header.lowercased().prefix { $0 != ";" && $0 != " " }
        switch binding {
        // 1.1 differs from 1.0 only in this word; a client that sends it means the same.
        case .awsJSON where type == "application/x-amz-json-1.0" || type == "application/x-amz-json-1.1": return
        case .pathStyle where type == "application/json": return
        default:
            let sentence = "Content-Type '\(type)' is not the one of this binding, \(binding.contentType)."
            throw refusal(sentence, service)
        }
    }

    private static func operationName(
        _ request: IncomingRequest,
        _ binding: Binding,
        _ service: ServiceDefinition
    ) throws(WireError) -> String {
        guard binding == .awsJSON else { return String(request.path.dropFirst()) }
        guard let target = request.header("x-amz-target") else {
            throw refusal("The header X-Amz-Target is missing.", service)
        }
        guard target.hasPrefix(service.targetPrefix + ".") else {
            throw refusal("X-Amz-Target must begin with '\(service.targetPrefix).'.", service)
        }
        return String(target.dropFirst(service.targetPrefix.count + 1))
    }

    private static func missing(_ operationName: String, _ service: ServiceDefinition) -> WireError {
        let near = nearest(to: operationName, in: service.operationNames.sorted())
        let hint = near.map { " Did you mean '\($0)'?" } ?? ""
        return refusal("Unknown operation '\(operationName.prefix(80))'.\(hint)", service)
    }

    private static func refusal(_ sentence: String, _ service: ServiceDefinition) -> WireError {
        CommonError.unknownOperation.wireError(sentence).explained([.unknownOperation(sentence, service)])
    }
}
