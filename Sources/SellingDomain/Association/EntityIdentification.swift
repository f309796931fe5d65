import SellingShapes

/// What is wrong with the way a request names a related entity; nil where its form is right.
///
/// Only an association asks: what is associated was named rightly once, so a disassociation just looks for it.
public func identificationViolation(_ entity: RelatedEntity) -> RuleViolation? {
    switch entity.type {
    case .solutions: solutionViolation(entity.identifier)
    case .awsProducts: productViolation(entity.identifier)
    case .awsMarketplaceOffers: marketplaceViolation(entity, "Offer", identifierPrefix: "")
    case .awsMarketplaceOfferSets: marketplaceViolation(entity, "OfferSet", identifierPrefix: "offerset-")
    case .awsMarketplaceSolutions: marketplaceViolation(entity, "Solution", identifierPrefix: "")
    case .awsMarketplaceProducts: marketplaceViolation(entity, nil, identifierPrefix: "")
    case .unrecognized: nil
    }
}

private func solutionViolation(_ identifier: String) -> RuleViolation? {
    let digits = identifier.utf8.dropFirst(2)
    let isWellFormed =
        identifier.hasPrefix("S-") && (1...19).contains(digits.count)
        && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !isWellFormed else { return nil }
    return RuleViolation(
        RuleCatalogue.solutionIdentifier,
        "relatedEntityIdentifier",
        .invalidValue,
        "A solution is named by its identifier, such as S-1234567, as ListSolutions gives it in Id.",
        offendingValue: identifier,
        wouldPass: "S- and 1 to 19 digits"
    )
}

private func productViolation(_ identifier: String) -> RuleViolation? {
    guard !AWSProducts.identifiers.contains(identifier) else { return nil }
    let hint = AWSProducts.nearest(to: identifier).map { " Did you mean '\($0)'?" } ?? ""
    return RuleViolation(
        RuleCatalogue.productIsListed,
        "relatedEntityIdentifier",
        .invalidValue,
        "'\(identifier)' is not the identifier of an AWS product.\(hint)",
        offendingValue: identifier,
        wouldPass: "one of the \(AWSProducts.identifiers.count) identifiers of AWS's product list"
    )
}

private func marketplaceViolation(
    _ entity: RelatedEntity,
    _ type: String?,
    identifierPrefix: String
) -> RuleViolation? {
    let arn = MarketplaceARN(entity.identifier)
    // Undocumented: which product types there are; any that ends in Product is taken, like the three that are known.
    let isRightType = type == nil ? arn?.type.hasSuffix("Product") == true : arn?.type == type
    guard let arn, isRightType, arn.identifier.hasPrefix(identifierPrefix) else {
        let example = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/\(type ?? "SaaSProduct")/…"
        return RuleViolation(
            RuleCatalogue.marketplaceARN,
            "relatedEntityIdentifier",
            .invalidValue,
            "An entity of type \(entity.type.rawValue) is named by its ARN, in the form \(example).",
            offendingValue: entity.identifier,
            wouldPass: example
        )
    }
    return nil
}
