import Foundation

/// One case of the test suite that AWS publishes for Signature Version 4.
struct PublishedVector: Sendable, CustomStringConvertible {
    let name: String
    /// `.req`: the request before it is signed.
    let request: WireRequest
    /// `.creq`
    let canonicalRequest: String
    /// `.sts`
    let stringToSign: String
    /// `.authz`: the Authorization header.
    let authorization: String
    /// `.sreq`: the request once it is signed.
    let signedRequest: WireRequest

    var description: String { name }

    /// The suite's folder lies in the one that COSELL_CONFORMANCE names.
    static let folder: URL? = ProcessInfo.processInfo.environment["COSELL_CONFORMANCE"].flatMap {
        $0.isEmpty ? nil : URL(fileURLWithPath: $0).appendingPathComponent("sigv4/aws4_testsuite")
    }

    static let all: [PublishedVector] = {
        guard let folder, let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        else { return [] }
        return files.compactMap { $0 as? URL }
            .filter { $0.pathExtension == "req" }
            .sorted { $0.path < $1.path }
            .compactMap { try? PublishedVector(requestFile: $0) }
    }()

    private init(requestFile: URL) throws {
        func text(_ kind: String) throws -> String {
            try String(contentsOf: requestFile.deletingPathExtension().appendingPathExtension(kind), encoding: .utf8)
        }
        name = requestFile.deletingPathExtension().lastPathComponent
        request = try Self.parse(text("req"))
        canonicalRequest = try text("creq")
        stringToSign = try text("sts")
        authorization = try text("authz")
        signedRequest = try Self.parse(text("sreq"))
    }

    /// Spaces may stand within the target, and a header may go on in the next line.
    private static func parse(_ text: String) throws -> WireRequest {
        let parts = text.split(separator: "\n\n", maxSplits: 1)
        var lines = parts[0].split(separator: "\n").map(String.init)[...]
        let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
        var request = WireRequest(
            method: String(words[0]),
            target: words[1..<(words.count - 1)].joined(separator: " "),
            headers: [],
            body: parts.count > 1 ? Array(parts[1].utf8) : []
        )
        for line in lines {
            if line.hasPrefix(" "), let last = request.headers.indices.last {
                request.headers[last].value += "\n" + line
            } else {
                let field = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                request.headers.append((String(field[0]), String(field[1])))
            }
        }
        return request
    }
}
