"""AssociateOpportunity: what may hang on an opportunity, how much of it, and in what company."""

import pytest

from partner import (
    INACTIVE_SOLUTION, MARKETPLACE, MARKETPLACE_PRODUCT, MARKETPLACE_SOLUTION, OFFER, OFFER_SET, PRODUCT, RELATED,
    SANDBOX, SECOND_SOLUTION, SOLUTION, violations,
)

PRODUCTS = [
    "AmazonEC2" + name
    for name in (
        "AutoScaling", "C5n", "DL1", "F1", "F2", "G4", "G5", "G6", "G6e", "G7e", "Graviton", "HPC6a", "HPC6id", "HPC7a",
        "HPC7g", "HPC8a", "Inf1", "Inf2", "Linux", "Mac", "P3dn",
    )
]


def solutions(partner, count):
    """Active solutions of the partner's own."""
    return [
        partner.server.admin("PutSolution", AccountId=partner.account, Catalog=SANDBOX, Name=f"Solution {number}",
                             Category="Software Product", Status="Active")["Id"]
        for number in range(count)
    ]


def arns(kind, prefix, count):
    return [f"{MARKETPLACE}/{kind}/{prefix}-{number:013d}" for number in range(count)]


LIMITS = {
    "Solutions": (10, lambda partner: solutions(partner, 11)),
    "AwsProducts": (20, lambda partner: PRODUCTS),
    "AwsMarketplaceOffers": (1, lambda partner: arns("Offer", "offer", 2)),
    "AwsMarketplaceOfferSets": (1, lambda partner: arns("OfferSet", "offerset", 2)),
    "AwsMarketplaceSolutions": (10, lambda partner: arns("Solution", "soln", 11)),
    "AwsMarketplaceProducts": (10, lambda partner: arns("AmiProduct", "prod", 11)),
}


@pytest.mark.parametrize("kind", LIMITS)
def test_one_more_than_the_limit_is_refused(partner, opportunity, kind):
    limit, entities = LIMITS[kind]
    *within, beyond = entities(partner)
    assert len(within) == limit
    for identifier in within:
        partner.associate(opportunity, kind, identifier)
    response = partner.refused("ValidationException", partner.associate, opportunity, kind, beyond)
    assert response["Reason"] == "BUSINESS_VALIDATION_FAILED"
    assert [violation["Code"] for violation in response["ErrorList"]] == ["TOO_MANY_VALUES"]
    assert partner.related(opportunity)[kind] == within
    partner.disassociate(opportunity, kind, within[0])
    partner.associate(opportunity, kind, beyond)
    assert set(partner.related(opportunity)[kind]) == {*within[1:], beyond}


@pytest.mark.parametrize("first, second", [
    ("AwsMarketplaceOffers", "AwsMarketplaceOfferSets"), ("AwsMarketplaceOfferSets", "AwsMarketplaceOffers"),
])
def test_an_offer_or_an_offer_set_but_never_both(partner, opportunity, first, second):
    partner.associate(opportunity, first, RELATED[first])
    response = partner.refused("ValidationException", partner.associate, opportunity, second, RELATED[second])
    assert response["Reason"] == "BUSINESS_VALIDATION_FAILED"
    partner.disassociate(opportunity, first, RELATED[first])
    partner.associate(opportunity, second, RELATED[second])


@pytest.mark.parametrize("kind", RELATED)
def test_again_is_fine_and_changes_nothing(partner, opportunity, kind):
    partner.associate(opportunity, kind, RELATED[kind])
    before = partner.bytes_of(opportunity)
    partner.associate(opportunity, kind, RELATED[kind])
    assert partner.bytes_of(opportunity) == before


def test_moves_the_date_of_last_change_forward_every_time(partner, opportunity):
    dates = [partner.get(opportunity)["LastModifiedDate"]]
    for kind in ("Solutions", "AwsProducts", "AwsMarketplaceOffers"):
        partner.associate(opportunity, kind, RELATED[kind])
        dates.append(partner.get(opportunity)["LastModifiedDate"])
    assert dates == sorted(set(dates))


