import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

@testable import SellingService

/// Opportunities past the operations, for states and numbers that no operation leads to. They go the way that every
/// operation's go, so that what the table keeps beside the document is true.
extension ServiceUnderTest {
    /// Stores new opportunities, all or none.
    func put(_ opportunities: [GetOpportunityResponse], account: String = account) async throws {
        try await store.write { transaction in
            for opportunity in opportunities {
                let key = Self.key(of: opportunity, account: account)
                try OpportunityTable.insert(in: transaction, key, opportunity, origin: .partnerReferral)
            }
        }
    }

    /// Changes opportunities that are there, all or none.
    func replace(_ opportunities: [GetOpportunityResponse], account: String = account) async throws {
        try await store.write { transaction in
            for opportunity in opportunities {
                try OpportunityTable.update(in: transaction, Self.key(of: opportunity, account: account), opportunity)
            }
        }
    }

    /// A page of ListOpportunities.
    func list(
        account: String = account,
        _ adjust: @Sendable (inout ListOpportunitiesRequest) -> Void = { _ in }
    ) async throws -> ListOpportunitiesResponse {
        var request = ListOpportunitiesRequest(catalog: .sandbox)
        adjust(&request)
        return try await call(ListOpportunities.self, request, account: account)
    }

    /// All pages of ListOpportunities.
    func pages(
        account: String = account,
        _ adjust: @Sendable (inout ListOpportunitiesRequest) -> Void = { _ in }
    ) async throws -> [[OpportunitySummary]] {
        var pages: [[OpportunitySummary]] = []
        var token: String?
        repeat {
            let page = try await list(account: account) { [token] in
                adjust(&$0)
                $0.nextToken = token
            }
            pages.append(page.opportunitySummaries)
            token = page.nextToken
        } while token != nil && pages.count < 1_000
        return pages
    }

    private static func key(of opportunity: GetOpportunityResponse, account: String) -> OpportunityKey {
        OpportunityKey(account: account, catalog: opportunity.catalog, identifier: opportunity.id)
    }
}

extension GetOpportunityResponse {
    /// An opportunity with what lists look at; instants in milliseconds of 2026-01-01.
    static func listed(
        _ identifier: String,
        catalog: CatalogIdentifier = .sandbox,
        created: Int64 = 0,
        modified: Int64 = 0,
        stage: Stage? = .prospect,
        status: ReviewStatus? = .pendingSubmission,
        close: String? = nil,
        company: String? = nil
    ) -> GetOpportunityResponse {
        GetOpportunityResponse(
            catalog: catalog,
            createdDate: .of2026(created),
            customer: company.map { Customer(account: Account(companyName: $0), contacts: []) },
            id: identifier,
            lastModifiedDate: .of2026(modified),
            lifeCycle: LifeCycle(reviewStatus: status, stage: stage, targetCloseDate: close),
            relatedEntityIdentifiers: .none
        )
    }
}

extension ListOpportunitiesResponse {
    var identifiers: [String] { opportunitySummaries.compactMap(\.id) }
}

extension Timestamp {
    /// So many milliseconds after 2026-01-01T00:00:00Z.
    static func of2026(_ milliseconds: Int64) -> Timestamp {
        Timestamp(millisecondsSinceEpoch: 1_767_225_600_000 + milliseconds)
    }
}
