"""A request that is refused leaves the opportunity as it was, to the byte."""

import pytest

from partner import (
    INACTIVE_SOLUTION, MARKETPLACE, OFFER, OFFER_SET, PRODUCT, SANDBOX, SECOND_SOLUTION, SOLUTION, relation,
)
from signed import Signature

ASSOCIATE, DISASSOCIATE = "AssociateOpportunity", "DisassociateOpportunity"
REFUSALS = [
    (DISASSOCIATE, "Solutions", SECOND_SOLUTION, "ResourceNotFoundException"),
    (DISASSOCIATE, "Solutions", "S-9999999", "ResourceNotFoundException"),
    (DISASSOCIATE, "AwsProducts", SOLUTION, "ResourceNotFoundException"),
    (DISASSOCIATE, "AwsMarketplaceOfferSets", OFFER_SET, "ResourceNotFoundException"),
    (DISASSOCIATE, "Solution", SOLUTION, "ValidationException"),
    (DISASSOCIATE, "Solutions", "", "ValidationException"),
    (DISASSOCIATE, "Solutions", "S" * 256, "ValidationException"),
    (DISASSOCIATE, "Solutions", None, "ValidationException"),
    (DISASSOCIATE, "Solutions", [SOLUTION], "SerializationException"),
    (ASSOCIATE, "Solutions", INACTIVE_SOLUTION, "ValidationException"),
    (ASSOCIATE, "Solutions", "S-9999999", "ResourceNotFoundException"),
    (ASSOCIATE, "AwsProducts", "AmazonTeleport", "ValidationException"),
    (ASSOCIATE, "AwsMarketplaceOffers", OFFER + "-2", "ValidationException"),
    (ASSOCIATE, "AwsMarketplaceOfferSets", OFFER_SET, "ValidationException"),
    (ASSOCIATE, "AwsMarketplaceSolutions", MARKETPLACE, "ValidationException"),
    (ASSOCIATE, "Sandwiches", SOLUTION, "ValidationException"),
]


@pytest.fixture
def opportunity(partner):
    """An opportunity with a solution, a product and an offer."""
    opportunity = partner.create(Customer={"Account": {"CompanyName": "Acme Corp"}})
    for kind, identifier in (("Solutions", SOLUTION), ("AwsProducts", PRODUCT), ("AwsMarketplaceOffers", OFFER)):
        partner.associate(opportunity, kind, identifier)
    return opportunity


def refusal_name(refusal):
    operation, kind, identifier, code = refusal
    shown = str(identifier).rpartition("/")[2][:24]
    return f"{operation.removesuffix('Opportunity')}-{kind}-{shown}-{code.removesuffix('Exception')}"


@pytest.mark.parametrize("refusal", REFUSALS, ids=refusal_name)
def test_a_refusal_for_what_was_asked(partner, opportunity, refusal):
    operation, kind, identifier, code = refusal
    before = partner.bytes_of(opportunity)
    answer = partner.send(operation, relation(opportunity, kind, identifier))
    assert (answer.status, answer.code) == (400, code)
    assert partner.bytes_of(opportunity) == before


@pytest.mark.parametrize("operation", [ASSOCIATE, DISASSOCIATE])
@pytest.mark.parametrize("catalog", ["AWS", "aws", "Elsewhere", None])
def test_a_refusal_for_the_catalog(partner, opportunity, operation, catalog):
    before = partner.bytes_of(opportunity)
    assert partner.send(operation, relation(opportunity, "Solutions", SOLUTION, catalog)).status == 400
    assert partner.bytes_of(opportunity) == before


def test_a_refusal_for_who_asks(partner, other_partner, opportunity):
    before = partner.bytes_of(opportunity)
    answer = other_partner.send(DISASSOCIATE, relation(opportunity, "Solutions", SOLUTION))
    assert (answer.status, answer.code) == (400, "ResourceNotFoundException")
    assert partner.bytes_of(opportunity) == before


def test_a_refusal_for_the_signature(partner, opportunity):
    before = partner.bytes_of(opportunity)
    for signature in (Signature("test", "tset"), Signature(partner.account, region="eu-west-1")):
        answer = partner.send(DISASSOCIATE, relation(opportunity, "Solutions", SOLUTION), signature=signature)
        assert (answer.status, answer.code) == (400, "InvalidSignatureException")
    assert partner.bytes_of(opportunity) == before


def test_a_refusal_that_was_injected(server, partner, opportunity):
    before = partner.bytes_of(opportunity)
    for code in ("AccessDeniedException", "InternalServerException", "ThrottlingException"):
        server.admin("PutFault", Name="f", Operation=DISASSOCIATE, Kind="error", ErrorCode=code, Times=1)
        assert partner.send(DISASSOCIATE, relation(opportunity, "Solutions", SOLUTION)).code == code
        assert partner.bytes_of(opportunity) == before


def test_a_conflicting_token_leaves_the_first_opportunity_alone(partner):
    members = {"Catalog": SANDBOX, "ClientToken": "t-1"}
    opportunity = partner.send("CreateOpportunity", members).document["Id"]
    before = partner.bytes_of(opportunity)
    assert partner.send("CreateOpportunity", members | {"NationalSecurity": "Yes"}).code == "ConflictException"
    assert partner.bytes_of(opportunity) == before
