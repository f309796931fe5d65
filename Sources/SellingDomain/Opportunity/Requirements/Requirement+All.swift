import SellingShapes

extension Requirement {
    private static let submission: Set<RequirementMoment> = [.coSellSubmission, .visibilityOnlySubmission]

    /// The table of what must be said when, in the order in which refusals name it.
    ///
    /// At creation nothing is required beyond the model, on purpose: the real service accepts a skeleton (captured).
    /// What submission requires stands in the field sheet and testing workbook of the older interface to the same back
    /// end, in the texts of the model's members, and in what AWS's lead-to-opportunity sample fills in before it submits.
    static let all: [Requirement] = [
        // The field sheet: mandatory but at creation. An update that leaves it out would throw the deal back to Prospect.
        Requirement(.field(.stage), at: [.submitted]),
        Requirement(.field(.primaryNeeds), at: [.coSellSubmission, .inheritedFromQualified]),
        Requirement(.field(.companyName), at: submission),
        Requirement(.field(.industry), at: submission),
        // AWS keeps the site of a national security customer to itself.
        Requirement(.field(.websiteURL), at: submission, unless: \.isNationalSecurity),
        Requirement(.field(.countryCode), at: submission),
        Requirement(.field(.postalCode), at: submission, unless: \.isExcusedFromPostalCode),
        Requirement(
            .field(.stateOrRegion),
            at: submission,
            RuleCatalogue.stateInUnitedStates,
            unless: { $0.address?.countryCode != .us || $0.isNationalSecurity }
        ),
        Requirement(.field(.title), at: submission),
        Requirement(.field(.customerBusinessProblem), at: submission),
        Requirement(.field(.customerUseCase), at: submission.union([.inheritedFromQualified])),
        Requirement(.field(.deliveryModels), at: submission.union([.inheritedFromQualified])),
        Requirement(.field(.customerSpend), at: submission.union([.inheritedFromQualified])),
        Requirement(.spendAmount, at: submission.union([.inheritedFromQualified])),
        // A visibility-only submission without any was accepted (captured).
        Requirement(.field(.salesActivities), at: [.coSellSubmission]),
        Requirement(.field(.targetCloseDate), at: submission.union([.inheritedFromQualified])),
        Requirement(.field(.marketingSource), at: submission.union([.inheritedFromQualified])),
        Requirement(
            .field(.awsFundingUsed),
            at: [.inheritedFromQualified],
            RuleCatalogue.inheritedFromQualified,
            unless: { $0.content.marketing?.source != .marketingActivity }
        ),
        Requirement(
            .solution,
            at: submission.union([.inheritedFromQualified, .committed, .launched]),
            RuleCatalogue.solutionRequired,
            unless: \.describesOtherSolution
        ),
        // Undocumented: AWS asks consulting partners; Cosell knows no kinds of partner and asks all.
        Requirement(.field(.awsAccountId), at: [.launched], RuleCatalogue.accountAtLaunch),
        Requirement(.field(.closedLostReason), at: [.closedLost], RuleCatalogue.closedLostReason),
    ]
}

extension OpportunityStanding {
    fileprivate var isExcusedFromPostalCode: Bool {
        guard let country = address?.countryCode else { return false }
        return PostalFormats.countriesWithout.contains(country)
    }

    /// Integrators report that a description of another solution does in Sandbox; AWS's pages ask for a solution, and
    /// from Committed on nothing else does.
    fileprivate var describesOtherSolution: Bool {
        mode == .observed && !OpportunityField.otherSolutionDescription.isMissing(in: content)
            && stage != .committed && stage != .launched
    }
}
