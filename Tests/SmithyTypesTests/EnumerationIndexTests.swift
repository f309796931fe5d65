import SmithyTypes
import Testing

private enum Unit: StringEnumeration {
    case kelvin
    case cafe
    case unrecognized(String)

    static let modelled: [Unit] = [.kelvin, .cafe]

    private static let index = EnumerationIndex(modelled)

    init(rawValue: String) {
        self = Self.index[rawValue] ?? .unrecognized(rawValue)
    }

    var rawValue: String {
        switch self {
        case .kelvin: "K"
        case .cafe: "caf\u{E9}"
        case .unrecognized(let value): value
        }
    }

    var isModelled: Bool {
        if case .unrecognized = self { false } else { true }
    }
}

@Suite("The values of an enumeration")
struct EnumerationIndexTests {
    @Test("are found by their exact spelling")
    func found() {
        #expect(Unit(rawValue: "K") == .kelvin)
        #expect(Unit(rawValue: "caf\u{E9}") == .cafe)
    }

    @Test(
        "are not found by another, though Swift calls the two texts equal",
        arguments: ["\u{212A}", "cafe\u{301}", "k", "K "]
    )
    func notFound(spelling: String) {
        let value = Unit(rawValue: spelling)
        #expect(!value.isModelled)
        #expect(value.rawValue.unicodeScalars.elementsEqual(spelling.unicodeScalars))
    }
}
