import Foundation
import Server

extension OutgoingAnswer {
    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The members of the body that are strings.
    var members: [String: String] {
        let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        return (object ?? [:]).compactMapValues { $0 as? String }
    }

    /// The error's code, as the header that every SDK but botocore reads gives it.
    var errorCode: String? { header("x-amzn-ErrorType") }

    /// The error's sentence, however its member is spelled.
    var message: String? { members["Message"] ?? members["message"] }
}
