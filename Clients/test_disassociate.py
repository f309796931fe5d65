"""DisassociateOpportunity: takes away exactly what is there, once."""

from collections import Counter

import pytest

from partner import OFFER, PRODUCT, RELATED, SECOND_SOLUTION, SOLUTION, at_once, relation, violations

UNKNOWN = "O999999999999999999"


@pytest.fixture
def associated(partner, opportunity):
    """The opportunity, with one solution."""
    partner.associate(opportunity, "Solutions", SOLUTION)
    return opportunity


@pytest.mark.parametrize("kind", RELATED)
def test_takes_away_an_entity_of_each_kind(partner, opportunity, kind):
    partner.associate(opportunity, kind, RELATED[kind])
    assert partner.related(opportunity)[kind] == [RELATED[kind]]
    partner.disassociate(opportunity, kind, RELATED[kind])
    assert partner.related(opportunity)[kind] == []


def test_leaves_the_others(partner, associated):
    partner.associate(associated, "Solutions", SECOND_SOLUTION)
    partner.associate(associated, "AwsProducts", PRODUCT)
    partner.disassociate(associated, "Solutions", SOLUTION)
    related = partner.related(associated)
    assert (related["Solutions"], related["AwsProducts"]) == ([SECOND_SOLUTION], [PRODUCT])


def test_moves_the_date_of_last_change_and_nothing_else(partner, associated):
    before = partner.get(associated)
    partner.disassociate(associated, "Solutions", SOLUTION)
    after = partner.get(associated)
    assert after["LastModifiedDate"] > before["LastModifiedDate"]
    for changed in ("LastModifiedDate", "RelatedEntityIdentifiers", "ResponseMetadata"):
        del before[changed], after[changed]
    assert after == before


def test_the_documented_order_of_a_replacement(partner, associated):
    partner.associate(associated, "Solutions", SECOND_SOLUTION)
    partner.disassociate(associated, "Solutions", SOLUTION)
    assert partner.related(associated)["Solutions"] == [SECOND_SOLUTION]


def test_may_take_the_last_solution_before_submission(partner, associated):
    partner.disassociate(associated, "Solutions", SOLUTION)
    assert partner.related(associated)["Solutions"] == []


def test_what_is_taken_away_can_be_given_back(partner, associated):
    for _ in range(3):
        partner.disassociate(associated, "Solutions", SOLUTION)
        partner.associate(associated, "Solutions", SOLUTION)
    assert partner.related(associated)["Solutions"] == [SOLUTION]


class TestNotFound:
    """What does not exist and what the caller cannot see are answered alike."""

    def test_an_unknown_opportunity(self, partner):
        partner.refused("ResourceNotFoundException", partner.disassociate, UNKNOWN, "Solutions", SOLUTION)

    def test_another_accounts_opportunity(self, other_partner, associated):
        asked = associated, "Solutions", SOLUTION
        other_partner.refused("ResourceNotFoundException", other_partner.disassociate, *asked)

    def test_the_other_catalogs_opportunity(self, partner, associated):
        partner.refused("ResourceNotFoundException", partner.disassociate, associated, "Solutions", SOLUTION, "AWS")

    @pytest.mark.parametrize("kind", RELATED)
    def test_an_entity_that_is_not_associated(self, partner, opportunity, kind):
        partner.refused("ResourceNotFoundException", partner.disassociate, opportunity, kind, RELATED[kind])

    def test_an_entity_associated_as_another_kind(self, partner, associated):
        partner.refused("ResourceNotFoundException", partner.disassociate, associated, "AwsProducts", SOLUTION)

    def test_the_second_time(self, partner, associated):
        partner.disassociate(associated, "Solutions", SOLUTION)
        partner.refused("ResourceNotFoundException", partner.disassociate, associated, "Solutions", SOLUTION)

    def test_another_spelling_of_the_entity(self, partner, associated):
        partner.refused("ResourceNotFoundException", partner.disassociate, associated, "Solutions", SOLUTION.lower())


