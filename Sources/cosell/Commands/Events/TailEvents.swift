import AWSJSON
import AdminShapes
import ArgumentParser
import Client
import SmithyTypes

/// `cosell events tail`: prints events as they come, until it is stopped.
struct TailEvents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: "Print events as they come.",
        discussion: "Where the connection breaks it is made again, and what was missed meanwhile is printed first."
    )

    private static let firstPause = Duration.seconds(1)
    private static let longestPause = Duration.seconds(15)

    @OptionGroup var selection: EventSelection

    @Option(help: "Print events with a higher number first. (default: only what happens from now on)")
    var after: Int?

    func run() async throws {
        try await exiting {
            // A server that is not there at the start is a mistake; one that goes away later comes back.
            var last = try await start()
            if !selection.json { StandardStream.output.line(EventLine.heading) }
            var pause = Self.firstPause
            while !Task.isCancelled {
                let before = last
                let reason = await follow(after: &last)
                if last > before { pause = Self.firstPause }
                StandardStream.error.line("cosell: the stream ended (\(reason)); connecting again after \(last)")
                try await Task.sleep(for: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    private func start() async throws -> Int {
        let newest = try await selection.client.answering { client in
            try await client.listEvents(ListEventsRequest(maxResults: 1)).lastSequence
        }
        return after ?? newest
    }

    /// Prints what comes.
    ///
    /// - Returns: why there comes no more.
    private func follow(after last: inout Int) async -> String {
        let client = selection.client
        do {
            try await client.followEvents(after: last, account: selection.account, detailType: selection.detailType) {
                print($0)
                last = $0.sequence
            }
            return "the server ended it"
        } catch {
            return "\(error)"
        }
    }

    private func print(_ event: StreamedEvent) {
        guard var reader = try? JSONReader(event.envelope), let envelope = try? reader.document(Document.self) else {
            return
        }
        StandardStream.output.line(
            EventLine(sequence: event.sequence, envelope: envelope).text(isJSON: selection.json)
        )
    }
}
