public import AWSJSON
import AdminShapes
import AdminWire
import SmithyTypes

extension ServiceDefinition {
    /// Cosell's own API: the AWS side of the table, for whoever runs the server.
    public static func admin(_ environment: AdminEnvironment) -> ServiceDefinition {
        ServiceDefinition(
            targetPrefix: AdminModel.targetPrefix,
            signingName: AdminModel.signingName,
            arnService: AdminModel.signingName,
            operationNames: Set(AdminOperation.allCases.map(\.rawValue)),
            endpoints: AdminOperation.allCases.map { endpoint($0, environment) },
            refusals: .admin
        )
    }

    private static func endpoint(_ operation: AdminOperation, _ environment: AdminEnvironment) -> Endpoint {
        switch operation {
        case .advanceClock: Endpoint(AdvanceClockOperation(environment: environment))
        case .createAccessKey: Endpoint(CreateAccessKeyOperation(environment: environment))
        case .createAccount: Endpoint(CreateAccountOperation(environment: environment))
        case .deleteAccessKey: Endpoint(DeleteAccessKeyOperation(environment: environment))
        case .deleteEventTarget: Endpoint(DeleteEventTargetOperation(environment: environment))
        case .deleteFault: Endpoint(DeleteFaultOperation(environment: environment))
        case .freezeClock: Endpoint(FreezeClockOperation(environment: environment))
        case .getClock: Endpoint(GetClockOperation(environment: environment))
        case .listAccessKeys: Endpoint(ListAccessKeysOperation(environment: environment))
        case .listAccounts: Endpoint(ListAccountsOperation(environment: environment))
        case .listEventTargets: Endpoint(ListEventTargetsOperation(environment: environment))
        case .listEvents: Endpoint(ListEventsOperation(environment: environment))
        case .listFaults: Endpoint(ListFaultsOperation(environment: environment))
        case .listRequests: Endpoint(ListRequestsOperation(environment: environment))
        case .listUsers: Endpoint(ListUsersOperation(environment: environment))
        case .putEventTarget: Endpoint(PutEventTargetOperation(environment: environment))
        case .putFault: Endpoint(PutFaultOperation(environment: environment))
        case .putMarketplaceEntity: Endpoint(PutMarketplaceEntityOperation(environment: environment))
        case .putSolution: Endpoint(PutSolutionOperation(environment: environment))
        case .putUser: Endpoint(PutUserOperation(environment: environment))
        case .redeliverEvents: Endpoint(RedeliverEventsOperation(environment: environment))
        case .resumeClock: Endpoint(ResumeClockOperation(environment: environment))
        case .reviewOpportunity: Endpoint(ReviewOpportunityOperation(environment: environment))
        case .setClock: Endpoint(SetClockOperation(environment: environment))
        case .updateAwsOpportunity: Endpoint(UpdateAwsOpportunityOperation(environment: environment))
        }
    }
}

extension ServiceRefusals {
    /// How the admin API words its refusals: in AWS's form, with the members that its own model has.
    static let admin = ServiceRefusals(
        violations: { violations in
            ValidationException(
                errorList: violations.map {
                    ValidationError(code: $0.code.rawValue, fieldName: $0.fieldName, message: $0.message)
                },
                message: violations.map(\.message).joined(separator: " "),
                reason: "REQUEST_VALIDATION_FAILED"
            ).wireError
        },
        accessDenied: { CommonError.unrecognizedClient.wireError($0) },
        throttled: { CommonError.serviceUnavailable.wireError($0) },
        internalError: { InternalServerException(message: "The admin API could not process the request.").wireError },
        named: { _, _ in nil }
    )
}

extension ValidationException {
    /// One thing is wrong with one member.
    init(_ fieldName: String, _ message: String) {
        self.init([(fieldName, message)])
    }

    /// Everything that is wrong, each with its member.
    init(_ problems: [(fieldName: String, message: String)]) {
        self.init(
            errorList: problems.map {
                ValidationError(code: "INVALID_VALUE", fieldName: $0.fieldName, message: $0.message)
            },
            message: problems.map(\.message).joined(separator: " "),
            reason: "BUSINESS_VALIDATION_FAILED"
        )
    }

    /// A name that the service does not have. A fault on one would make a test pass for nothing, and so would a
    /// question for one, which nothing answers.
    static func unknown(
        _ what: String,
        _ name: String,
        as fieldName: String? = nil,
        of known: Set<String>
    ) -> ValidationException {
        let hint = nearest(to: name, in: known.sorted()).map { " Did you mean '\($0)'?" } ?? ""
        return ValidationException(fieldName ?? what, "The service has no \(what) '\(name)'.\(hint)")
    }
}
