public import Logging

/// Keeps what happened: a log line and the metrics of each request, and its entry in the request log.
public struct RequestRecorder: Sendable {
    private let logger: Logger
    private let metrics: RequestMetrics
    private let requests: RequestLog?

    /// - Parameter requests: nil where the requests are not to be looked at afterwards.
    public init(logger: Logger, metrics: RequestMetrics, requests: RequestLog? = nil) {
        self.logger = logger
        self.metrics = metrics
        self.requests = requests
    }

    func record(_ record: RequestRecord, _ request: RequestEntry.Body, _ answer: OutgoingAnswer) {
        let nanoseconds = monotonicNanoseconds() - record.startedNanoseconds
        metrics.record(operation: record.operation ?? "unknown", outcome: record.outcome, nanoseconds: nanoseconds)
        requests?.append(
            RequestEntry(
                record,
                request: request,
                response: answer.body,
                status: answer.status,
                microseconds: nanoseconds / 1000
            )
        )
        logger.info(
            "request",
            metadata: [
                "operation": .string(record.operation ?? "-"),
                "account": .string(record.accountIdentifier ?? "-"),
                "outcome": .string(record.outcome),
                "status": .stringConvertible(answer.status),
                "microseconds": .stringConvertible(nanoseconds / 1000),
                "request": .string(record.identifier),
            ]
        )
    }

    /// Something that should not have happened: the cause is for us, not for the client.
    func fault(_ error: any Error, in record: RequestRecord) {
        logger.error(
            "internal error",
            metadata: [
                "operation": "\(record.operation ?? "-")", "request": "\(record.identifier)", "cause": "\(error)",
            ]
        )
    }
}