class TestForm:
    """Every member is checked before anything is looked up, and all that is wrong is said at once."""

    def violations_of(self, partner, **changes):
        members = relation(UNKNOWN, "Solutions", SOLUTION) | changes
        response = partner.refused("ValidationException", partner.client.disassociate_opportunity, **members)
        assert response["Reason"] == "REQUEST_VALIDATION_FAILED"
        return violations(response)

    @pytest.mark.parametrize("kind", ["Solution", "solutions", "AwsMarketplace", "", " Solutions"])
    def test_a_kind_that_does_not_exist(self, partner, kind):
        assert self.violations_of(partner, RelatedEntityType=kind) == {("relatedEntityType", "INVALID_ENUM_VALUE")}

    @pytest.mark.parametrize("catalog", ["aws", "SANDBOX", "Production"])
    def test_a_catalog_that_does_not_exist(self, partner, catalog):
        assert self.violations_of(partner, Catalog=catalog) == {("catalog", "INVALID_ENUM_VALUE")}

    @pytest.mark.parametrize("identifier", ["", "O", "o1", "O12345678901234567890", "O1x", "O1\n", "123"])
    def test_an_opportunity_identifier_of_the_wrong_form(self, partner, identifier):
        found = self.violations_of(partner, OpportunityIdentifier=identifier)
        assert found == {("opportunityIdentifier", "INVALID_STRING_FORMAT")}

    @pytest.mark.parametrize("identifier", ["", "é" * 256])
    def test_an_entity_identifier_that_is_empty_or_too_long(self, partner, identifier):
        found = self.violations_of(partner, RelatedEntityIdentifier=identifier)
        assert found == {("relatedEntityIdentifier", "INVALID_STRING_FORMAT")}

    def test_lengths_are_counted_in_characters(self, partner, opportunity):
        partner.refused("ResourceNotFoundException", partner.disassociate, opportunity, "AwsProducts", "é" * 255)

    def test_all_at_once(self, partner):
        response = partner.refused("ValidationException", partner.client.disassociate_opportunity,
                           OpportunityIdentifier="X", RelatedEntityIdentifier="", RelatedEntityType="Sandwiches")
        assert violations(response) == {
            ("catalog", "REQUIRED_FIELD_MISSING"),
            ("opportunityIdentifier", "INVALID_STRING_FORMAT"),
            ("relatedEntityIdentifier", "INVALID_STRING_FORMAT"),
            ("relatedEntityType", "INVALID_ENUM_VALUE"),
        }

    def test_null_is_as_good_as_absent(self, partner):
        answer = partner.send("DisassociateOpportunity", relation(UNKNOWN, "Solutions", SOLUTION, catalog=None))
        assert violations(answer.document) == {("catalog", "REQUIRED_FIELD_MISSING")}


def test_of_fifty_at_once_one_takes_it_away(partner, associated):
    members = relation(associated, "Solutions", SOLUTION)
    answers = at_once(50, lambda _: partner.send("DisassociateOpportunity", members))
    assert Counter((answer.status, answer.code) for answer in answers) == {
        (200, None): 1, (400, "ResourceNotFoundException"): 49,
    }
    assert partner.related(associated)["Solutions"] == []


def test_fifty_at_once_on_fifty_opportunities_do_not_disturb_each_other(partner):
    opportunities = [partner.create() for _ in range(50)]
    for opportunity in opportunities:
        partner.associate(opportunity, "AwsMarketplaceOffers", OFFER)
    answers = at_once(50, lambda number: partner.send(
        "DisassociateOpportunity", relation(opportunities[number], "AwsMarketplaceOffers", OFFER)))
    assert [answer.status for answer in answers] == [200] * 50
    assert all(partner.related(opportunity)["AwsMarketplaceOffers"] == [] for opportunity in opportunities)
