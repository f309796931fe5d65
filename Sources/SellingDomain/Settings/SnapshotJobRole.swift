/// The ARN of the role that resource snapshot jobs assume, of the ARN or bare name that a request gives.
///
/// Answers always have the whole ARN (model); a bare name is a role of the caller's own account, without a path.
public func snapshotJobRoleARN(_ identifier: String, account: String) -> String {
    identifier.hasPrefix("arn:") ? identifier : "arn:aws:iam::\(account):role/\(identifier)"
}
