import AWSJSON
import SellingShapes
import SellingWire
import SmithyTypes
import Testing

extension SellingServiceTests {
    @Suite("UpdateOpportunity")
    struct UpdateOpportunityTests {
        @Test("answers the new date, which is read afterwards and is the next lock", arguments: StoreKind.all)
        func revision(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                var dates: [Timestamp] = [try await service.get(identifier).lastModifiedDate]
                for number in 1...5 {
                    let answer = try await service.update(identifier) {
                        $0.project = Project(title: "Title \(number)")
                    }
                    let read = try await service.get(identifier)
                    #expect(answer.id == identifier)
                    #expect(answer.lastModifiedDate == read.lastModifiedDate)
                    #expect(read.project?.title == "Title \(number)")
                    dates.append(read.lastModifiedDate)
                }
                #expect(dates == dates.sorted() && Set(dates).count == dates.count)
            }
        }

        @Test("a lock that is not current is a conflict, by a millisecond either way", arguments: StoreKind.all)
        func stale(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let document = try await service.document(identifier)
                for step in [Int64(-1), 1] {
                    let reply = try await refusal {
                        try await service.update(identifier) { $0.lastModifiedDate.millisecondsSinceEpoch += step }
                    }
                    #expect(reply.code == "ConflictException")
                    #expect(try await service.document(identifier) == document)
                }
            }
        }

        @Test(
            "any spelling of the same millisecond is the same lock",
            arguments: [
                "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000999Z",
                "2026-01-01T01:00:00+01:00",
            ]
        )
        func spelling(_ date: String) async throws {
            try await StoreKind.memory.withService { service in
                let identifier = try await service.create()
                let body = #"{"Catalog":"Sandbox","Identifier":"\#(identifier)","LastModifiedDate":"\#(date)"}"#
                #expect(try await service.send("UpdateOpportunity", body).code == nil)
            }
        }

        @Test("of fifty at once with one lock, one is done and the others conflict", arguments: StoreKind.all)
        func concurrent(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                let request = UpdateOpportunityRequest(echoing: try await service.get(identifier))
                let codes = try await withThrowingTaskGroup(of: String?.self) { group in
                    for number in 0..<50 {
                        group.addTask {
                            var request = request
                            request.project = Project(title: "Title \(number)")
                            let body = String(decoding: request.encoded(), as: UTF8.self)
                            return try await service.send("UpdateOpportunity", body).code
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(codes.count { $0 == nil } == 1)
                #expect(codes.count { $0 == "ConflictException" } == 49)
            }
        }

        @Test("what path-style GetOpportunity answers, nulls and all, goes back and changes nothing but the date")
        func pathStyleEcho() async throws {
            try await StoreKind.memory.withService { service in
                for identifier in [try await service.create(), try await service.createComplete()] {
                    let question = #"{"Catalog":"Sandbox","Identifier":"\#(identifier)"}"#
                    let read = try await service.send("GetOpportunity", question, in: .pathStyle).text
                    #expect(read.contains("null"))
                    let echo = read.replacing("\"Id\":\"\(identifier)\"", with: "\"Identifier\":\"\(identifier)\"")
                    let before = try await service.get(identifier)
                    #expect(try await service.send("UpdateOpportunity", echo, in: .pathStyle).code == nil)
                    var after = try await service.get(identifier)
                    #expect(after.lastModifiedDate > before.lastModifiedDate)
                    after.lastModifiedDate = before.lastModifiedDate
                    #expect(after == before)
                }
            }
        }

        @Test("an opportunity of another account or catalog, or none, is not found", arguments: StoreKind.all)
        func notFound(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await service.create()
                var request = UpdateOpportunityRequest(echoing: try await service.get(identifier))
                let theirs = try await refusal {
                    try await service.call(UpdateOpportunity.self, request, account: ServiceUnderTest.otherAccount)
                }
                request.catalog = .aws
                let elsewhere = try await refusal { try await service.call(UpdateOpportunity.self, request) }
                #expect(theirs.code == "ResourceNotFoundException")
                #expect(theirs == elsewhere)
            }
        }

        @Test("a related opportunity is one's own once submitted, and is told with everything else that is wrong")
        func related() async throws {
            try await StoreKind.memory.withService { service in
                let other = try await service.create()
                let foreign = try await service.create(account: ServiceUnderTest.otherAccount)
                let identifier = try await service.createComplete { $0.opportunityType = .expansion }
                try await service.submit(identifier)
                try await service.update(identifier) { $0.lifeCycle?.reviewStatus = .approved }
                let reply = try await refusal {
                    try await service.update(identifier) {
                        $0.project?.relatedOpportunityIdentifier = foreign
                        $0.project?.customerUseCase = "Nothing"
                    }
                }
                #expect(
                    reply.validation?.errorList?.map(\.fieldName)
                        == ["project.customerUseCase", "project.relatedOpportunityIdentifier"]
                )
                try await service.update(identifier) { $0.project?.relatedOpportunityIdentifier = other }
            }
        }
    }
}
