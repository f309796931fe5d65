import SellingShapes

/// A structure that can stand there saying nothing, so that a member of it can be set where the whole was absent.
protocol Vacant {
    init()
}

extension Customer: Vacant {
    init() { self.init(account: nil) }
}

extension Account: Vacant {
    init() { self.init(companyName: "") }

    /// The model requires a company's name, so that an account without one holds an empty text.
    var statedCompanyName: String? {
        get { companyName.isEmpty ? nil : companyName }
        set { companyName = newValue ?? "" }
    }
}

extension Address: Vacant {
    init() { self.init(city: nil) }
}

extension LifeCycle: Vacant {
    init() { self.init(stage: nil) }
}

extension Marketing: Vacant {
    init() { self.init(source: nil) }
}

extension Project: Vacant {
    init() { self.init(title: nil) }

    /// The duration; nil where it is absent and where it is null, which differ only in an update.
    var statedContractDuration: ExpectedContractDuration? {
        get { expectedContractDuration ?? nil }
        set { expectedContractDuration = newValue.map { .some($0) } }
    }
}

extension SoftwareRevenue: Vacant {
    init() { self.init(value: nil) }
}

extension Optional where Wrapped: Vacant {
    /// The structure, made where it was absent.
    var made: Wrapped {
        get { self ?? Wrapped() }
        set { self = newValue }
    }
}
