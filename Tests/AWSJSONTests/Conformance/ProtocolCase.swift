import Testing

/// One exchange that the protocol prescribes: what is on the wire, and what it means.
struct ProtocolCase: Sendable, CustomTestStringConvertible {
    enum Direction: String, Sendable {
        case request
        case response
    }

    /// The file's short name, the direction and the case's own name: the name that the list of exceptions uses.
    let name: String
    let direction: Direction
    /// An operation, or the shape of an error.
    let target: String
    let body: String
    /// What the body means, in the vectors' own spelling.
    let meaning: JSONTree
    let status: Int?

    var testDescription: String { name }

    static let all = smithy + botocore

    private static let smithy = ConformanceFolder.cases(SmithyCase.self, in: "cases-awsJson1_1.json").map(\.asCase)

    private static let botocore =
        ConformanceFolder.cases(BotocoreSuite.self, in: "botocore-json-input.json").flatMap(\.asCases)
        + ConformanceFolder.cases(BotocoreSuite.self, in: "botocore-json-output.json").flatMap(\.asCases)
}

private struct SmithyCase: Decodable {
    let kind: String
    let id: String
    let target: String
    let body: String?
    let params: JSONTree?
    let code: Int?

    var asCase: ProtocolCase {
        let direction: ProtocolCase.Direction = kind == "httpRequestTests" ? .request : .response
        return ProtocolCase(
            name: "smithy \(direction) \(id)",
            direction: direction,
            target: target,
            body: body ?? "",
            meaning: params ?? .object([:]),
            status: code
        )
    }
}

/// botocore's form of the same: an operation with its cases.
private struct BotocoreSuite: Decodable {
    struct Given: Decodable { let name: String }
    struct Message: Decodable {
        let body: String?
        let status_code: Int?
    }
    struct Case: Decodable {
        let id: String
        let given: Given
        let params: JSONTree?
        let serialized: Message?
        let result: JSONTree?
        let response: Message?
        let error: JSONTree?
        let errorCode: String?
    }

    let cases: [Case]

    var asCases: [ProtocolCase] {
        cases.map { entry in
            let direction: ProtocolCase.Direction = entry.serialized == nil ? .response : .request
            return ProtocolCase(
                name: "botocore \(direction) \(entry.id)",
                direction: direction,
                target: entry.errorCode ?? entry.given.name,
                body: (entry.serialized ?? entry.response)?.body ?? "",
                meaning: entry.params ?? entry.result ?? entry.error ?? .object([:]),
                status: entry.response?.status_code
            )
        }
    }
}