def test_keeps_the_order_of_association(partner, opportunity):
    for identifier in (SECOND_SOLUTION, SOLUTION):
        partner.associate(opportunity, "Solutions", identifier)
    assert partner.related(opportunity)["Solutions"] == [SECOND_SOLUTION, SOLUTION]


class TestSolutions:
    def test_an_inactive_one_is_refused(self, partner, opportunity):
        asked = opportunity, "Solutions", INACTIVE_SOLUTION
        response = partner.refused("ValidationException", partner.associate, *asked)
        assert response["Reason"] == "BUSINESS_VALIDATION_FAILED"
        assert [violation["FieldName"] for violation in response["ErrorList"]] == ["relatedEntityIdentifier"]

    def test_an_unknown_one_is_not_found(self, partner, opportunity):
        partner.refused("ResourceNotFoundException", partner.associate, opportunity, "Solutions", "S-9999999")

    def test_another_accounts_is_not_found(self, partner, other_partner, opportunity):
        [theirs] = solutions(other_partner, 1)
        partner.refused("ResourceNotFoundException", partner.associate, opportunity, "Solutions", theirs)

    def test_the_other_catalogs_is_not_found(self, partner):
        [in_sandbox] = solutions(partner, 1)
        opportunity = partner.create("AWS")
        partner.refused("ResourceNotFoundException", partner.associate, opportunity, "Solutions", in_sandbox, "AWS")


class TestProductsAndMarketplace:
    def refusal(self, partner, opportunity, kind, identifier):
        response = partner.refused("ValidationException", partner.associate, opportunity, kind, identifier)
        return violations(response)

    @pytest.mark.parametrize("identifier", ["AmazonTeleport", "amazonec2linux", "Amazon EC2 Linux"])
    def test_a_product_nobody_sells(self, partner, opportunity, identifier):
        found = self.refusal(partner, opportunity, "AwsProducts", identifier)
        assert found == {("relatedEntityIdentifier", "INVALID_VALUE")}

    @pytest.mark.parametrize("kind, identifier", [
        ("AwsMarketplaceOffers", "offer-5sxvfdrtmnzqe"),
        ("AwsMarketplaceOffers", OFFER_SET),
        ("AwsMarketplaceOffers", OFFER.replace("123456789012", "1234")),
        ("AwsMarketplaceOffers", OFFER.replace("aws-marketplace", "marketplace")),
        ("AwsMarketplaceOfferSets", OFFER),
        ("AwsMarketplaceOfferSets", "arn:aws:aws-marketplace"),
        ("AwsMarketplaceSolutions", MARKETPLACE_PRODUCT),
        ("AwsMarketplaceSolutions", SOLUTION),
        ("AwsMarketplaceProducts", MARKETPLACE_SOLUTION),
        ("AwsMarketplaceProducts", PRODUCT),
    ])
    def test_an_arn_of_the_wrong_form(self, partner, opportunity, kind, identifier):
        assert self.refusal(partner, opportunity, kind, identifier) == {("relatedEntityIdentifier", "INVALID_VALUE")}

    @pytest.mark.parametrize("product", ["SaaSProduct", "AmiProduct", "ContainerProduct"])
    def test_products_of_each_sort(self, partner, opportunity, product):
        arn = f"{MARKETPLACE}/{product}/prod-b6jzq3mfwx2ua"
        partner.associate(opportunity, "AwsMarketplaceProducts", arn)
        assert partner.related(opportunity)["AwsMarketplaceProducts"] == [arn]


class TestOpportunities:
    def test_an_unknown_one_is_not_found(self, partner):
        partner.refused("ResourceNotFoundException", partner.associate, "O999999999999999999", "Solutions", SOLUTION)

    def test_another_accounts_is_not_found(self, other_partner, opportunity):
        other_partner.refused("ResourceNotFoundException", other_partner.associate, opportunity, "Solutions", SOLUTION)

    def test_the_other_catalogs_is_not_found(self, partner, opportunity):
        partner.refused("ResourceNotFoundException", partner.associate, opportunity, "Solutions", SOLUTION, "AWS")

    def test_both_catalogs_work_alike(self, partner):
        opportunity = partner.create("AWS")
        partner.associate(opportunity, "Solutions", SOLUTION, "AWS")
        assert partner.related(opportunity, "AWS")["Solutions"] == [SOLUTION]
