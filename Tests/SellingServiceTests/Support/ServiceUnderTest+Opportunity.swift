import AWSJSON
import SellingShapes
import SellingWire
import Store
import Testing

extension ServiceUnderTest {
    /// Creates an opportunity of no particular content.
    func create(
        token: String = "token-\(UInt64.random(in: .min ... .max))",
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws -> String {
        let request = CreateOpportunityRequest(catalog: catalog, clientToken: token)
        return try await call(CreateOpportunity.self, request, account: account).id
    }

    /// What GetOpportunity answers, byte for byte.
    func document(
        _ identifier: String,
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws -> String {
        let reply = try await send(
            "GetOpportunity",
            #"{"Catalog":"\#(catalog.rawValue)","Identifier":"\#(identifier)"}"#,
            account: account
        )
        guard reply.code == nil else { throw reply }
        return reply.text
    }

    func get(_ identifier: String, catalog: CatalogIdentifier = .sandbox) async throws -> GetOpportunityResponse {
        try GetOpportunityResponse(stored: Array(try await document(identifier, catalog: catalog).utf8))
    }

    func associate(
        _ identifier: String,
        _ type: RelatedEntityType,
        _ entity: String,
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws {
        let request = AssociateOpportunityRequest(
            catalog: catalog,
            opportunityIdentifier: identifier,
            relatedEntityIdentifier: entity,
            relatedEntityType: type
        )
        try await call(AssociateOpportunity.self, request, account: account)
    }

    func disassociate(
        _ identifier: String,
        _ type: RelatedEntityType,
        _ entity: String,
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws {
        let request = DisassociateOpportunityRequest(
            catalog: catalog,
            opportunityIdentifier: identifier,
            relatedEntityIdentifier: entity,
            relatedEntityType: type
        )
        try await call(DisassociateOpportunity.self, request, account: account)
    }

    /// Puts an opportunity into a state that no operation that is built leads to.
    func force(_ identifier: String, _ change: @Sendable (inout LifeCycle) -> Void) async throws {
        var opportunity = try await get(identifier)
        var lifeCycle = try #require(opportunity.lifeCycle)
        change(&lifeCycle)
        opportunity.lifeCycle = lifeCycle
        try await replace([opportunity])
        #expect(try await get(identifier) == opportunity)
    }
}

/// The rows that a change leaves behind.
extension ServiceUnderTest {
    /// The detail types of all events in the outbox, in order.
    func events() async throws -> [String] {
        try await pendingEvents().map(\.event.detailType)
    }

    func pendingEvents() async throws -> [PendingEvent] {
        try await store.read { try Outbox.pending(in: $0, limit: 1_000) }
    }

    func count(_ table: String) async throws -> Int {
        let statement = Statement("SELECT COUNT(*) FROM \(table)")
        return Int(try await store.read { try $0.first(statement) { $0.integer(0) } } ?? 0)
    }
}

/// The refusal that a call ends in; the test fails where it succeeds.
func refusal(
    of call: () async throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws -> Reply {
    do {
        try await call()
    } catch let reply as Reply {
        return reply
    }
    return try #require(nil as Reply?, "the call succeeded", sourceLocation: sourceLocation)
}
