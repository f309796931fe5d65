import SellingDomain
import SellingShapes
import SmithyTypes

/// Opportunities of the size and variety of real ones, the same in every run: each is made of its number alone.
struct SampleOpportunities {
    /// Half of all opportunities are of one of these companies, so that a page of one is full in a small store too.
    static let largeCompanies = 20
    private static let smallCompanies: UInt64 = 20_000
    /// 2023-01-01T00:00:00Z. An opportunity was created some time in the three years from here on.
    private static let begin = CivilTime(year: 2023, month: 1, day: 1).timestamp.millisecondsSinceEpoch
    private static let dayMilliseconds: UInt64 = 86_400_000

    /// The opportunity of a number, changed a few weeks after its creation.
    func make(_ number: Int, _ given: NewOpportunityFacts) -> GetOpportunityResponse {
        var draw = Draw(number)
        let created = Timestamp(
            millisecondsSinceEpoch: Self.begin + Int64(draw.below(3 * 365 * Self.dayMilliseconds))
        )
        let facts = NewOpportunityFacts(
            identifier: given.identifier,
            arn: given.arn,
            now: created,
            owner: given.owner
        )
        var opportunity = GetOpportunityResponse(created: request(number, &draw), facts)
        opportunity.lifeCycle?.reviewStatus = draw.one(of: ReviewStatus.modelled)
        opportunity.lastModifiedDate.millisecondsSinceEpoch += Int64(draw.below(40 * Self.dayMilliseconds))
        return opportunity
    }

    private func request(_ number: Int, _ draw: inout Draw) -> CreateOpportunityRequest {
        CreateOpportunityRequest(
            catalog: .sandbox,
            clientToken: "",
            customer: customer(&draw),
            lifeCycle: LifeCycle(
                nextSteps: "Price the second region.",
                stage: draw.one(of: Stage.modelled),
                targetCloseDate: closeDate(&draw)
            ),
            opportunityType: draw.one(of: OpportunityType.modelled),
            partnerOpportunityIdentifier: "CRM-\(number)",
            primaryNeedsFromAws: [draw.one(of: PrimaryNeedFromAws.modelled)],
            project: project(&draw)
        )
    }

    private func customer(_ draw: inout Draw) -> Customer {
        let isLarge = draw.below(2) == 0
        let number = draw.below(isLarge ? UInt64(Self.largeCompanies) : Self.smallCompanies)
        let account = Account(
            address: Address(
                city: "Hamburg",
                countryCode: CountryCode(rawValue: "DE"),
                postalCode: "20095",
                stateOrRegion: "Hamburg",
                streetAddress: "Mönckebergstraße 7"
            ),
            companyName: isLarge ? "Large Company \(number)" : "Small Company \(number)",
            industry: draw.one(of: Industry.modelled),
            websiteUrl: "https://www.company\(number).example"
        )
        let contacts = ["Ada", "Grace"].map { name in
            Contact(
                businessTitle: "Purchasing",
                email: "\(name.lowercased())@company\(number).example",
                firstName: name,
                lastName: "Sample",
                phone: "+4940123456"
            )
        }
        return Customer(account: account, contacts: contacts)
    }

    private func project(_ draw: inout Draw) -> Project {
        Project(
            additionalComments: "The proof of concept read 400 tapes without an error.",
            competitorName: .onPrem,
            customerBusinessProblem: String(
                repeating: "A file on tape takes a day, and must take a minute. ",
                count: 6
            ),
            customerUseCase: "Storage & Backup",
            deliveryModels: [.saaSOrPaaS],
            expectedCustomerSpend: [
                ExpectedCustomerSpend(
                    amount: "\(100 + draw.below(90_000)).00",
                    currencyCode: CurrencyCode(rawValue: "USD"),
                    frequency: .monthly,
                    targetCompany: "AWS"
                )
            ],
            salesActivities: [draw.one(of: SalesActivity.modelled)],
            title: "Pattern archive on object storage"
        )
    }

    /// None for a tenth.
    private func closeDate(_ draw: inout Draw) -> String? {
        guard draw.below(10) > 0 else { return nil }
        let days = Int64(draw.below(4 * 365)) + 1
        return Timestamp(millisecondsSinceEpoch: Self.begin + days * Int64(Self.dayMilliseconds)).utcDate
    }
}

/// Numbers that follow from a seed: SplitMix64.
private struct Draw {
    private var state: UInt64

    init(_ seed: Int) {
        state = UInt64(truncatingIfNeeded: seed)
    }

    mutating func below(_ end: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % end
    }

    mutating func one<Value>(of values: [Value]) -> Value {
        values[Int(below(UInt64(values.count)))]
    }
}
