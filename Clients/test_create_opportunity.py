"""CreateOpportunity, and GetOpportunity as its mirror."""

import json
import re

import pytest

from partner import RELATED, SANDBOX, at_once, full_opportunity, token, violations

CONFLICT = "Conflicting client token submitted for a new request body."


class TestDefaults:
    def test_what_nobody_said(self, partner, opportunity):
        read = partner.get(opportunity)
        assert read["LifeCycle"]["ReviewStatus"] == "Pending Submission"
        assert read["LifeCycle"]["Stage"] == "Prospect"
        assert read["OpportunityType"] == "Net New Business"
        assert read["NationalSecurity"] == "No"
        assert read["Marketing"]["Source"] == "None"

    @pytest.mark.parametrize("sent", ["Approved", "Submitted", "Rejected", "Pending Submission"])
    @pytest.mark.parametrize("catalog", ["AWS", SANDBOX])
    def test_the_review_status_is_pending_whatever_is_sent(self, partner, catalog, sent):
        opportunity = partner.create(catalog, LifeCycle={"ReviewStatus": sent})
        assert partner.get(opportunity, catalog)["LifeCycle"]["ReviewStatus"] == "Pending Submission"

    def test_an_account_without_contacts_has_an_empty_list_of_them(self, partner):
        opportunity = partner.create(Customer={"Account": {"CompanyName": "Acme Corp"}})
        assert partner.get(opportunity)["Customer"]["Contacts"] == []

    def test_the_alliance_lead_owns_it(self, partner, opportunity):
        titles = [member["BusinessTitle"] for member in partner.get(opportunity)["OpportunityTeam"]]
        assert titles == ["OpportunityOwner"]


class TestGetOpportunity:
    def test_always_has_what_the_model_requires(self, partner, opportunity):
        read = partner.get(opportunity)
        assert read["Catalog"] == SANDBOX
        assert read["Id"] == opportunity
        arn = f"arn:aws:partnercentral:us-east-1:{partner.account}:catalog/Sandbox/opportunity/{opportunity}"
        assert read["Arn"] == arn
        assert read["RelatedEntityIdentifiers"] == {kind: [] for kind in RELATED}

    def test_is_as_old_as_its_last_change(self, partner):
        created = partner.client.create_opportunity(Catalog=SANDBOX, ClientToken=token())
        read = partner.get(created["Id"])
        assert read["CreatedDate"] == read["LastModifiedDate"] == created["LastModifiedDate"]

    def test_gives_back_what_was_sent(self, partner):
        sent = full_opportunity()
        read = partner.get(partner.create(**sent))
        owner, *team = sorted(read.pop("OpportunityTeam"), key=lambda member: member["BusinessTitle"])
        assert owner["BusinessTitle"] == "OpportunityOwner"
        assert team == sent.pop("OpportunityTeam")
        read["LifeCycle"].pop("ReviewStatus")
        read["LifeCycle"].pop("NextStepsHistory", None)
        assert {name: read[name] for name in sent} == sent

    def test_has_neither_origin_nor_tags(self, partner):
        opportunity = partner.create(Origin="Partner Referral", Tags=[{"Key": "crm", "Value": "42"}])
        assert not {"Origin", "Tags"} & partner.get(opportunity).keys()

    def test_reads_the_same_twice(self, partner):
        opportunity = partner.create(**full_opportunity())
        assert partner.bytes_of(opportunity) == partner.bytes_of(opportunity)

    @pytest.mark.parametrize("identifier", ["O", "o1", "O12345678901234567890", "opportunity"])
    def test_an_identifier_of_the_wrong_form(self, partner, identifier):
        response = partner.refused("ValidationException", partner.get, identifier)
        assert violations(response) == {("identifier", "INVALID_STRING_FORMAT")}

    def test_what_the_caller_cannot_see_is_not_found(self, partner, other_partner, opportunity):
        partner.refused("ResourceNotFoundException", partner.get, "O999999999999999999")
        partner.refused("ResourceNotFoundException", partner.get, opportunity, "AWS")
        other_partner.refused("ResourceNotFoundException", other_partner.get, opportunity)


class TestIdentifiers:
    def test_each_is_its_own(self, partner):
        answers = at_once(20, lambda _: partner.send("CreateOpportunity", {"Catalog": SANDBOX, "ClientToken": token()}))
        identifiers = {answer.document["Id"] for answer in answers}
        assert len(identifiers) == 20
        assert all(re.fullmatch(r"O[0-9]{1,19}", identifier) for identifier in identifiers)

    def test_the_partners_own_identifier_is_given_back(self, partner):
        created = partner.client.create_opportunity(
            Catalog=SANDBOX, ClientToken=token(), PartnerOpportunityIdentifier="CRM-7")
        assert created["PartnerOpportunityIdentifier"] == "CRM-7"
        assert partner.get(created["Id"])["PartnerOpportunityIdentifier"] == "CRM-7"

    def test_tags_are_accepted(self, partner):
        partner.create(Tags=[{"Key": "crm", "Value": "42"}, {"Key": "größe", "Value": ""}])


