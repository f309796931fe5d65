import SellingShapes
import SmithyTypes

/// The forms of postal codes by country, after the list in AWS's samples for partner CRM integration: `#` is a digit, `A` a
/// letter, everything else stands for itself. A country on neither list has a postal code of any form.
enum PostalFormats {
    /// The forms that a country's postal codes have; nil where any will do.
    static func forms(of country: CountryCode) -> [String]? { byCountry[country] }

    /// Whether a postal code has one of the country's forms; capitals do not matter.
    static func accept(_ postalCode: String, in country: CountryCode) -> Bool {
        guard let forms = forms(of: country) else { return true }
        return forms.contains { matches(postalCode, $0) }
    }

    /// A country's forms as AWS's messages spell them, with a 9 for a digit, or an N where other digits are fixed.
    static func spelling(of forms: [String]) -> String {
        forms.map { form in
            let digit: Character = form.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } ? "N" : "9"
            return String(form.map { $0 == "#" ? digit : $0 })
        }
        .joined(separator: " OR ")
    }

    private static func matches(_ text: String, _ form: String) -> Bool {
        let (text, form) = (Array(text.utf8), Array(form.utf8))
        return text.count == form.count && zip(text, form).allSatisfy(matches)
    }

    private static func matches(_ byte: UInt8, _ symbol: UInt8) -> Bool {
        let capital = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
        return switch symbol {
        case UInt8(ascii: "#"): (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(capital)
        case UInt8(ascii: "A"): (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(capital)
        default: capital == symbol
        }
    }

    private static let byCountry: [CountryCode: [String]] = {
        var byCountry: [CountryCode: [String]] = [:]
        for (forms, countries) in table {
            for country in countries.split(separator: " ") {
                byCountry[CountryCode(rawValue: String(country))] = separated(forms)
            }
        }
        byCountry[.gb] = separated(ofUnitedKingdom)
        return byCountry
    }()

    /// `##### OR #####-####` as its forms.
    private static func separated(_ forms: String) -> [String] {
        var separated: [[Substring]] = [[]]
        for word in forms.split(separator: " ") {
            if word == "OR" { separated.append([]) } else { separated[separated.count - 1].append(word) }
        }
        return separated.map { $0.joined(separator: " ") }
    }

    /// A(A)N(A/N)NAA, with or without a space before the last three.
    private static let ofUnitedKingdom = """
        A# #AA OR A## #AA OR A#A #AA OR AA# #AA OR AA## #AA OR AA#A #AA OR \
        A##AA OR A###AA OR A#A#AA OR AA##AA OR AA###AA OR AA#A#AA
        """

    private static let table: [(forms: String, countries: String)] = [
        (
            "#####",
            """
            AX BA BT CU DE DO DZ EE EG ES FI FR GT GU HN HR ID IQ IT JO KE KH KR KW LA LK MA ME MH \
            MM MN MP MX MY NA NI NP PE PK PR PW RS SD SN SS TD TH TR TW UA UY VI ZM
            """
        ),
        (
            "####",
            """
            AF AL AM AT AU BD BG CC CH CV CX CY DK ET GE GL GW HT HU LI LR LU MK MZ NE NF NO NZ PH \
            PY SJ TN ZA
            """
        ),
        ("######", "CN CO EC KG KZ NG PA RO SG TJ TM TT VN"),
        ("###", "FO IS LS MG OM PG"),
        ("### ## OR #####", "CZ SK"),
        ("#### OR #####", "CR MV"),
        ("1101", "SV"),
        ("120", "VA"),
        ("4789#", "SM"),
        ("97133", "BL"),
        ("97150", "MF"),
        ("971##", "GP"),
        ("972##", "MQ"),
        ("973##", "GF"),
        ("974##", "RE"),
        ("97500", "PM"),
        ("976##", "YT"),
        ("980##", "MC"),
        ("986##", "WF"),
        ("987##", "PF"),
        ("988##", "NC"),
        ("##", "JM"),
        ("##-###", "PL"),
        ("### OR ####", "BH"),
        ("#### AA OR ####AA", "NL"),
        ("#### OR ####-###", "PT"),
        ("##### OR ### ##", "GR"),
        ("##### OR #####-###", "BR"),
        ("##### OR #####-####", "US"),
        ("##### OR #######", "IL"),
        ("##### OR LT-#####", "LT"),
        ("#####-####", "SA"),
        ("###### OR ### ###", "IN"),
        ("####### OR ###-####", "JP"),
        ("A## #A#A OR A###A#A", "IE"),
        ("A#A #A# OR A#A#A#", "CA"),
        ("AA ## OR AA AA", "BM"),
        ("AAA #### OR AAA####", "MT"),
        ("B-#### OR ####", "BE"),
        ("KB####", "BN"),
        ("M###", "SZ"),
        ("S-##### OR SE-##### OR ##### OR ### ##", "SE"),
        ("VC####", "VC"),
    ]

    /// Countries that have no postal codes, so that none is required.
    static let countriesWithout: Set<CountryCode> = Set(
        """
        AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CF CG CI CK CM CW DJ DM ER FJ GD GH GM GQ GY HK HM KI KM KN
        LY ML MO MR MW NR NU QA RW SB SC SH SL SR ST SY TF TG TK TL TO TV UG VU YE ZW
        """
        .split { $0 == " " || $0 == "\n" }.map { CountryCode(rawValue: String($0)) }
    )
}
