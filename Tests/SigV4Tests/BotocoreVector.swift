/// A request and what botocore 1.43.11 made of it with `Example.accessKey` at `Example.now`: its signer was run once
/// on each of these with its clock held, so that the suite needs no file and no Python.
struct BotocoreVector: Sendable, CustomStringConvertible {
    let name: String
    var request: WireRequest
    var service = "partnercentral-selling"
    var sessionToken: String?
    /// The last part of the Authorization header.
    let signature: String
    let signedHeaders: String

    var description: String { name }

    static let token = "IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ=="

    private static let host = (name: "Host", value: "partnercentral-selling.us-east-1.api.aws")
    private static let disassociate = WireRequest(
        headers: [
            host, ("X-Amz-Target", "AWSPartnerCentralSelling.DisassociateOpportunity"),
            ("Content-Type", "application/x-amz-json-1.0"), ("User-Agent", "Boto3/1.43.11"), ("Content-Length", "115"),
        ],
        body: Array(
            (#"{"Catalog":"Sandbox","Identifier":"O1234567","RelatedEntityIdentifier":"S-1234567","#
                + #""RelatedEntityType":"Solutions"}"#).utf8
        )
    )

    static let signedInHeader = [
        BotocoreVector(
            name: "a JSON call",
            request: disassociate,
            signature: "0d59d9eac2da41ee6fab28a8b3cb14123bdec4b93a5b58d16ed7cc089aed4e35",
            signedHeaders: "content-length;content-type;host;x-amz-date;x-amz-target"
        ),
        BotocoreVector(
            name: "a call with temporary credentials",
            request: disassociate,
            sessionToken: token,
            signature: "e938ae3f45fc3d6fde96b25227d97c04d11ff7c7d45e1016b991ec6b3ac7d94d",
            signedHeaders: "content-length;content-type;host;x-amz-date;x-amz-security-token;x-amz-target"
        ),
        BotocoreVector(
            name: "a query of awkward parameters",
            request: WireRequest(method: "GET", target: "/?b=2&a=%2F&a=%20&B=&c", headers: [host]),
            signature: "d423e3697591db81759fb3831101c1ce7ae752cce2240f6725865c78d9eacdf3",
            signedHeaders: "host;x-amz-date"
        ),
        BotocoreVector(
            name: "a path of awkward segments",
            request: WireRequest(method: "GET", target: "/a%20b/./c/../d//e~(1)*/", headers: [host]),
            signature: "40e31704dc54570b96696647af14b8ec66bc96dd4f4b3142e9bf060ad09d5a6e",
            signedHeaders: "host;x-amz-date"
        ),
        BotocoreVector(
            name: "a repeated header full of spaces",
            request: WireRequest(
                method: "GET",
                headers: [host, ("My-Header", "  b   c "), ("My-Header", "a\t\td")]
            ),
            signature: "4b0cd70934e70e621949931c3680c03a84539407daf57483853b755e7929df18",
            signedHeaders: "host;my-header;x-amz-date"
        ),
        BotocoreVector(
            name: "another service, with the body's hash declared",
            request: WireRequest(
                headers: [
                    ("Host", "events.us-east-1.amazonaws.com"), ("Content-Type", "application/x-amz-json-1.1"),
                    ("X-Amz-Target", "AWSEvents.PutEvents"),
                    ("X-Amz-Content-SHA256", "158f4f0cd891e57861672b82c4f199ec56260656b558ad15626be8e29a32e753"),
                ],
                body: Array(#"{"Entries":[]}"#.utf8)
            ),
            service: "events",
            signature: "63f3000e721264ac75d5cb182de0509c87fce5b251fc41beb6c5ff0a6bf0778a",
            signedHeaders: "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target"
        ),
    ]

    /// Verified only: our signer does not take its time from a Date header.
    static let datedByDateHeader = BotocoreVector(
        name: "a call with a Date header",
        request: disassociate.with { $0.set("Date", "Mon, 23 Nov 2026 19:40:05 -0000") },
        signature: "6f5d8e09c78958633b7b948bf4b95fa4c975631ce273a3f90e2519f327b2b208",
        signedHeaders: "content-length;content-type;date;host;x-amz-target"
    )
}