class TestOrigin:
    def test_a_partner_cannot_refer_as_aws_in_production(self, partner):
        response = partner.refused("ValidationException", partner.create, "AWS", Origin="AWS Referral")
        assert {field for field, _ in violations(response)} == {"origin"}

    @pytest.mark.parametrize("catalog", ["AWS", SANDBOX])
    def test_a_partner_refers_as_partner_everywhere(self, partner, catalog):
        assert partner.create(catalog, Origin="Partner Referral")


class TestViolations:
    """Every violation is listed, each under the path of its field in lower camel case without indexes."""

    def of(self, partner, **members):
        members = {"Catalog": SANDBOX, "ClientToken": token()} | members
        answer = partner.send("CreateOpportunity", members)
        assert (answer.status, answer.code) == (400, "ValidationException")
        assert answer.document["Reason"] == "REQUEST_VALIDATION_FAILED"
        return violations(answer.document)

    def test_all_at_once(self, partner):
        found = self.of(
            partner,
            Catalog="Production",
            ClientToken="t" * 256,
            NationalSecurity="Maybe",
            Customer={
                "Account": {"Duns": "12", "Address": {"CountryCode": "Germany"}},
                "Contacts": [{"Email": "ada@naeherei.example"}, {"Email": "Ada"}],
            },
            Project={
                "CustomerBusinessProblem": "Too short",
                "DeliveryModels": ["SaaS or PaaS", "Carrier pigeon"],
                "ExpectedCustomerSpend": [{"Amount": "12,50", "CurrencyCode": "USD", "TargetCompany": "AWS"}],
            },
            LifeCycle={"Stage": "Closed Won", "TargetCloseDate": "2035-13-01"},
            Tags=[],
        )
        assert found == {
            ("catalog", "INVALID_ENUM_VALUE"),
            ("clientToken", "INVALID_STRING_FORMAT"),
            ("nationalSecurity", "INVALID_ENUM_VALUE"),
            ("customer.account.companyName", "REQUIRED_FIELD_MISSING"),
            ("customer.account.duns", "INVALID_STRING_FORMAT"),
            ("customer.account.address.countryCode", "INVALID_ENUM_VALUE"),
            ("customer.contacts.email", "INVALID_STRING_FORMAT"),
            ("project.customerBusinessProblem", "INVALID_STRING_FORMAT"),
            ("project.deliveryModels", "INVALID_ENUM_VALUE"),
            ("project.expectedCustomerSpend.amount", "INVALID_STRING_FORMAT"),
            ("project.expectedCustomerSpend.frequency", "REQUIRED_FIELD_MISSING"),
            ("lifeCycle.stage", "INVALID_ENUM_VALUE"),
            ("lifeCycle.targetCloseDate", "INVALID_STRING_FORMAT"),
            ("tags", "NOT_ENOUGH_VALUES"),
        }

    def test_nothing_but_what_is_required(self, partner):
        answer = partner.send("CreateOpportunity", {})
        assert violations(answer.document) == {
            ("catalog", "REQUIRED_FIELD_MISSING"), ("clientToken", "REQUIRED_FIELD_MISSING"),
        }

    def test_too_many(self, partner):
        tags = [{"Key": f"k{number}", "Value": "v"} for number in range(201)]
        assert self.of(partner, Tags=tags) == {("tags", "TOO_MANY_VALUES")}
        spend = {"Amount": "1", "CurrencyCode": "USD", "Frequency": "Monthly", "TargetCompany": "AWS"}
        found = self.of(partner, Project={"ExpectedCustomerSpend": [spend] * 11})
        assert found == {("project.expectedCustomerSpend", "TOO_MANY_VALUES")}

    def test_lengths_are_counted_in_characters(self, partner):
        partner.create(PartnerOpportunityIdentifier="🧵" * 64)
        found = self.of(partner, PartnerOpportunityIdentifier="🧵" * 65)
        assert found == {("partnerOpportunityIdentifier", "INVALID_STRING_FORMAT")}

    def test_an_amount_may_be_empty_and_a_list_of_spend_too(self, partner):
        spend = {"Amount": "", "CurrencyCode": "USD", "Frequency": "Monthly", "TargetCompany": "AWS"}
        partner.create(Project={"ExpectedCustomerSpend": [spend]})
        opportunity = partner.create(Project={"ExpectedCustomerSpend": []})
        assert partner.get(opportunity)["Project"]["ExpectedCustomerSpend"] == []


