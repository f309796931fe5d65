import AWSJSON
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    @Suite("A task that cannot be done")
    struct TaskFailureTests {
        @Test("tells what a submission wants, all of it, and changes nothing", arguments: StoreKind.all)
        func incomplete(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete {
                    $0.project?.salesActivities = nil
                    $0.project?.title = nil
                    $0.lifeCycle?.targetCloseDate = "2020-01-01"
                }
                let rows = try await service.rows()
                let answer = try await service.submitByTask(opportunity)
                #expect(answer.taskStatus == .failed)
                #expect(answer.reasonCode == .opportunityValidationFailed)
                #expect(
                    answer.message == "OPPORTUNITY_VALIDATION_FAILED project.title is required; "
                        + "project.salesActivities is required; lifeCycle.targetCloseDate: TargetCloseDate must not be "
                        + "in the past: today is 2026-01-01."
                )
                #expect(answer.engagementId == nil && answer.engagementInvitationId == nil)
                #expect(answer.resourceSnapshotJobId == nil)
                #expect(answer.opportunityId == opportunity && answer.taskId != nil && answer.taskArn != nil)
                #expect(try await service.rows() == rows)
            }
        }

        @Test("has the form that integrators report", arguments: StoreKind.all)
        func observedForm(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete { $0.project?.salesActivities = nil }
                let answer = try await service.submitByTask(opportunity)
                #expect(answer.message == "OPPORTUNITY_VALIDATION_FAILED project.salesActivities is required")
            }
        }

        @Test("names the state of an opportunity that was submitted already", arguments: StoreKind.all)
        func submitted(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                try await service.submit(opportunity)
                let answer = try await service.submitByTask(opportunity)
                #expect(answer.taskStatus == .failed)
                #expect(answer.reasonCode == .opportunitySubmissionFailed)
                #expect(answer.message?.hasPrefix("OPPORTUNITY_SUBMISSION_FAILED lifeCycle.reviewStatus: ") == true)
            }
        }

        @Test("wants a customer project in an engagement that there is", arguments: StoreKind.all)
        func withoutProject(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                let engagement = try await service.createEngagement([])
                try await service.snapshot(opportunity, in: engagement)
                let answer = try await service.submitByTask(opportunity)
                #expect(answer.reasonCode == .engagementValidationFailed)
                let reply = try await refusal { try await service.submit(opportunity) }
                #expect(reply.code == "ValidationException")
                #expect(reply.validation?.errorList?.map(\.code) == [.invalidResourceState])
                try await service.call(
                    CreateEngagementContext.self,
                    CreateEngagementContextRequest(
                        catalog: .sandbox,
                        clientToken: "project",
                        engagementIdentifier: engagement,
                        payload: .customerProject(.sample),
                        type: .customerProject
                    )
                )
                let second = try await service.submitByTask(opportunity)
                #expect(second.taskStatus == .complete && second.engagementId == engagement)
            }
        }

        @Test(
            "one among a member's engagements is enough for SubmitOpportunity, and none is wanted without",
            arguments: StoreKind.all
        )
        func submission(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let free = try await service.createComplete()
                try await service.submit(free)
                let opportunity = try await service.createComplete()
                try await service.snapshot(opportunity, in: try await service.createEngagement([]))
                try await service.snapshot(opportunity, in: try await service.createEngagement([.project]))
                try await service.submit(opportunity)
            }
        }

        @Test("leaves the engagement full where there is no room for AWS", arguments: StoreKind.all)
        func full(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                let engagement = try await service.createEngagement([.project])
                try await service.snapshot(opportunity, in: engagement)
                for number in 0..<9 { try await service.invite(String(200_000_000_000 + number), to: engagement) }
                let rows = try await service.rows()
                let answer = try await service.submitByTask(opportunity)
                #expect(answer.taskStatus == .failed && answer.reasonCode == .serviceQuotaExceeded)
                #expect(try await service.rows() == rows)
            }
        }

        @Test("explains itself in the request log by the rules that were broken", arguments: StoreKind.all)
        func explained(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete { $0.project?.salesActivities = nil }
                let remarks = try await service.remarks(
                    "StartEngagementFromOpportunityTask",
                    """
                    {"Catalog": "Sandbox", "ClientToken": "t", "Identifier": "\(opportunity)",
                     "AwsSubmission": {"InvolvementType": "Co-Sell"}}
                    """
                )
                #expect(remarks.map(\.rule) == ["opportunity.required-at-submission"])
                #expect(remarks.map(\.fieldName) == ["project.salesActivities"])
            }
        }
    }
}

extension ServiceUnderTest {
    /// What the request log keeps beside an answer.
    fileprivate func remarks(_ operation: String, _ body: String) async throws -> [Explanation] {
        let decoded = try #require(definition.endpoints[operation]).decode(Array(body.utf8))
        let call = Call(requestIdentifier: "request", accountIdentifier: Self.account)
        return try await decoded.run(for: call, in: .awsJSON).answer().remarks
    }
}
