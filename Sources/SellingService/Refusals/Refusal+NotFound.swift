import SellingDomain

extension Refusal {
    static func opportunityNotFound(_ identifier: String, as fieldName: String) -> Refusal {
        .notFound(RuleCatalogue.opportunityExists, fieldName: fieldName, offendingValue: identifier)
    }

    static func resourceNotFound(_ arn: String) -> Refusal {
        .notFound(RuleCatalogue.taggedResource, fieldName: "resourceArn", offendingValue: arn)
    }

    static func entityNotFound(_ rule: Rule, _ entity: RelatedEntity) -> Refusal {
        .notFound(rule, fieldName: "relatedEntityIdentifier", offendingValue: entity.identifier)
    }
}

extension Refusal {
    static func engagementNotFound(_ named: String, as fieldName: String) -> Refusal {
        .notFound(RuleCatalogue.engagementExists, fieldName: fieldName, offendingValue: named)
    }

    static func taskNotFound(_ identifier: String) -> Refusal {
        .notFound(RuleCatalogue.taskExists, fieldName: "taskIdentifier", offendingValue: identifier)
    }

    static func invitationNotFound(_ named: String) -> Refusal {
        .notFound(RuleCatalogue.invitationExists, fieldName: "identifier", offendingValue: named)
    }
}
