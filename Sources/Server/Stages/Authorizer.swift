import AWSJSON
import Identity

/// Decides whether a principal may do what a request asks for.
struct Authorizer: Sendable {
    let refusals: ServiceRefusals
    let region: String
    let arnService: String

    /// Throws AccessDeniedException, in the sentence that IAM uses, unless the principal is allowed.
    ///
    /// A root is allowed everything. A user has only what policies allow, and none can be attached yet, so that a user
    /// is allowed nothing.
    func authorize(_ principal: Principal, _ access: AccessRequest) throws(WireError) {
        guard principal.userName != nil else { return }
        let message =
            "User: \(principal.arn) is not authorized to perform: \(access.action) on resource: "
            + "\(arn(of: access, principal)) because no identity-based policy allows the \(access.action) action"
        throw refusals.accessDenied(message).explained([.denied(access.action, principal.arn)])
    }

    private func arn(of access: AccessRequest, _ principal: Principal) -> String {
        if access.resource == "*" || access.resource.hasPrefix("arn:") { return access.resource }
        let account = access.accountInARN ? principal.accountIdentifier : ""
        return "arn:aws:\(arnService):\(region):\(account):\(access.resource)"
    }
}
