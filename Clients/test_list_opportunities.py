"""ListOpportunities: filters, order, pages, and a walk while others write.

COSELL_LIST_ROWS is how many opportunities that walk goes through: 3,000 where it is not set, which is quick; 25,000 is
what it is meant for. They are made through the API.
"""

import itertools
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

import signed
from partner import PRODUCT, SANDBOX, SOLUTION, full_opportunity, relation, token, violations

LIST_ROWS = int(os.environ.get("COSELL_LIST_ROWS", "3000"))
STAGES = ["Prospect", "Qualified", "Technical Validation", "Committed"]
COMPANIES = ["Acme", "Beta Ltd", "Ünal", "acme"]


def listed(partner, **members):
    return partner.client.list_opportunities(Catalog=SANDBOX, **members)["OpportunitySummaries"]


def identifiers(partner, **members):
    return [summary["Id"] for summary in listed(partner, **members)]


def pages(partner, size, **members):
    """Every page's summaries, turned by boto3's paginator."""
    paginator = partner.client.get_paginator("list_opportunities")
    found = paginator.paginate(Catalog=SANDBOX, PaginationConfig={"PageSize": size}, **members)
    return [page["OpportunitySummaries"] for page in found]


def company(summary):
    return summary.get("Customer", {}).get("Account", {}).get("CompanyName")


def number(summary):
    return int(summary["Id"][1:])


SORTED_BY = {
    "LastModifiedDate": lambda summary: summary["LastModifiedDate"],
    "CreatedDate": lambda summary: summary["CreatedDate"],
    "Identifier": number,
    "TargetCloseDate": lambda summary: summary["LifeCycle"].get("TargetCloseDate", ""),
    # Whatever the case of its letters, and who has none first.
    "CustomerCompanyName": lambda summary: (company(summary) is not None, (company(summary) or "").lower()),
}


@pytest.fixture
def many(partner):
    """Twelve opportunities of some variety; every third has no customer, every fourth no date to close at."""
    for count in range(12):
        life_cycle = {"Stage": STAGES[count % 4]}
        if count % 4:
            life_cycle["TargetCloseDate"] = f"2035-0{1 + count % 5}-15"
        members = {"LifeCycle": life_cycle}
        if count % 3:
            members["Customer"] = {"Account": {"CompanyName": COMPANIES[count % len(COMPANIES)]}}
        partner.create(**members)
    return partner


def test_the_last_modified_comes_first(partner):
    first, second, third = (partner.create() for _ in range(3))
    assert identifiers(partner) == [third, second, first]
    partner.associate(first, "Solutions", SOLUTION)
    assert identifiers(partner) == [first, third, second]


def test_accounts_and_catalogs_have_opportunities_of_their_own(partner, other_partner):
    sandbox, production = partner.create(), partner.create(catalog="AWS")
    assert identifiers(partner) == [sandbox]
    found = partner.client.list_opportunities(Catalog="AWS")["OpportunitySummaries"]
    assert [summary["Id"] for summary in found] == [production]
    assert listed(other_partner) == []


def test_a_summary_is_a_part_of_the_opportunity(partner):
    opportunity = partner.create(**full_opportunity())
    [summary] = listed(partner)
    whole = partner.get(opportunity)
    members = {"Arn", "Catalog", "CreatedDate", "Id", "LastModifiedDate", "OpportunityType",
               "PartnerOpportunityIdentifier"}
    assert summary.keys() == members | {"Customer", "LifeCycle", "Project"}
    assert {name: summary[name] for name in members} == {name: whole[name] for name in members}
    account = whole["Customer"]["Account"]
    address = {name: account["Address"][name] for name in ("City", "CountryCode", "PostalCode", "StateOrRegion")}
    assert summary["Customer"] == {"Account": {
        "CompanyName": account["CompanyName"], "Industry": account["Industry"], "WebsiteUrl": account["WebsiteUrl"],
        "Address": address,
    }}
    assert summary["LifeCycle"] == {
        name: whole["LifeCycle"][name] for name in ("Stage", "ReviewStatus", "TargetCloseDate", "NextSteps")}
    assert summary["Project"] == {
        name: whole["Project"][name] for name in ("DeliveryModels", "ExpectedCustomerSpend")}


