import AWSJSON
import SmithyTypes

@testable import Server

extension RequestEntry {
    /// An entry as a request leaves one, without the request.
    static func made(
        operation: String? = "ListSolutions",
        account: String? = "111122223333",
        catalog: String? = nil,
        refusal: WireError? = nil,
        request: Body = .bytes([]),
        response: [UInt8] = []
    ) -> RequestEntry {
        var record = RequestRecord()
        record.operation = operation
        record.accountIdentifier = account
        record.catalog = catalog
        if let refusal { record.refuse(refusal) }
        return RequestEntry(record, request: request, response: response, status: 200, microseconds: 5)
    }
}
