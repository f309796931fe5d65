"""ListSolutions: filters, order and pages."""

import pytest

from partner import SANDBOX, violations

BY_DEFAULT = ["S-7654321", "S-1234567", "S-1111111"]
SORTED_BY = {name: name for name in ("Name", "Status", "Category", "CreatedDate")} | {"Identifier": "Id"}


def listed(partner, **members):
    return partner.client.list_solutions(Catalog=SANDBOX, **members)["SolutionSummaries"]


def identifiers(partner, **members):
    return [solution["Id"] for solution in listed(partner, **members)]


@pytest.fixture
def many(partner):
    """Seven solutions of the partner's own beside the three that every account has."""
    categories = ["Software Product", "Consulting Service", "Managed Service"]
    for number in range(7):
        partner.server.admin(
            "PutSolution", AccountId=partner.account, Catalog=SANDBOX, Id=f"S-20{number:05d}",
            Name=f"Solution {6 - number}", Category=categories[number % 3], Status=["Active", "Draft"][number % 2],
        )
    return partner


def test_by_default_the_highest_identifier_comes_first(partner):
    assert identifiers(partner) == BY_DEFAULT


def test_every_summary_is_whole(partner):
    for solution in listed(partner):
        assert {"Catalog", "Id", "Arn", "Name", "Status", "Category", "CreatedDate"} <= solution.keys()
        assert solution["Catalog"] == SANDBOX


def test_accounts_have_solutions_of_their_own(many, other_partner):
    assert len(listed(many)) == 10
    assert identifiers(other_partner) == BY_DEFAULT


class TestFilters:
    def test_by_status(self, many):
        assert {solution["Status"] for solution in listed(many, Status=["Draft"])} == {"Draft"}
        assert len(listed(many, Status=["Draft", "Inactive"])) == 3 + 1
        assert len(listed(many, Status=["Active"])) == 4 + 2

    def test_by_identifier(self, partner):
        assert identifiers(partner, Identifier=["S-1234567", "S-9999999"]) == ["S-1234567"]

    def test_by_category(self, many):
        found = {solution["Id"]: solution["Category"] for solution in listed(many, Category=["Managed Service"])}
        assert set(found.values()) == {"Managed Service"}
        assert {"S-2000005", "S-2000002"} <= found.keys()

    def test_all_of_them_must_hold(self, many):
        assert identifiers(many, Identifier=["S-2000001", "S-2000002"], Status=["Draft"]) == ["S-2000001"]
        assert identifiers(many, Identifier=["S-2000001"], Status=["Inactive"]) == []

    def test_an_empty_filter_is_none(self, partner):
        assert identifiers(partner, Status=[], Identifier=[], Category=[]) == BY_DEFAULT

    @pytest.mark.parametrize("members, found", [
        ({"Status": ["active"]}, ("status", "INVALID_ENUM_VALUE")),
        ({"Identifier": ["1234567"]}, ("identifier", "INVALID_STRING_FORMAT")),
        ({"Identifier": ["S-1"] * 21}, ("identifier", "TOO_MANY_VALUES")),
        ({"Status": ["Active"] * 11}, ("status", "TOO_MANY_VALUES")),
        ({"MaxResults": 0}, ("maxResults", "VALUE_OUT_OF_RANGE")),
        ({"MaxResults": 101}, ("maxResults", "VALUE_OUT_OF_RANGE")),
        ({"Sort": {"SortBy": "Price", "SortOrder": "ASCENDING"}}, ("sort.sortBy", "INVALID_ENUM_VALUE")),
        ({"Sort": {"SortBy": "Name"}}, ("sort.sortOrder", "REQUIRED_FIELD_MISSING")),
    ], ids=str)
    def test_what_no_list_can_satisfy_is_refused(self, partner, members, found):
        response = partner.refused("ValidationException", partner.client.list_solutions, Catalog=SANDBOX, **members)
        assert violations(response) == {found}


class TestOrder:
    @pytest.mark.parametrize("sort_by", SORTED_BY)
    @pytest.mark.parametrize("order", ["ASCENDING", "DESCENDING"])
    def test_by_each_member_both_ways(self, many, sort_by, order):
        sort = {"SortBy": sort_by, "SortOrder": order}
        found = [solution[SORTED_BY[sort_by]] for solution in listed(many, Sort=sort)]
        assert len(found) == 10
        assert found == sorted(found, reverse=order == "DESCENDING")


class TestPages:
    @pytest.mark.parametrize("size", [1, 3, 10])
    @pytest.mark.parametrize("sort_by", SORTED_BY)
    def test_pages_joined_are_the_whole_list(self, many, size, sort_by):
        sort = {"SortBy": sort_by, "SortOrder": "ASCENDING"}
        pages = many.client.get_paginator("list_solutions").paginate(
            Catalog=SANDBOX, Sort=sort, PaginationConfig={"PageSize": size})
        pages = [page["SolutionSummaries"] for page in pages]
        assert all(len(page) <= size for page in pages)
        assert [solution for page in pages for solution in page] == listed(many, Sort=sort)

    def test_pages_of_one_in_the_default_order(self, partner):
        pages = partner.client.get_paginator("list_solutions").paginate(
            Catalog=SANDBOX, PaginationConfig={"PageSize": 1})
        assert [solution["Id"] for page in pages for solution in page["SolutionSummaries"]] == BY_DEFAULT

    def test_a_list_that_fits_has_no_token(self, partner):
        assert "NextToken" not in partner.client.list_solutions(Catalog=SANDBOX, MaxResults=100)


class TestTokens:
    @pytest.fixture
    def next_token(self, partner):
        return partner.client.list_solutions(Catalog=SANDBOX, MaxResults=1)["NextToken"]

    def refuse(self, partner, **members):
        members = {"Catalog": SANDBOX, "MaxResults": 1} | members
        response = partner.refused("ValidationException", partner.client.list_solutions, **members)
        assert {field for field, _ in violations(response)} == {"nextToken"}

    def test_one_that_was_tampered_with_is_refused(self, partner, next_token):
        middle = len(next_token) // 2
        other = "A" if next_token[middle] != "A" else "B"
        changed = next_token[:middle] + other + next_token[middle + 1:]
        for forged in (changed, next_token[:-4], next_token + "AAAA", "x"):
            self.refuse(partner, NextToken=forged)

    @pytest.mark.parametrize("query", [
        {"Status": ["Active"]},
        {"Sort": {"SortBy": "Name", "SortOrder": "ASCENDING"}},
        {"Catalog": "AWS"},
    ], ids=str)
    def test_one_of_another_query_is_refused(self, partner, next_token, query):
        self.refuse(partner, NextToken=next_token, **query)

    def test_one_of_another_account_is_refused(self, other_partner, next_token):
        self.refuse(other_partner, NextToken=next_token)

    def test_the_size_of_the_page_may_change_on_the_way(self, partner, next_token):
        rest = partner.client.list_solutions(Catalog=SANDBOX, MaxResults=2, NextToken=next_token)
        assert [solution["Id"] for solution in rest["SolutionSummaries"]] == BY_DEFAULT[1:]

    def test_one_can_be_used_twice(self, partner, next_token):
        first, again = (
            partner.client.list_solutions(Catalog=SANDBOX, MaxResults=1, NextToken=next_token)["SolutionSummaries"]
            for _ in range(2)
        )
        assert first == again
