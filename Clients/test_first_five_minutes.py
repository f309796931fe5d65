"""What a newcomer does first, with boto3 and nothing set but the endpoint and the credentials test/test."""

import re

import pytest

from partner import (
    MARKETPLACE_PRODUCT, MARKETPLACE_SOLUTION, OFFER, OFFER_SET, PRODUCT, SANDBOX, SOLUTION, boto3_client, relation,
)
from signed import AWS_JSON, path_style, send

STORES = ("memory", "sqlite", "postgres")
NOTHING_RELATED = {
    "Solutions": [], "AwsProducts": [], "AwsMarketplaceOffers": [], "AwsMarketplaceOfferSets": [],
    "AwsMarketplaceSolutions": [], "AwsMarketplaceProducts": [],
}


@pytest.fixture
def client(server):
    return boto3_client(server.url)


@pytest.fixture
def opportunity(client):
    return client.create_opportunity(Catalog=SANDBOX)["Id"]


def related(client, opportunity):
    return client.get_opportunity(Catalog=SANDBOX, Identifier=opportunity)["RelatedEntityIdentifiers"]


def test_an_opportunity_is_created_and_read_back(client):
    created = client.create_opportunity(Catalog=SANDBOX, Customer={"Account": {"CompanyName": "Acme Corp"}})
    read = client.get_opportunity(Catalog=SANDBOX, Identifier=created["Id"])
    assert re.fullmatch(r"O[0-9]{1,19}", created["Id"])
    assert read["Customer"]["Account"]["CompanyName"] == "Acme Corp"
    assert read["LastModifiedDate"] == created["LastModifiedDate"]
    assert read["Arn"] == f"arn:aws:partnercentral:us-east-1:123456789012:catalog/Sandbox/opportunity/{created['Id']}"


@pytest.mark.parametrize("catalog", ["AWS", SANDBOX])
def test_every_account_has_three_solutions_in_each_catalog(client, catalog):
    solutions = client.list_solutions(Catalog=catalog)["SolutionSummaries"]
    assert {solution["Id"]: solution["Status"] for solution in solutions} == {
        "S-1234567": "Active", "S-7654321": "Active", "S-1111111": "Inactive",
    }
    assert {solution["Arn"] for solution in solutions} == {
        f"arn:aws:partnercentral:us-east-1:123456789012:catalog/{catalog}/solution/{solution['Id']}"
        for solution in solutions
    }


def test_a_new_opportunity_has_no_related_entities(client, opportunity):
    assert related(client, opportunity) == NOTHING_RELATED


def test_entities_of_every_kind_are_associated_read_back_and_disassociated(client, opportunity):
    entities = {
        "Solutions": SOLUTION, "AwsProducts": PRODUCT, "AwsMarketplaceOffers": OFFER,
        "AwsMarketplaceSolutions": MARKETPLACE_SOLUTION, "AwsMarketplaceProducts": MARKETPLACE_PRODUCT,
    }
    for kind, identifier in entities.items():
        client.associate_opportunity(**relation(opportunity, kind, identifier))
    expected = NOTHING_RELATED | {kind: [identifier] for kind, identifier in entities.items()}
    assert related(client, opportunity) == expected
    for kind, identifier in entities.items():
        client.disassociate_opportunity(**relation(opportunity, kind, identifier))
        expected = expected | {kind: []}
        assert related(client, opportunity) == expected


def test_an_offer_set_takes_the_place_that_an_offer_has_left(client, opportunity):
    client.associate_opportunity(**relation(opportunity, "AwsMarketplaceOffers", OFFER))
    client.disassociate_opportunity(**relation(opportunity, "AwsMarketplaceOffers", OFFER))
    client.associate_opportunity(**relation(opportunity, "AwsMarketplaceOfferSets", OFFER_SET))
    assert related(client, opportunity) == NOTHING_RELATED | {"AwsMarketplaceOfferSets": [OFFER_SET]}
    client.disassociate_opportunity(**relation(opportunity, "AwsMarketplaceOfferSets", OFFER_SET))
    assert related(client, opportunity) == NOTHING_RELATED


def test_disassociate_answers_200_and_an_empty_body(server, client, opportunity):
    client.associate_opportunity(**relation(opportunity, "Solutions", SOLUTION))
    answer = send(server.url, "DisassociateOpportunity", relation(opportunity, "Solutions", SOLUTION))
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["Content-Length"] == "0"
    assert answer.headers["Content-Type"] == AWS_JSON
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", answer.headers["x-amzn-RequestId"])
    assert answer.headers["Date"].endswith(" GMT")


def test_the_path_style_binding_answers_the_same_as_plain_json(server, client, opportunity):
    client.associate_opportunity(**relation(opportunity, "Solutions", SOLUTION))
    members = relation(opportunity, "Solutions", SOLUTION)
    answer = send(server.url, "DisassociateOpportunity", members, binding=path_style)
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["Content-Length"] == "0"
    assert answer.headers["Content-Type"] == "application/json"
    assert related(client, opportunity) == NOTHING_RELATED
