import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("From submission to launch")
    struct SubmitOpportunityTests {
        @Test("submitted, asked, corrected, approved, launched, in Sandbox", arguments: StoreKind.all)
        func wholeLife(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.createComplete()
                try await service.submit(identifier)
                #expect(try await service.get(identifier).lifeCycle?.reviewStatus == .submitted)
                try await service.update(identifier) {
                    $0.lifeCycle?.reviewStatus = .actionRequired
                    $0.lifeCycle?.reviewComments = "Which site?"
                }
                #expect(try await service.get(identifier).lifeCycle?.reviewComments == "Which site?")
                try await service.update(identifier) { $0.customer?.account?.address?.city = "Seattle" }
                #expect(try await service.get(identifier).lifeCycle?.reviewStatus == .submitted)
                try await service.update(identifier) { $0.lifeCycle?.reviewStatus = .approved }
                for stage in [Stage.qualified, .technicalValidation, .businessValidation, .committed, .launched] {
                    try await service.update(identifier) { $0.lifeCycle?.stage = stage }
                    #expect(try await service.get(identifier).lifeCycle?.stage == stage)
                }
                #expect(try await service.summary(identifier).opportunityTeam?.map(\.businessTitle) == [.pdm])
                #expect(try await service.events().dropFirst().allSatisfy { $0 == "Opportunity Updated" })
            }
        }

        @Test("a second submission is refused and changes nothing", arguments: StoreKind.all)
        func twice(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.createComplete()
                try await service.submit(identifier)
                let document = try await service.document(identifier)
                let events = try await service.events().count
                let reply = try await refusal { try await service.submit(identifier, .forVisibilityOnly) }
                #expect(reply.validation?.reason == .businessValidationFailed)
                #expect(reply.validation?.errorList?.map(\.code) == [.invalidResourceState])
                #expect(
                    reply.validation?.message
                        == "Only Pending Submission or action required opportunities can be submitted"
                )
                #expect(try await service.document(identifier) == document)
                #expect(try await service.events().count == events)
                #expect(try await service.summary(identifier).involvementType == .coSell)
            }
        }

        @Test("a skeleton is refused with all that it lacks, and stays a draft", arguments: StoreKind.all)
        func skeleton(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let document = try await service.document(identifier)
                let reply = try await refusal { try await service.submit(identifier) }
                let fields = reply.validation?.errorList?.compactMap(\.fieldName) ?? []
                #expect(fields.contains("relatedEntityIdentifiers.solutions"))
                #expect(fields.contains("project.salesActivities") && fields.count > 10)
                #expect(try await service.document(identifier) == document)
            }
        }

        @Test("for visibility only, AWS's side says so, and the needs do", arguments: CatalogIdentifier.modelled)
        func visibilityOnly(_ catalog: CatalogIdentifier) async throws {
            try await StoreKind.memory.withService { service in
                let identifier = try await service.createComplete(in: catalog)
                #expect(try await service.summary(identifier, in: catalog).involvementType == nil)
                try await service.submit(identifier, in: catalog, .forVisibilityOnly)
                let summary = try await service.summary(identifier, in: catalog)
                #expect(summary.involvementType == .forVisibilityOnly && summary.visibility == .full)
                #expect(summary.lifeCycle != nil)
                let opportunity = try await service.get(identifier, catalog: catalog)
                #expect(opportunity.primaryNeedsFromAws == [.doNotNeedSupportFromAwsSalesRep])
                // The value is none of the published enumeration, and goes back as it came.
                try await service.update(identifier, in: catalog)
            }
        }

        @Test("in catalog AWS a partner's word on the review is ignored")
        func production() async throws {
            try await StoreKind.memory.withService { service in
                let identifier = try await service.createComplete(in: .aws)
                try await service.submit(identifier, in: .aws)
                try await service.update(identifier, in: .aws) { $0.lifeCycle?.reviewStatus = .approved }
                #expect(try await service.get(identifier, catalog: .aws).lifeCycle?.reviewStatus == .submitted)
            }
        }

        @Test("Closed Lost needs its reason")
        func closedLost() async throws {
            try await StoreKind.memory.withService { service in
                let identifier = try await service.createComplete()
                try await service.submit(identifier)
                try await service.update(identifier) { $0.lifeCycle?.reviewStatus = .approved }
                let reply = try await refusal {
                    try await service.update(identifier) { $0.lifeCycle?.stage = .closedLost }
                }
                #expect(reply.validation?.errorList?.map(\.fieldName) == ["lifeCycle.closedLostReason"])
                try await service.update(identifier) {
                    $0.lifeCycle?.stage = .closedLost
                    $0.lifeCycle?.closedLostReason = .price
                }
                #expect(try await service.get(identifier).lifeCycle?.closedLostReason == .price)
            }
        }

        @Test("a simulated referral is nobody's to read until it is accepted", arguments: StoreKind.all)
        func referral(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                var request = CreateOpportunityRequest.complete(.sandbox)
                request.origin = .awsReferral
                let answer = try await service.call(CreateOpportunity.self, request)
                #expect(answer.id.hasPrefix("O"))
                let hidden = try await refusal { _ = try await service.document(answer.id) }
                #expect(hidden.code == "ResourceNotFoundException")
                #expect(try await service.call(CreateOpportunity.self, request) == answer)
                #expect(try await service.count("aws_referral") == 1)
                #expect(try await service.count("opportunity") == 0)
            }
        }
    }
}
