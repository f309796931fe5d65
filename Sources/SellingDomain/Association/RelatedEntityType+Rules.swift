public import SellingShapes

extension RelatedEntityType {
    /// How many of a type an opportunity can have (developer guide, quotas). The offer set's limit is the offer's:
    /// an opportunity has one of the one or one of the other.
    public var associationLimit: Int {
        switch self {
        case .solutions, .awsMarketplaceSolutions, .awsMarketplaceProducts: 10
        case .awsProducts: 20
        case .awsMarketplaceOffers, .awsMarketplaceOfferSets: 1
        case .unrecognized: 0
        }
    }

    /// The type that an opportunity cannot have at the same time.
    var excludes: RelatedEntityType? {
        switch self {
        case .awsMarketplaceOffers: .awsMarketplaceOfferSets
        case .awsMarketplaceOfferSets: .awsMarketplaceOffers
        default: nil
        }
    }

    /// Whether an entity of this type meets the demand for a solution (developer guide, associating).
    var isSolution: Bool {
        switch self {
        case .solutions, .awsMarketplaceSolutions, .awsMarketplaceProducts: true
        default: false
        }
    }
}

extension RelatedEntityIdentifiers {
    /// The identifiers of one type; setting them makes the list present.
    public subscript(type: RelatedEntityType) -> [String] {
        get {
            switch type {
            case .solutions: solutions ?? []
            case .awsProducts: awsProducts ?? []
            case .awsMarketplaceOffers: awsMarketplaceOffers ?? []
            case .awsMarketplaceOfferSets: awsMarketplaceOfferSets ?? []
            case .awsMarketplaceSolutions: awsMarketplaceSolutions ?? []
            case .awsMarketplaceProducts: awsMarketplaceProducts ?? []
            case .unrecognized: []
            }
        }
        set {
            switch type {
            case .solutions: solutions = newValue
            case .awsProducts: awsProducts = newValue
            case .awsMarketplaceOffers: awsMarketplaceOffers = newValue
            case .awsMarketplaceOfferSets: awsMarketplaceOfferSets = newValue
            case .awsMarketplaceSolutions: awsMarketplaceSolutions = newValue
            case .awsMarketplaceProducts: awsMarketplaceProducts = newValue
            case .unrecognized: break
            }
        }
    }
}
