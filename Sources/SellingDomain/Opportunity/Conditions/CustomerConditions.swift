import SellingShapes
import SmithyTypes

/// OtherIndustry goes with Industry Other and with no other.
func industryViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    let rule = RuleCatalogue.otherIndustry
    return standing.content.customer?.account?.industry == .other
        ? wanted(.otherIndustry, standing, rule, "the industry is 'Other'")
        : unwanted(.otherIndustry, standing, rule, "the industry is not 'Other'")
}

/// A national security opportunity is one with a government, and AWS has a part in it.
func nationalSecurityViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard standing.isNationalSecurity else { return [] }
    let rule = RuleCatalogue.nationalSecurity
    var violations: [RuleViolation] = []
    if standing.content.customer?.account?.industry != .government {
        violations.append(
            RuleViolation(
                rule,
                OpportunityField.nationalSecurity.name,
                .invalidValue,
                "NationalSecurity can be 'Yes' only where the industry is 'Government'.",
                offendingValue: OpportunityField.industry.text(in: standing.content),
                wouldPass: "Industry Government, or NationalSecurity No"
            )
        )
    }
    if standing.involvement == .forVisibilityOnly {
        violations.append(
            RuleViolation(
                rule,
                OpportunityField.primaryNeeds.name,
                .actionNotPermitted,
                "A national security opportunity cannot be for visibility only.",
                offendingValue: standing.involvement.rawValue,
                wouldPass: "a need that begins with Co-Sell"
            )
        )
    }
    return violations
}

/// In the United States the state is one of AWS's list, spelled out.
func stateViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard standing.address?.countryCode == .us, let state = standing.address?.stateOrRegion, !state.isEmpty,
        !UnitedStates.states.contains(state)
    else { return [] }
    let hint = nearest(to: state, in: UnitedStates.states).map { " Did you mean '\($0)'?" } ?? ""
    return [
        RuleViolation(
            RuleCatalogue.stateInUnitedStates,
            OpportunityField.stateOrRegion.name,
            .invalidEnumValue,
            "'\(state)' is not a state of the United States as AWS spells them.\(hint)",
            offendingValue: state,
            wouldPass: "one of the \(UnitedStates.states.count) names of AWS's list, such as California"
        )
    ]
}

/// The postal code has a form that the country's codes have, in the words of AWS's samples.
func postalCodeViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard let country = standing.address?.countryCode, let code = standing.address?.postalCode, !code.isEmpty,
        let forms = PostalFormats.forms(of: country), !PostalFormats.accept(code, in: country)
    else { return [] }
    let spelling = PostalFormats.spelling(of: forms)
    let name = country.rawValue
    return [
        RuleViolation(
            RuleCatalogue.postalCode,
            OpportunityField.postalCode.name,
            .invalidStringFormat,
            "The postal code is invalid for country \(name), \(name) postal code must be in \(spelling) format.",
            offendingValue: code,
            wouldPass: spelling
        )
    ]
}

/// The states and territories that AWS's list has, in its spelling.
enum UnitedStates {
    static let states = [
        "Alabama", "Alaska", "American Samoa", "Arizona", "Arkansas", "California", "Colorado", "Connecticut",
        "Delaware", "Dist. of Columbia", "Federated States of Micronesia", "Florida", "Georgia", "Guam", "Hawaii",
        "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Marshall Islands",
        "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska",
        "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota",
        "Northern Mariana Islands", "Ohio", "Oklahoma", "Oregon", "Palau", "Pennsylvania", "Puerto Rico",
        "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas", "Utah", "Vermont", "Virginia",
        "Virgin Islands", "Washington", "West Virginia", "Wisconsin", "Wyoming", "APO/AE", "AFO/FPO", "FPO, AP",
    ]
}
