import AWSJSON
import SigV4
import SmithyTypes

/// Puts each event onto an event bus of EventBridge, or of anything else that speaks its PutEvents.
struct EventBridgeSender: EventSender {
    /// PutEvents takes ten and may refuse some of them; one by one, a refusal says which it was.
    let mostAtOnce = 1
    private let endpoint: HTTPEndpoint
    private let target: EventTarget
    private let signer: Signer
    private let http: OutgoingHTTP

    init(_ target: EventTarget, _ http: OutgoingHTTP) {
        let region = target.region ?? "us-east-1"
        endpoint = HTTPEndpoint(target.endpoint ?? "") ?? .awsEventBridge(region: region)
        signer = Signer(
            accessKey: AccessKey(
                id: target.accessKeyIdentifier ?? "",
                secretAccessKey: target.secretAccessKey ?? ""
            ),
            region: region,
            service: "events"
        )
        self.target = target
        self.http = http
    }

    func send(_ events: [LoggedEvent]) async throws {
        let body = try Self.body(events, target)
        let headers = [
            (name: "Host", value: endpoint.authority),
            (name: "Content-Type", value: "application/x-amz-json-1.1"),
            (name: "X-Amz-Target", value: "AWSEvents.PutEvents"),
        ]
        let request = SignableRequest(method: "POST", target: endpoint.target, headers: headers, body: body)
        let time = SigningTime(secondsSinceEpoch: Int(RealTime.milliseconds / 1_000))
        let answer = try await http.post(
            endpoint.url,
            headers + signer.headers(signing: request, at: time),
            body
        )
        if let problem = Self.problem(with: answer) { throw DeliveryFailure(problem) }
    }

    /// PutEvents' input.
    static func body(_ events: [LoggedEvent], _ target: EventTarget) throws -> [UInt8] {
        let envelopes = try events.map { event in
            var reader = try JSONReader(event.envelope)
            return try reader.document(Document.self)
        }
        var writer = JSONWriter(capacity: 1_024)
        writer.beginObject()
        writer.list("Entries", envelopes) { writeEntry($0, target, &$1) }
        writer.endObject()
        return writer.bytes
    }

    private static func writeEntry(_ envelope: Document, _ target: EventTarget, _ writer: inout JSONWriter) {
        var detail = JSONWriter()
        detail.freeForm(envelope["detail"] ?? .null)
        let time = envelope["time"]?.text.flatMap { Timestamp(iso8601: $0.utf8) }
        writer.beginObject()
        if let time { writer.member("Time", Int(time.millisecondsSinceEpoch / 1_000)) }
        writer.member("Source", target.source ?? envelope["source"]?.text)
        writer.member("Resources", envelope["resources"])
        writer.member("DetailType", envelope["detail-type"]?.text)
        writer.member("Detail", String(decoding: detail.bytes, as: UTF8.self))
        writer.member("EventBusName", target.eventBusName)
        writer.endObject()
    }

    /// Why the answer is no acceptance; nil where it is one. A bus answers 200 also to what it does not take.
    private static func problem(with answer: OutgoingHTTP.Answer) -> String? {
        let document = document(answer.body)
        guard answer.isSuccess else {
            let code = document?["__type"]?.text ?? ""
            let message = document?["message"]?.text ?? document?["Message"]?.text ?? ""
            return "The event bus answered \(answer.status) \(code): \(message)"
        }
        guard case .number("0") = document?["FailedEntryCount"] else {
            guard case .list(let entries) = document?["Entries"], let entry = entries.first else {
                return "The event bus answered without saying that it took the event."
            }
            let (code, message) = (entry["ErrorCode"]?.text ?? "", entry["ErrorMessage"]?.text ?? "")
            return "The event bus did not take the event: \(code): \(message)"
        }
        return nil
    }

    private static func document(_ body: [UInt8]) -> Document? {
        guard var reader = try? JSONReader(body) else { return nil }
        return try? reader.document(Document.self)
    }
}
