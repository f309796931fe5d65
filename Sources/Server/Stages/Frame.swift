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
            throw CommonError.unknownOperation.wireError("Operations are called by POST, not by \(request.method).")
        }
        try Self.checkContentType(request, binding)
        operationName = try Self.operationName(request, binding, service)
        if service.operationNames.contains(operationName) { record.operation = operationName }
        guard let endpoint = service.endpoints[operationName] else {
            throw CommonError.unknownOperation.wireError(Self.missing(operationName, service))
        }
        self.endpoint = endpoint
    }

    /// The binding that an answer to this request takes, even where the request is refused.
    static func binding(of request: IncomingRequest) -> Binding {
        request.path == "/" || request.path.isEmpty ? .awsJSON : .pathStyle
    }

    private static func checkContentType(_ request: IncomingRequest, _ binding: Binding) throws(WireError) {
        let header = request.header("content-type") ?? ""
        if header == binding.contentType { return }
        let type = header.lowercased().prefix { $0 != ";" && $0 != " " }
        switch binding {
        // 1.1 differs from 1.0 only in this word; a client that sends it means the same.
        case .awsJSON where type == "application/x-amz-json-1.0" || type == "application/x-amz-json-1.1": return
        case .pathStyle where type == "application/json": return
        default:
            throw CommonError.unknownOperation.wireError(
                "Content-Type '\(type)' is not the one of this binding, \(binding.contentType)."
            )
        }
    }

    private static func operationName(
        _ request: IncomingRequest,
        _ binding: Binding,
        _ service: ServiceDefinition
    ) throws(WireError) -> String {
        guard binding == .awsJSON else { return String(request.path.dropFirst()) }
        guard let target = request.header("x-amz-target") else {
            throw CommonError.unknownOperation.wireError("The header X-Amz-Target is missing.")
        }
        guard target.hasPrefix(service.targetPrefix + ".") else {
            throw CommonError.unknownOperation.wireError("X-Amz-Target must begin with '\(service.targetPrefix).'.")
        }
        return String(target.dropFirst(service.targetPrefix.count + 1))
    }

    private static func missing(_ operationName: String, _ service: ServiceDefinition) -> String {
        if service.operationNames.contains(operationName) { return NotBuilt(operationName).message }
        let near = nearest(to: operationName, in: service.operationNames.sorted())
        return "Unknown operation '\(operationName.prefix(80))'." + (near.map { " Did you mean '\($0)'?" } ?? "")
    }
}
