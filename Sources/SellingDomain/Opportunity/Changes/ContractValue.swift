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

/// A month's share of an amount, by long division of its cents, rounded to the nearest and, of something, at least one:
/// an amount of nothing could not be submitted. Nil where the texts are no numbers, or there are no months.
private func monthlyAmount(_ total: String, months: String) -> String? {
    guard let count = Int(months), count > 0, let cents = centDigits(total) else { return nil }
    var (quotient, remainder): ([Int], Int) = ([], 0)
    for digit in cents {
        remainder = remainder * 10 + digit
        quotient.append(remainder / count)
        remainder %= count
    }
    if remainder * 2 >= count { increment(&quotient) }
    if quotient.allSatisfy({ $0 == 0 }), cents.contains(where: { $0 > 0 }) { quotient[quotient.count - 1] = 1 }
    return amountText(quotient)
}

/// The decimal digits of an amount in cents, at least three.
private func centDigits(_ amount: String) -> [Int]? {
    let parts = amount.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard let whole = parts.first, !whole.isEmpty, fraction.utf8.count <= 2 else { return nil }
    let text = "0" + whole + fraction + String(repeating: "0", count: 2 - fraction.utf8.count)
    let digits = text.utf8.compactMap { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }
    return digits.count == text.utf8.count ? digits : nil
}

private func increment(_ digits: inout [Int]) {
    for index in digits.indices.reversed() {
        guard digits[index] == 9 else {
            digits[index] += 1
            return
        }
        digits[index] = 0
    }
    digits.insert(1, at: 0)
}

/// Without leading zeros, and without cents where there are none.
private func amountText(_ cents: [Int]) -> String {
    let whole = cents.dropLast(2).drop { $0 == 0 }.map(String.init).joined()
    let fraction = cents.suffix(2).map(String.init).joined()
    return (whole.isEmpty ? "0" : whole) + (fraction == "00" ? "" : ".\(fraction)")
}
