import AWSJSON
import Testing

extension SellingServiceTests {
    @Suite("Operations that are not built")
    struct UnbuiltOperationsTests {
        /// This list may only shrink: whoever builds an operation takes its name out.
        static let unbuilt: Set = [
            "CreateResourceSnapshot", "CreateResourceSnapshotJob", "DeleteResourceSnapshotJob",
            "GetProspectingFromEngagementTask", "GetResourceSnapshot", "GetResourceSnapshotJob",
            "ListEngagementByAcceptingInvitationTasks", "ListEngagementFromOpportunityTasks",
            "ListEngagementResourceAssociations", "ListOpportunities", "ListOpportunityFromEngagementTasks",
            "ListProspectingFromEngagementTasks", "ListResourceSnapshotJobs", "ListResourceSnapshots",
            "StartEngagementByAcceptingInvitationTask", "StartEngagementFromOpportunityTask",
            "StartOpportunityFromEngagementTask", "StartProspectingFromEngagementTask", "StartResourceSnapshotJob",
            "StopResourceSnapshotJob",
        ]

        @Test("are those on the list, no more and no fewer")
        func list() async throws {
            try await StoreKind.memory.withService { service in
                let missing = service.definition.operationNames.subtracting(service.definition.endpoints.keys)
                #expect(missing.subtracting(Self.unbuilt).isEmpty, "missing, and not on the list")
                #expect(Self.unbuilt.subtracting(missing).isEmpty, "built, and still on the list")
            }
        }

        @Test("are of the model, which has 45 operations")
        func model() async throws {
            try await StoreKind.memory.withService { service in
                #expect(service.definition.operationNames.count == 45)
                #expect(Self.unbuilt.isSubset(of: service.definition.operationNames))
                #expect(Set(service.definition.endpoints.keys).isSubset(of: service.definition.operationNames))
                for (name, endpoint) in service.definition.endpoints { #expect(endpoint.name == name) }
            }
        }
    }
}
