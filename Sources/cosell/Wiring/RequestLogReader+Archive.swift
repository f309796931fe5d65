public import AdminService
public import AdminShapes
public import Server
import SmithyTypes

/// The admin API's words for a request of the log, and the server's.
extension RequestLogReader: RequestArchive {
    /// The requests that are asked for, newest first.
    public func requests(_ query: ListRequestsRequest) async -> [LoggedRequest] {
        let found = await requests(
            RequestQuery(
                accountIdentifier: query.accountId,
                catalog: query.catalog?.rawValue,
                operation: query.operation,
                outcome: query.outcome,
                text: query.text,
                beforeSequence: query.beforeSequence,
                maximumCount: query.maxResults ?? Self.defaultPageSize
            )
        )
        return found.map(LoggedRequest.init)
    }

    private static var defaultPageSize: Int { 20 }
}

extension LoggedRequest {
    fileprivate init(_ request: ShownRequest) {
        let entry = request.entry
        self.init(
            accountId: entry.accountIdentifier,
            catalog: entry.catalog,
            durationMicroseconds: Int(entry.microseconds),
            explanations: request.explanations.map(RequestExplanation.init),
            operation: entry.operation,
            outcome: entry.outcome,
            remarks: request.remarks.map(RequestExplanation.init),
            requestBody: request.requestBody,
            requestId: entry.identifier,
            responseBody: request.responseBody,
            sequence: request.sequence,
            status: entry.status,
            time: Timestamp(millisecondsSinceEpoch: entry.arrivedMilliseconds),
            userName: entry.userName
        )
    }
}

extension RequestExplanation {
    fileprivate init(_ explanation: Explanation) {
        let hint = explanation.suggestion.map { "probably '\($0)'" }
        let wouldPass = [explanation.wouldPass, hint].compactMap(\.self).joined(separator: "; ")
        self.init(
            certainty: explanation.certainty,
            evidence: explanation.evidence,
            fieldName: explanation.fieldName,
            offendingValue: explanation.offendingValue,
            rule: explanation.rule,
            sentence: explanation.sentence,
            wouldPass: wouldPass.isEmpty ? nil : wouldPass
        )
    }
}
