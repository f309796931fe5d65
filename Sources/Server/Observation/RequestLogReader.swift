public import AWSJSON
public import SmithyTypes

/// A request of the log as a person may see it.
public struct ShownRequest: Sendable {
    public let sequence: Int
    public let entry: RequestEntry
    /// Nil where it was not read.
    public let requestBody: String?
    public let responseBody: String
    public let explanations: [Explanation]
    public let remarks: [Explanation]

    fileprivate func has(_ sought: SoughtText) -> Bool {
        let facts = [entry.identifier, entry.accountIdentifier, entry.userName, entry.operation, requestBody]
        return ([responseBody] + facts.compactMap(\.self)).contains(where: sought.isFound)
            || (explanations + remarks).contains { $0.texts.contains(where: sought.isFound) }
    }
}

extension Explanation {
    fileprivate var texts: [String] {
        [rule, sentence, evidence] + [fieldName, offendingValue, wouldPass, suggestion].compactMap(\.self)
    }
}

/// Looks requests up in the log and takes out of them what the model calls sensitive.
///
/// All of that happens here, when somebody asks, and not when a request is served.
public struct RequestLogReader: Sendable {
    private let log: RequestLog
    private let service: ServiceDefinition
    private let showsBodies: Bool
    /// Between two of these, other tasks get their turn.
    private static let stride = 64

    /// - Parameter showsBodies: shows bodies and values as they came: `--log-bodies`.
    public init(_ log: RequestLog, of service: ServiceDefinition, showsBodies: Bool) {
        self.log = log
        self.service = service
        self.showsBodies = showsBodies
    }

    /// The requests that are asked for, newest first.
    public func requests(_ query: RequestQuery) async -> [ShownRequest] {
        let sought = query.text.map(SoughtText.init)
        var found: [ShownRequest] = []
        var next = query.beforeSequence
        while case let part = log.entries(before: next, atMost: Self.stride), let last = part.last {
            for (sequence, entry) in part where query.matches(entry) {
                let request = shown(entry, sequence)
                if let sought, !request.has(sought) { continue }
                found.append(request)
                if found.count >= query.maximumCount { return found }
            }
            next = last.sequence
            await Task.yield()
        }
        return found
    }

    private func shown(_ entry: RequestEntry, _ sequence: Int) -> ShownRequest {
        let input = entry.operation.flatMap { service.endpoints[$0]?.input }
        let hidesValues = entry.explanations.contains { isHidden($0, input) }
        return ShownRequest(
            sequence: sequence,
            entry: entry,
            requestBody: requestText(entry),
            responseBody: responseText(entry, hidingMessages: hidesValues),
            explanations: entry.explanations.map { shown($0, input) },
            remarks: entry.remarks.map { shown($0, input) }
        )
    }

    /// Without the values of a member that may not be shown.
    private func shown(_ explanation: Explanation, _ input: (any JSONStructure.Type)?) -> Explanation {
        isHidden(explanation, input) ? explanation.withoutValues(mark: Redaction.mark) : explanation
    }

    private func isHidden(_ explanation: Explanation, _ input: (any JSONStructure.Type)?) -> Bool {
        guard !showsBodies, explanation.mayTell, let fieldName = explanation.fieldName else { return false }
        return input?.mayShow(fieldName: fieldName) != true
    }

    private func requestText(_ entry: RequestEntry) -> String? {
        text(of: entry.request) { body in
            guard let endpoint = entry.operation.flatMap({ service.endpoints[$0] }) else { return nil }
            // What is not of the operation's form may hold anything anywhere.
            guard (try? endpoint.decode(body)) != nil else { return nil }
            return Redaction.text(of: body, as: endpoint.input)
        }
    }

    private func responseText(_ entry: RequestEntry, hidingMessages: Bool) -> String {
        text(of: entry.response) { body in
            if let type = entry.refusalType {
                return Redaction.text(ofError: body, as: type, hidingMessages: hidingMessages)
            }
            let output = entry.operation.flatMap { service.endpoints[$0]?.output }
            return output.flatMap { Redaction.text(of: body, as: $0) }
        } ?? ""
    }

    /// A body as it may be shown: whole, redacted, or its length.
    private func text(of body: RequestEntry.Body, _ redacted: ([UInt8]) -> String?) -> String? {
        switch body {
        case .unread: return nil
        case .withheld(let count): return Self.length(count)
        case .bytes([]): return ""
        case .bytes(let bytes) where showsBodies: return String(decoding: bytes, as: UTF8.self)
        case .bytes(let bytes): return redacted(bytes) ?? Self.length(bytes.count)
        }
    }

    private static func length(_ count: Int) -> String { "(\(count) bytes)" }
}