class TestFilters:
    def test_by_stage(self, many):
        found = listed(many, LifeCycleStage=["Qualified", "Committed"])
        assert len(found) == 6
        assert {summary["LifeCycle"]["Stage"] for summary in found} == {"Qualified", "Committed"}

    def test_by_review_status(self, many):
        assert len(listed(many, LifeCycleReviewStatus=["Pending Submission", "Approved"])) == 12
        assert listed(many, LifeCycleReviewStatus=["Approved"]) == []

    def test_by_identifier(self, many):
        some = identifiers(many)[3:6]
        assert identifiers(many, Identifier=[some[2], "O1", some[0], some[1], some[0]]) == some

    @pytest.mark.parametrize("name, found", [("ACME", 4), ("ünal", 2), ("beta ltd", 2), ("Acm", 0)])
    def test_by_company_whatever_the_case(self, many, name, found):
        summaries = listed(many, CustomerCompanyName=[name, "nobody"])
        assert len(summaries) == found
        assert all(company(summary).lower() == name.lower() for summary in summaries)

    def test_by_time_of_change_both_ends_within(self, many):
        times = sorted(summary["LastModifiedDate"] for summary in listed(many))
        after, before = times[2], times[8]
        bounds = {"AfterLastModifiedDate": after, "BeforeLastModifiedDate": before}
        found = [summary["LastModifiedDate"] for summary in listed(many, LastModifiedDate=bounds)]
        assert sorted(found) == [moment for moment in times if after <= moment <= before]
        too_late = times[-1] + timedelta(milliseconds=1)
        assert listed(many, LastModifiedDate={"AfterLastModifiedDate": too_late}) == []

    def test_by_time_of_creation_both_ends_within(self, many):
        times = sorted(summary["CreatedDate"] for summary in listed(many))
        found = listed(many, CreatedDate={"AfterCreatedDate": times[4], "BeforeCreatedDate": times[4]})
        assert {summary["CreatedDate"] for summary in found} == {times[4]}

    def test_by_date_to_close_at(self, many):
        bounds = {"AfterTargetCloseDate": "2035-02-15", "BeforeTargetCloseDate": "2035-03-15"}
        dates = {summary["LifeCycle"]["TargetCloseDate"] for summary in listed(many, TargetCloseDate=bounds)}
        assert dates == {"2035-02-15", "2035-03-15"}
        # Who has no such date has none before any date either.
        assert len(listed(many, TargetCloseDate={"BeforeTargetCloseDate": "9999-12-31"})) == 9

    def test_all_of_them_must_hold(self, many):
        both = listed(many, LifeCycleStage=["Qualified"], CustomerCompanyName=["Beta Ltd"])
        assert both and all(
            summary["LifeCycle"]["Stage"] == "Qualified" and company(summary) == "Beta Ltd" for summary in both)
        assert listed(many, LifeCycleStage=["Qualified"], LifeCycleReviewStatus=["Rejected"]) == []

    def test_an_empty_filter_is_none(self, many):
        assert len(listed(many, LifeCycleStage=[], Identifier=[], CustomerCompanyName=[], CreatedDate={})) == 12

    @pytest.mark.parametrize("members, found", [
        ({"LifeCycleStage": ["qualified"]}, ("lifeCycleStage", "INVALID_ENUM_VALUE")),
        ({"LifeCycleStage": ["Qualified"] * 11}, ("lifeCycleStage", "TOO_MANY_VALUES")),
        ({"LifeCycleReviewStatus": ["In Review"]}, ("lifeCycleReviewStatus", "INVALID_ENUM_VALUE")),
        ({"Identifier": ["1"]}, ("identifier", "INVALID_STRING_FORMAT")),
        ({"Identifier": ["O1"] * 21}, ("identifier", "TOO_MANY_VALUES")),
        ({"CustomerCompanyName": ["Acme"] * 11}, ("customerCompanyName", "TOO_MANY_VALUES")),
        ({"TargetCloseDate": {"AfterTargetCloseDate": "2035-13-01"}},
         ("targetCloseDate.afterTargetCloseDate", "INVALID_STRING_FORMAT")),
        ({"MaxResults": 0}, ("maxResults", "VALUE_OUT_OF_RANGE")),
        ({"MaxResults": 101}, ("maxResults", "VALUE_OUT_OF_RANGE")),
        ({"Sort": {"SortBy": "Title", "SortOrder": "ASCENDING"}}, ("sort.sortBy", "INVALID_ENUM_VALUE")),
        ({"Sort": {"SortBy": "Identifier"}}, ("sort.sortOrder", "REQUIRED_FIELD_MISSING")),
        ({"Catalog": None}, ("catalog", "REQUIRED_FIELD_MISSING")),
    ], ids=str)
    def test_what_no_list_can_satisfy_is_refused(self, partner, members, found):
        answer = partner.send("ListOpportunities", {"Catalog": SANDBOX} | members)
        assert answer.status == 400 and answer.code == "ValidationException", answer.body
        assert violations(answer.document) == {found}


class TestOrder:
    @pytest.mark.parametrize("sort_by", SORTED_BY)
    @pytest.mark.parametrize("order", ["ASCENDING", "DESCENDING"])
    def test_by_each_member_both_ways_ties_by_identifier(self, many, sort_by, order):
        found = listed(many, Sort={"SortBy": sort_by, "SortOrder": order})
        assert len(found) == 12
        key = SORTED_BY[sort_by]
        assert found == sorted(found, key=lambda summary: (key(summary), number(summary)),
                               reverse=order == "DESCENDING")


