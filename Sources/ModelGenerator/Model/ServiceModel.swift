/// A service model as facts: what `Models/<service>.json` holds.
public struct ServiceModel: Codable, Sendable {
    public var service: ServiceFacts
    public var operations: [String: OperationModel]
    public var shapes: [String: ShapeModel]
}

public struct ServiceFacts: Codable, Sendable {
    public var serviceId: String
    public var apiVersion: String
    public var `protocol`: String
    public var targetPrefix: String
    public var signingName: String
}

public struct OperationModel: Codable, Sendable {
    public var input: String?
    public var output: String?
    public var errors: [String]
    public var readonly: Bool?
    public var idempotent: Bool?
    public var pagination: PaginationModel?
}

public struct PaginationModel: Codable, Sendable {
    public var inputToken: OneOrMany
    public var outputToken: OneOrMany
}

/// botocore writes one token as a string and several as a list.
public enum OneOrMany: Codable, Sendable {
    case one(String)
    case many([String])

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let one = try? container.decode(String.self) {
            self = .one(one)
        } else {
            self = .many(try container.decode([String].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .one(let one): try container.encode(one)
        case .many(let many): try container.encode(many)
        }
    }

    var single: String? {
        if case .one(let one) = self { return one }
        return nil
    }
}

public struct ShapeModel: Codable, Sendable {
    public var type: String
    public var members: [String: MemberModel]?
    public var required: [String]?
    public var member: String?
    public var key: String?
    public var value: String?
    public var `enum`: [String]?
    public var pattern: String?
    /// Lengths, counts or values; some services give fractions or numbers past 64 bits, so it is read as a double.
    public var min: Double?
    public var max: Double?
    public var sensitive: Bool?
    public var timestampFormat: String?
    public var exception: Bool?
    public var fault: Bool?
    public var httpStatusCode: Int?
    public var union: Bool?
    public var document: Bool?
}

public struct MemberModel: Codable, Sendable {
    public var shape: String
    public var idempotencyToken: Bool?
    public var locationName: String?
    /// Ours, by a patch: null says something else than absence.
    public var distinguishesNull: Bool?
}

/// The IAM facts of a service: what `Models/iam.json` holds.
public struct AccessModel: Codable, Sendable {
    public var actionPrefix: String
    public var resources: [String: ResourceModel]
    public var actions: [String: ActionModel]
    public var pathStyleStatus: [String: Int]
    public var defaults: [String: Int]
}

public struct ResourceModel: Codable, Sendable {
    public var arnTemplate: String?
    public var accountInArn: Bool
}

public struct ActionModel: Codable, Sendable {
    public var resource: String?
    public var identifierMember: String?
    public var conditionKeys: [String]
}