class TestIdempotency:
    """A client token stands for one request: the same again answers the same, another is a conflict."""

    BODY = {
        "Catalog": SANDBOX,
        "Customer": {"Account": {"CompanyName": "Acme Corp", "Industry": "Gaming"}},
        "LifeCycle": {"NextStepsHistory": [{"Value": "Call", "Time": "2030-01-01T00:00:00Z"}]},
    }

    def create(self, partner, body, key):
        return partner.send("CreateOpportunity", {"ClientToken": key} | body)

    def test_the_same_again_answers_the_same(self, partner):
        key = token()
        first, again = (self.create(partner, self.BODY, key) for _ in range(2))
        assert (first.status, again.status) == (200, 200)
        assert again.body == first.body

    def test_the_answer_is_the_first_one_even_after_changes(self, partner):
        key = token()
        first = self.create(partner, self.BODY, key)
        partner.associate(first.document["Id"], "Solutions", RELATED["Solutions"])
        assert self.create(partner, self.BODY, key).body == first.body

    @pytest.mark.parametrize("spelling", [
        pytest.param(lambda body: dict(reversed(body.items())), id="members in another order"),
        pytest.param(lambda body: body | {"Marketing": None, "Tags": None}, id="null for absent"),
        pytest.param(lambda body: body | {"PartnerId": "anything"}, id="a member nobody models"),
        pytest.param(lambda body: with_time(body, "2030-01-01T00:00:00.000000Z"), id="more digits in a timestamp"),
        pytest.param(lambda body: with_time(body, "2030-01-01T01:00:00+01:00"), id="a timestamp in another zone"),
        pytest.param(lambda body: with_time(body, 1893456000), id="a timestamp as a number"),
    ])
    def test_the_same_value_spelled_otherwise_answers_the_same(self, partner, spelling):
        key = token()
        first = self.create(partner, self.BODY, key)
        again = self.create(partner, spelling(self.BODY), key)
        assert (again.status, again.body) == (200, first.body)

    def test_white_space_and_escapes_do_not_matter(self, partner):
        members = {"ClientToken": token()} | self.BODY
        first = partner.send("CreateOpportunity", members)
        spaced = json.dumps(members, indent=4).replace("Acme", "\\u0041cme").encode()
        assert partner.send("CreateOpportunity", spaced).body == first.body

    @pytest.mark.parametrize("change", [
        {"NationalSecurity": "Yes"},
        {"Customer": {"Account": {"CompanyName": "Acme Corp"}}},
        {"LifeCycle": {}},
    ], ids=["one more member", "one member less", "an empty structure"])
    def test_another_body_is_a_conflict(self, partner, change):
        key = token()
        assert self.create(partner, self.BODY, key).status == 200
        answer = self.create(partner, self.BODY | change, key)
        assert (answer.status, answer.code, answer.document["Message"]) == (400, "ConflictException", CONFLICT)

    def test_a_refused_create_does_not_use_up_its_token(self, partner):
        key = token()
        for wrong in ({"NationalSecurity": "Maybe"}, {"Catalog": "AWS", "Origin": "AWS Referral"}):
            assert self.create(partner, self.BODY | wrong, key).code == "ValidationException"
        assert self.create(partner, self.BODY, key).status == 200
        assert self.create(partner, self.BODY | {"Catalog": "AWS"}, key).status == 200

    def test_accounts_and_catalogs_have_tokens_of_their_own(self, partner, other_partner):
        key = token()
        answers = [
            self.create(partner, self.BODY, key),
            self.create(partner, self.BODY | {"Catalog": "AWS"}, key),
            self.create(other_partner, self.BODY, key),
        ]
        assert len({answer.document["Id"] for answer in answers}) == 3

    def test_twenty_at_once_make_one_opportunity(self, partner):
        key = token()
        answers = at_once(20, lambda _: self.create(partner, self.BODY, key))
        assert {answer.status for answer in answers} == {200}
        assert len({answer.body for answer in answers}) == 1

    def test_of_twenty_different_ones_at_once_the_first_wins(self, partner):
        key = token()
        bodies = [self.BODY | {"PartnerOpportunityIdentifier": str(number % 2)} for number in range(20)]
        answers = at_once(20, lambda number: self.create(partner, bodies[number], key))
        won = [answer for answer in answers if answer.status == 200]
        assert len({answer.body for answer in won}) == 1 and len(won) == 10
        assert {answer.code for answer in answers if answer not in won} == {"ConflictException"}


def with_time(body, time):
    return body | {"LifeCycle": {"NextStepsHistory": [{"Value": "Call", "Time": time}]}}