class TestPages:
    @pytest.mark.parametrize("size", [1, 5, 12])
    @pytest.mark.parametrize("sort_by", SORTED_BY)
    def test_pages_joined_are_the_whole_list(self, many, size, sort_by):
        sort = {"SortBy": sort_by, "SortOrder": "ASCENDING"}
        found = pages(many, size, Sort=sort)
        assert all(len(page) <= size for page in found)
        assert [summary for page in found for summary in page] == listed(many, Sort=sort)

    def test_a_list_that_fits_has_no_token(self, many):
        assert "NextToken" not in many.client.list_opportunities(Catalog=SANDBOX)
        assert "NextToken" not in many.client.list_opportunities(Catalog=SANDBOX, MaxResults=12)
        assert "NextToken" in many.client.list_opportunities(Catalog=SANDBOX, MaxResults=11)

    def test_the_path_style_binding_spells_out_that_there_is_none(self, many):
        answer = many.send("ListOpportunities", {"Catalog": SANDBOX}, binding=signed.path_style)
        assert answer.status == 200, answer.body
        assert answer.document["NextToken"] is None
        assert len(answer.document["OpportunitySummaries"]) == 12


class TestTokens:
    @pytest.fixture
    def next_token(self, many):
        return many.client.list_opportunities(Catalog=SANDBOX, MaxResults=2)["NextToken"]

    def refuse(self, partner, **members):
        members = {"Catalog": SANDBOX, "MaxResults": 2} | members
        response = partner.refused("ValidationException", partner.client.list_opportunities, **members)
        assert {field for field, _ in violations(response)} == {"nextToken"}

    def test_one_that_was_tampered_with_is_refused(self, many, next_token):
        middle = len(next_token) // 2
        other = "A" if next_token[middle] != "A" else "B"
        changed = next_token[:middle] + other + next_token[middle + 1:]
        for forged in (changed, next_token[:-4], next_token + "AAAA", "x"):
            self.refuse(many, NextToken=forged)

    @pytest.mark.parametrize("query", [
        {"LifeCycleStage": ["Qualified"]},
        {"Sort": {"SortBy": "Identifier", "SortOrder": "ASCENDING"}},
        {"Catalog": "AWS"},
    ], ids=str)
    def test_one_of_another_query_is_refused(self, many, next_token, query):
        self.refuse(many, NextToken=next_token, **query)

    def test_one_of_another_account_is_refused(self, other_partner, next_token):
        self.refuse(other_partner, NextToken=next_token)

    def test_one_of_another_operation_is_refused(self, many):
        theirs = many.client.list_solutions(Catalog=SANDBOX, MaxResults=1)["NextToken"]
        self.refuse(many, NextToken=theirs)

    def test_the_size_of_the_page_may_change_on_the_way(self, many, next_token):
        rest = listed(many, MaxResults=100, NextToken=next_token)
        assert rest == listed(many)[2:]


class TestWalkWhileOthersWrite:
    """What nobody touches is shown once, however much is made and changed meanwhile."""

    THREADS = 16

    def create_many(self, partner, count):
        """Opportunities made over as many connections as there are threads; their identifiers."""
        def share(first):
            line = signed.connect(partner.server.url)
            try:
                return [self.create_one(partner, line, place) for place in range(first, count, self.THREADS)]
            finally:
                line.close()

        with ThreadPoolExecutor(self.THREADS) as threads:
            return [identifier for found in threads.map(share, range(self.THREADS)) for identifier in found]

    @staticmethod
    def create_one(partner, line, place):
        members = {
            "Catalog": SANDBOX, "ClientToken": token(), "LifeCycle": {"Stage": STAGES[place % 4]},
            "Customer": {"Account": {"CompanyName": f"Company {place % 100}"}},
        }
        answer = partner.send("CreateOpportunity", members, connection=line)
        assert answer.status == 200, answer.body
        return answer.document["Id"]

    def test_nothing_is_lost_or_repeated(self, partner):
        untouched = self.create_many(partner, LIST_ROWS)
        moving = self.create_many(partner, 100)
        stop, written = threading.Event(), []

        def write():
            line = signed.connect(partner.server.url)
            try:
                for place in itertools.cycle(range(len(moving))):
                    if stop.is_set():
                        return
                    operation = ("AssociateOpportunity", "DisassociateOpportunity")[len(written) // len(moving) % 2]
                    members = relation(moving[place], "AwsProducts", PRODUCT)
                    answer = partner.send(operation, members, connection=line)
                    assert answer.status == 200, answer.body
                    written.append(self.create_one(partner, line, place))
            finally:
                line.close()

        with ThreadPoolExecutor(1) as threads:
            writing = threads.submit(write)
            try:
                walks = [
                    [summary["Id"] for page in pages(partner, 100, **members) for summary in page]
                    for members in (
                        {},
                        {"Sort": {"SortBy": "LastModifiedDate", "SortOrder": "ASCENDING"},
                         "CreatedDate": {"BeforeCreatedDate": partner.get(moving[-1])["CreatedDate"]}},
                        {"Sort": {"SortBy": "CustomerCompanyName", "SortOrder": "ASCENDING"}},
                    )
                ]
            finally:
                stop.set()
            writing.result(60)
        assert written, "nothing was written meanwhile"
        mine = set(untouched)
        for walk in walks:
            shown = [identifier for identifier in walk if identifier in mine]
            assert len(shown) == len(mine), "something was lost or repeated"
            assert set(shown) == mine
