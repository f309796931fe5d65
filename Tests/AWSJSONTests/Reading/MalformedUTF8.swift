import AWSJSON
import SmithyTypes
import Testing

/// A malformed sequence and what is wrong with it.
struct MalformedUTF8: CustomTestStringConvertible, Sendable {
    let fault: String
    let bytes: [UInt8]

    var testDescription: String { fault }

    static let all = [
        MalformedUTF8(fault: "a continuation byte alone", bytes: [0x80]),
        MalformedUTF8(fault: "the last continuation byte alone", bytes: [0xBF]),
        MalformedUTF8(fault: "an overlong two-byte form of /", bytes: [0xC0, 0xAF]),
        MalformedUTF8(fault: "an overlong two-byte form of U+007F", bytes: [0xC1, 0xBF]),
        MalformedUTF8(fault: "an overlong three-byte form", bytes: [0xE0, 0x9F, 0xBF]),
        MalformedUTF8(fault: "an overlong four-byte form", bytes: [0xF0, 0x8F, 0xBF, 0xBF]),
        MalformedUTF8(fault: "the first surrogate", bytes: [0xED, 0xA0, 0x80]),
        MalformedUTF8(fault: "the last surrogate", bytes: [0xED, 0xBF, 0xBF]),
        MalformedUTF8(fault: "a pair of surrogates", bytes: [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
        MalformedUTF8(fault: "U+110000", bytes: [0xF4, 0x90, 0x80, 0x80]),
        MalformedUTF8(fault: "a lead byte of no scalar", bytes: [0xF5, 0x80, 0x80, 0x80]),
        MalformedUTF8(fault: "a five-byte form", bytes: [0xF8, 0x88, 0x80, 0x80, 0x80]),
        MalformedUTF8(fault: "the byte FE", bytes: [0xFE]),
        MalformedUTF8(fault: "the byte FF", bytes: [0xFF]),
        MalformedUTF8(fault: "two bytes cut after one", bytes: [0xC3]),
        MalformedUTF8(fault: "three bytes cut after one", bytes: [0xE2]),
        MalformedUTF8(fault: "three bytes cut after two", bytes: [0xE2, 0x82]),
        MalformedUTF8(fault: "four bytes cut after three", bytes: [0xF0, 0x9F, 0x98]),
        MalformedUTF8(fault: "a second byte that does not continue", bytes: [0xC3, 0x28]),
        MalformedUTF8(fault: "a third byte that does not continue", bytes: [0xE2, 0x82, 0x28]),
        MalformedUTF8(fault: "a fourth byte that does not continue", bytes: [0xF0, 0x9F, 0x98, 0x28]),
        MalformedUTF8(fault: "a sequence with another within it", bytes: [0xE2, 0xC3, 0xA9]),
        MalformedUTF8(fault: "Latin-1", bytes: [0x63, 0x61, 0x66, 0xE9]),
    ]
}
