import Foundation
import Store
import Testing

@Suite("Page tokens")
struct PageTokenTests {
    private let tokens = PageTokens(key: Array(repeating: 7, count: 32))
    private let binding = Array("123456789012/AWS/digest".utf8)

    @Test("open to the cursor that was sealed", arguments: [0, 1, 2, 3, 15, 16, 17, 40, 300])
    func roundTrip(length: Int) throws {
        let cursor = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let token = tokens.seal(cursor, binding: binding)
        #expect(try tokens.open(token, binding: binding) == cursor)
        #expect(token.hasPrefix("AAMA-E"))
        #expect(token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    }

    @Test("do not open for another caller, catalog or query")
    func otherBinding() {
        let token = tokens.seal([1, 2, 3], binding: binding)
        for other in [[], Array("123456789012/Sandbox/digest".utf8), binding + [1], Array(binding.dropLast())] {
            #expect(throws: PageTokenError()) { try tokens.open(token, binding: other) }
        }
    }

    @Test("do not let a byte move between binding and cursor")
    func boundary() {
        let token = tokens.seal([3, 4], binding: [1, 2])
        #expect(throws: PageTokenError()) { try tokens.open(token, binding: [1, 2, 3]) }
    }

    @Test("show nothing of the place")
    func opaque() throws {
        let token = tokens.seal(Array("Secret Customer Ltd".utf8), binding: binding)
        let sealed = try #require(Data(base64URL: String(token.dropFirst("AAMA-E".count))))
        #expect(sealed.range(of: Data("Customer".utf8)) == nil)
        #expect(tokens.seal([1], binding: binding) == tokens.seal([1], binding: binding))
    }

    @Test("do not open under another key")
    func otherKey() {
        let token = PageTokens(key: Array(repeating: 8, count: 32)).seal([1], binding: binding)
        #expect(throws: PageTokenError()) { try tokens.open(token, binding: binding) }
    }

    @Test("do not open when any one character is altered, left out or added")
    func tampered() {
        let token = tokens.seal(Array("cursor".utf8), binding: binding)
        for position in token.indices {
            var altered = token
            altered.replaceSubrange(position...position, with: token[position] == "A" ? "B" : "A")
            #expect(throws: PageTokenError()) { try tokens.open(altered, binding: binding) }
            #expect(throws: PageTokenError()) { try tokens.open(String(token[..<position]), binding: binding) }
        }
        #expect(throws: PageTokenError()) { try tokens.open(token + "A", binding: binding) }
    }

    @Test("have one spelling each")
    func canonical() {
        // One byte of cursor leaves bits over in the last character, which must be zero.
        let token = tokens.seal([5, 6], binding: binding)
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let opening = digits.filter { digit in
            (try? tokens.open(String(token.dropLast()) + String(digit), binding: binding)) != nil
        }
        #expect(opening.count == 1)
    }

    @Test(
        "are refused when they are something else",
        arguments: [
            "", "AAMA-E", "AAMA-EAAAA", "garbage", "AAMA-E====", "AAMA-Eäöü", "AAMA-E\u{0}",
            String(repeating: "A", count: 5_000),
            "AAMA-E" + String(repeating: "A", count: 5_000),
        ]
    )
    func garbage(token: String) {
        #expect(throws: PageTokenError()) { try tokens.open(token, binding: binding) }
    }
}

extension Data {
    fileprivate init?(base64URL text: String) {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4))
    }
}
