// MARK: What must go together, from submission on

extension RuleCatalogue {
    public static let otherIndustry = Rule(
        "opportunity.other-industry",
        "OtherIndustry goes with the industry Other, and with no other.",
        evidence: "field sheet of the older interface; at creation the real service does not ask (captured)",
        .observed
    )
    public static let nationalSecurity = Rule(
        "opportunity.national-security",
        "A national security opportunity is one of the industry Government, and not for visibility only.",
        evidence: "field sheet of the older interface",
        .observed
    )
    public static let postalCode = Rule(
        "opportunity.postal-code",
        "A postal code has a form of its country's, where AWS lists forms; 59 countries need none.",
        evidence: "AWS's samples for partner CRM integration, list of postal formats",
        .documented
    )
    public static let needsExclude = Rule(
        "opportunity.needs-exclude",
        "Needing no support from AWS does not go with a need, or with co-selling.",
        evidence: "testing workbook of the older interface",
        .observed
    )
    public static let otherCompetitors = Rule(
        "opportunity.other-competitors",
        "OtherCompetitorNames goes with the competitor *Other, and with no other.",
        evidence: "field sheet of the older interface",
        .observed
    )
    public static let customerUseCase = Rule(
        "opportunity.customer-use-case",
        "CustomerUseCase is one of AWS's 39.",
        evidence: "AWS's samples for partner CRM integration, standard values; integrators report about 38",
        .observed
    )
    public static let spendCurrency = Rule(
        "opportunity.spend-currency",
        "Spend is told in USD or EUR, and for the partition aws-eusc in EUR.",
        evidence: "model, ExpectedCustomerSpend.CurrencyCode; developer guide on the partition",
        .documented
    )
    public static let spendAmount = Rule(
        "opportunity.spend-amount",
        "The amount of an expected spend is above zero.",
        evidence: "testing workbook of the older interface",
        .observed
    )
    public static let renewalNamesOriginal = Rule(
        "opportunity.renewal-names-original",
        "A Flat Renewal names the opportunity that it renews.",
        evidence: "field sheet of the older interface",
        .observed
    )
    public static let relatedOpportunityExists = Rule(
        "opportunity.related-exists",
        "RelatedOpportunityIdentifier names an opportunity of the caller's own; that of a Net New Business is ignored.",
        evidence: "testing workbook of the older interface",
        .observed
    )
    public static let closeDate = Rule(
        "opportunity.close-date",
        "TargetCloseDate is not before today (UTC) at submission, nor when it changes afterwards.",
        evidence: "field sheet of the older interface; integrators report that Sandbox is stricter",
        .observed
    )
    public static let marketingCompanions = Rule(
        "opportunity.marketing-companions",
        "With the source Marketing Activity it is told whether AWS funded it; without, no other member of Marketing is.",
        evidence: "testing workbook of the older interface; integrators report the same codes",
        .observed
    )
    public static let fundedUseCases = Rule(
        "opportunity.funded-use-cases",
        "Marketing use cases are told only where AWS funding was used.",
        evidence: "model, Marketing.UseCases",
        .model
    )
    public static let revenueDates = Rule(
        "opportunity.revenue-dates",
        "Software revenue does not end before it begins.",
        evidence: "error text listed by an integrator of the older interface",
        .observed
    )
}

// MARK: Contract value

extension RuleCatalogue {
    public static let selfEntryNeedsDuration = Rule(
        "contract-value.self-needs-duration",
        "A Self entry of ExpectedCustomerSpend needs ExpectedContractDuration.",
        evidence: "developer guide, deal sizing",
        .documented
    )
    public static let durationNeedsSelfEntry = Rule(
        "contract-value.duration-needs-self",
        "At creation ExpectedContractDuration needs a Self entry of ExpectedCustomerSpend.",
        evidence: "developer guide, deal sizing",
        .documented
    )
    public static let oneSelfEntry = Rule(
        "contract-value.one-self",
        "ExpectedCustomerSpend has at most one Self entry.",
        evidence: "developer guide, deal sizing",
        .documented
    )
    public static let targetCompanies = Rule(
        "contract-value.target-company",
        "TargetCompany of an ExpectedCustomerSpend entry is AWS or Self.",
        evidence: "developer guide, deal sizing; an older text of the model says other names become AWS",
        .documented
    )
    public static let oneCurrency = Rule(
        "contract-value.one-currency",
        "All entries of ExpectedCustomerSpend have one currency.",
        evidence: "developer guide, deal sizing",
        .documented
    )
    public static let durationInMonths = Rule(
        "contract-value.duration",
        "A contract lasts 1 to 144 months.",
        evidence: "developer guide, deal sizing; the text of the refusal is ours",
        .documented
    )
    public static let spendFrequency = Rule(
        "contract-value.frequency",
        "A Self entry has the frequency None, an AWS entry Monthly.",
        evidence: "developer guide, deal sizing; model, PaymentFrequency; the text of the refusal is ours",
        .documented
    )
    public static let estimateReadable = Rule(
        "contract-value.estimate",
        "An EstimationUrl without an amount is refused; beside an amount it is dropped: Cosell cannot read estimates.",
        evidence: "developer guide, deal sizing: an estimate that cannot be used; that none can is ours",
        .documented
    )
    public static let selfEntryWithoutEstimate = Rule(
        "contract-value.self-or-estimate",
        "A Self entry and an EstimationUrl exclude one another.",
        evidence: "developer guide, deal sizing",
        .documented
    )
}

// MARK: Sandbox as integrators observe it (`--sandbox observed`)

extension RuleCatalogue {
    public static let observedLock = Rule(
        "sandbox-observed.lock",
        "While Submitted, In review or Rejected an update is refused whole, an echo too.",
        evidence: "integrators: updates are refused in these states",
        .observed
    )
    public static let observedCloseDate = Rule(
        "sandbox-observed.close-date",
        "TargetCloseDate is in the future, already at creation.",
        evidence: "integrators' reports of Sandbox",
        .observed
    )
    public static let observedEarlyConditions = Rule(
        "sandbox-observed.early-conditions",
        "The rules on marketing, United States addresses, postal codes and currencies hold already at creation and at "
            + "every update.",
        evidence: "integrators' reports of Sandbox",
        .observed
    )
    public static let observedOtherSolution = Rule(
        "sandbox-observed.other-solution",
        "OtherSolutionDescription does in place of a solution until Committed.",
        evidence: "integrators' reports of Sandbox",
        .observed
    )
}
