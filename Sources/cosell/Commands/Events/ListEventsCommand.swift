import AWSJSON
import AdminShapes
import ArgumentParser
import Client
import SmithyTypes

/// `cosell events list`: the events of the log, by their number.
struct ListEventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the events that were told, the oldest first."
    )

    private static let pageSize = 1_000

    @OptionGroup var selection: EventSelection

    @Option(help: "Only events with a higher number. (default: 0)")
    var after = 0

    func run() async throws {
        try await exiting {
            if !selection.json { StandardStream.output.line(EventLine.heading) }
            var last = after
            while true {
                let page = try await page(after: last)
                for event in page.events { StandardStream.output.line(line(event).text(isJSON: selection.json)) }
                guard page.events.count == Self.pageSize, let sequence = page.events.last?.sequence else { return }
                last = sequence
            }
        }
    }

    private func page(after last: Int) async throws -> ListEventsResponse {
        let request = ListEventsRequest(
            accountId: selection.account,
            afterSequence: last,
            detailType: selection.detailType,
            maxResults: Self.pageSize
        )
        return try await selection.client.answering { try await $0.listEvents(request) }
    }

    private func line(_ event: EventSummary) -> EventLine {
        EventLine(
            sequence: event.sequence,
            envelope: event.event,
            deliveries: event.deliveries.map(Self.document)
        )
    }

    private static func document(_ delivery: EventDeliverySummary) -> Document {
        var members = [
            DocumentMember(name: "TargetName", value: .string(delivery.targetName)),
            DocumentMember(name: "Status", value: .string(delivery.status.rawValue)),
            DocumentMember(name: "Attempts", value: .number(String(delivery.attempts))),
        ]
        if let error = delivery.lastError { members.append(DocumentMember(name: "LastError", value: .string(error))) }
        return .object(members)
    }
}
