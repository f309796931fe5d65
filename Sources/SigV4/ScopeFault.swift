/// One thing that is wrong with a credential's scope.
public enum ScopeFault: Equatable, Sendable {
    case region
    case service(expected: String)
    case terminator(found: String)
    /// The scope's day is not the day of the request's own time.
    case date(found: String, time: SigningTime)

    var message: String {
        switch self {
        case .region:
            "Credential should be scoped to a valid region."
        case .service(let expected):
            "Credential should be scoped to correct service: '\(expected)'."
        case .terminator(let found):
            "Credential should be scoped with a valid terminator: '\(CredentialScope.terminator)', not '\(found)'."
        case .date(let found, let time):
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + "'\(found)' != '\(time.date)', from '\(time)'."
        }
    }
}
