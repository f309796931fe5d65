import SellingShapes

// What the service itself does to ExpectedCustomerSpend and ExpectedContractDuration (developer guide, deal sizing).

extension Project {
    /// The project as it is kept: with the AWS entry beside a Self entry, and without estimates that nobody can read.
    func withSpendAsKept() -> Project {
        var project = self
        // Null clears what is stored; kept as absent, which answers leave out.
        project.statedContractDuration = statedContractDuration
        project.expectedCustomerSpend = expectedCustomerSpend?.map(\.withoutUnusableEstimate)
        return project.withMonthlyEntry()
    }

    /// The project of an update, with what it leaves to the stored one.
    ///
    /// An absent duration is the stored one, and null is none. Where a duration remains and the update says no Self
    /// entry, the stored one is put back (developer guide: it is rebuilt).
    func completed(from stored: Project?) -> Project {
        var project = self
        if expectedContractDuration == nil { project.statedContractDuration = stored?.statedContractDuration }
        let spend = expectedCustomerSpend ?? []
        if project.statedContractDuration != nil, !spend.contains(where: \.isSelf),
            let own = stored?.expectedCustomerSpend?.first(where: \.isSelf)
        {
            project.expectedCustomerSpend = [own] + spend
        }
        return project
    }

    /// With a Self entry the service adds the monthly AWS entry beside it where there is none.
    /// Undocumented: how it reckons the amount; the contract's value spread evenly over its months is our guess.
    private func withMonthlyEntry() -> Project {
        guard let duration = statedContractDuration, let spend = expectedCustomerSpend,
            let own = spend.first(where: \.isSelf), !spend.contains(where: \.isAWS)
        else { return self }
        var project = self
        let monthly = ExpectedCustomerSpend(
            amount: own.amount.flatMap { monthlyAmount($0, months: duration.value) },
            currencyCode: own.currencyCode,
            frequency: .monthly,
            targetCompany: "AWS"
        )
        project.expectedCustomerSpend = spend + [monthly]
        return project
    }
}

extension ExpectedCustomerSpend {
    /// An amount with an estimate that does not give it: the amount is kept and the estimate dropped, without an error.
    ///
    /// The real service reads the estimate from the AWS Pricing Calculator. Cosell reaches nothing outside, so that no
    /// estimate can be used.
    fileprivate var withoutUnusableEstimate: ExpectedCustomerSpend {
        var entry = self
        if !(amount ?? "").isEmpty { entry.estimationUrl = nil }
        return entry
    }
}

/// Cents are rounded to the nearest; nil where the numbers are none, or too large to reckon with exactly.
private func monthlyAmount(_ total: String, months: String) -> String? {
    guard let amount = Double(total), let count = Int(months), count > 0 else { return nil }
    let cents = (amount / Double(count) * 100).rounded()
    guard cents < 1e15 else { return nil }
    let whole = Int(cents)
    let fraction = whole % 100
    return fraction == 0 ? "\(whole / 100)" : "\(whole / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
