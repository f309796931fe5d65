@testable import SigV4

extension WireRequest {
    static let letters = "abcdefghijklmnopqrstuvwxyz"
    static let digits = "0123456789"
    static let visible = letters + letters.uppercased() + digits + "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~"

    /// A request without anything that canonicalisation smooths over: its path has no dot segments, its values no
    /// white space. So every change of a byte changes what is signed.
    static func random(with generator: inout SeededGenerator) -> WireRequest {
        var request = WireRequest(
            method: ["GET", "POST", "PUT", "DELETE"].randomElement(using: &generator) ?? "GET",
            target: path(with: &generator) + query(with: &generator),
            headers: [("host", generator.text(of: letters, 1...20) + ".aws")],
            body: generator.bytes(0...200)
        )
        for number in 0..<generator.number(0...6) {
            let name = "x-\(number)-" + generator.text(of: letters, 1...10)
            for _ in 0..<generator.number(1...2) {
                request.headers.append((name, generator.text(of: visible, 1...40)))
            }
        }
        request.headers.shuffle(using: &generator)
        return request
    }

    private static func path(with generator: inout SeededGenerator) -> String {
        let segments = (0..<generator.number(0...4)).map { _ in generator.text(of: letters + digits + "-_~%", 1...8) }
        return "/" + segments.joined(separator: "/")
    }

    private static func query(with generator: inout SeededGenerator) -> String {
        let parameters = (0..<generator.number(0...4)).map { _ in
            encoded(generator.bytes(1...6)) + "=" + encoded(generator.bytes(0...6))
        }
        return parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        output.appendPercentEncoded(bytes)
        return output[...].text
    }
}
