import AWSJSON
import Foundation
import Server
import SigV4

/// A client that signs as AWS's do.
struct Caller: Sendable {
    var key = AccessKey(id: "test", secretAccessKey: "test")
    var region = "us-east-1"
    var service = "partnercentral-selling"
    /// How far its clock is from the server's.
    var skewSeconds = 0

    static func of(account: String) -> Caller {
        Caller(key: AccessKey(id: account, secretAccessKey: "anything"))
    }

    var now: SigningTime {
        SigningTime(secondsSinceEpoch: Int(Date().timeIntervalSince1970) + skewSeconds)
    }

    /// A request as this client sends it.
    func request(_ operation: String, _ body: String, in binding: Binding = .awsJSON) -> IncomingRequest {
        switch binding {
        case .awsJSON:
            sign(
                target: "/",
                headers: [
                    ("Content-Type", "application/x-amz-json-1.0"),
                    ("X-Amz-Target", "AWSPartnerCentralSelling.\(operation)"),
                ],
                body: body
            )
        case .pathStyle:
            sign(target: "/\(operation)", headers: [("Content-Type", "application/json")], body: body)
        }
    }

    func sign(
        method: String = "POST",
        target: String,
        headers: [(name: String, value: String)],
        body: String
    ) -> IncomingRequest {
        let all = [(name: "Host", value: "127.0.0.1:4280")] + headers
        let signable = SignableRequest(method: method, target: target, headers: all, body: body.utf8)
        let signer = Signer(accessKey: key, region: region, service: service)
        return IncomingRequest(
            method: method,
            target: target,
            headers: all + signer.headers(signing: signable, at: now),
            body: Array(body.utf8)
        )
    }
}

extension IncomingRequest {
    /// The same request with something changed on its way.
    func changed(
        method: String? = nil,
        target: String? = nil,
        body: String? = nil,
        headers change: ([(name: String, value: String)]) -> [(name: String, value: String)] = { $0 }
    ) -> IncomingRequest {
        IncomingRequest(
            method: method ?? self.method,
            target: target ?? self.target,
            headers: change(headers),
            body: body.map { Array($0.utf8) } ?? self.body
        )
    }

    func withHeader(_ name: String, _ value: String?) -> IncomingRequest {
        changed { headers in
            headers.filter { $0.name.lowercased() != name.lowercased() } + (value.map { [(name, $0)] } ?? [])
        }
    }

    /// With a part of the Authorization header replaced.
    func withAuthorization(_ part: String, _ replacement: String) -> IncomingRequest {
        withHeader("authorization", header("authorization")?.replacing(part, with: replacement))
    }
}
