import AdminShapes
import ArgumentParser
import Client

/// `cosell review`: decides in the place of AWS's reviewer.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Review a submitted opportunity in the place of AWS."
    )

    @Argument(help: "The opportunity, such as O10000001.")
    var identifier: String

    @Option(help: "approved, rejected, action-required or in-review.")
    var decision: DecisionArgument

    @Option(help: "What the reviewer says to the partner.")
    var comments: String?

    @Option(help: "The code of a rejection or a question.")
    var reason: String?

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var admin: AdminOptions

    func run() async throws {
        let request = ReviewOpportunityRequest(
            accountId: scope.account,
            catalog: scope.catalog.value,
            comments: comments,
            decision: decision.value,
            identifier: identifier,
            reason: reason
        )
        try await admin.run {
            try await $0.reviewOpportunity(request)
        } show: { answer in
            "\(identifier) is \(answer.reviewStatus)."
        }
    }
}

/// A decision as a flag spells it.
enum DecisionArgument: String, ExpressibleByArgument, CaseIterable {
    case approved
    case rejected
    case actionRequired = "action-required"
    case inReview = "in-review"

    var value: Decision {
        switch self {
        case .approved: .approved
        case .rejected: .rejected
        case .actionRequired: .actionRequired
        case .inReview: .inReview
        }
    }
}
