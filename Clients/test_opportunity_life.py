"""The official flow of an opportunity with boto3, from a draft to its launch or its loss, each step's refusals shown."""

import datetime

import pytest

import signed
from partner import SANDBOX, SOLUTION, Partner, at_once, full_opportunity, token, violations

READ_ONLY = ("Arn", "CreatedDate", "OpportunityTeam", "RelatedEntityIdentifiers", "ResponseMetadata")
STAGES = ("Qualified", "Technical Validation", "Business Validation", "Committed", "Launched")


def draft(**changes):
    """All that a co-sell submission wants, at Prospect, but the solution."""
    members = full_opportunity()
    members["LifeCycle"]["Stage"] = "Prospect"
    return members | changes


def echo(opportunity):
    """GetOpportunity's answer as the input of UpdateOpportunity."""
    members = {name: value for name, value in opportunity.items() if name not in READ_ONLY}
    members["Identifier"] = members.pop("Id")
    return members


def update(partner, identifier, change=lambda members: None):
    members = echo(partner.get(identifier))
    change(members)
    return partner.client.update_opportunity(**members)


def refused_update(partner, identifier, change, error="ValidationException"):
    members = echo(partner.get(identifier))
    change(members)
    return partner.refused(error, partner.client.update_opportunity, **members)


def submit(partner, identifier, involvement="Co-Sell", **members):
    return partner.client.submit_opportunity(
        Catalog=SANDBOX, Identifier=identifier, InvolvementType=involvement, **members)


def review(partner, identifier, status, **words):
    """The partner plays AWS's reviewer, as AWS's testing page tells."""
    update(partner, identifier, lambda members: members["LifeCycle"].update(ReviewStatus=status, **words))


def status(partner, identifier):
    return partner.get(identifier)["LifeCycle"]["ReviewStatus"]


@pytest.fixture
def submitted(partner):
    identifier = partner.create(**draft())
    partner.associate(identifier, "Solutions", SOLUTION)
    submit(partner, identifier)
    return identifier


@pytest.fixture
def approved(partner, submitted):
    review(partner, submitted, "Approved")
    return submitted


def test_from_prospect_to_launched(partner):
    identifier = partner.create(**draft())
    refusal = partner.refused(
        "ValidationException", partner.client.submit_opportunity,
        Catalog=SANDBOX, Identifier=identifier, InvolvementType="Co-Sell")
    assert refusal["Reason"] == "BUSINESS_VALIDATION_FAILED"
    assert violations(refusal) == {("relatedEntityIdentifiers.solutions", "REQUIRED_FIELD_MISSING")}
    partner.associate(identifier, "Solutions", SOLUTION)
    update(partner, identifier, lambda members: members["Project"].update(Title="Pattern archive, two regions"))
    refusal = refused_update(partner, identifier, lambda members: members["LifeCycle"].update(Stage="Qualified"))
    assert violations(refusal) == {("lifeCycle.stage", "ACTION_NOT_PERMITTED")}

    assert partner.client.submit_opportunity(
        Catalog=SANDBOX, Identifier=identifier, InvolvementType="Co-Sell", Visibility="Full",
    )["ResponseMetadata"]["HTTPHeaders"]["content-length"] == "0"
    assert status(partner, identifier) == "Submitted"
    refusal = refused_update(partner, identifier, lambda members: members["Project"].update(Title="Another"))
    assert violations(refusal) == {("project.title", "ACTION_NOT_PERMITTED")}

    review(partner, identifier, "Action Required", ReviewComments="Which site?", ReviewStatusReason="Incomplete")
    assert partner.get(identifier)["LifeCycle"]["ReviewComments"] == "Which site?"
    refusal = refused_update(partner, identifier, lambda members: members["Project"].update(Title="Another"))
    assert violations(refusal) == {("project.title", "ACTION_NOT_PERMITTED")}
    update(partner, identifier,
           lambda members: members["Customer"]["Account"].update(WebsiteUrl="https://plant.naeherei.example"))
    assert status(partner, identifier) == "Submitted"

    review(partner, identifier, "Approved")
    refusal = refused_update(partner, identifier, lambda members: members["Project"].update(Title="Another"))
    assert violations(refusal) == {("project.title", "ACTION_NOT_PERMITTED")}
    for stage in STAGES:
        update(partner, identifier, lambda members: members["LifeCycle"].update(Stage=stage))
        assert partner.get(identifier)["LifeCycle"]["Stage"] == stage


def test_closed_lost_with_and_without_its_reason(partner, approved):
    refusal = refused_update(partner, approved, lambda members: members["LifeCycle"].update(Stage="Closed Lost"))
    assert violations(refusal) == {("lifeCycle.closedLostReason", "REQUIRED_FIELD_MISSING")}
    refusal = refused_update(partner, approved, lambda members: members["LifeCycle"].update(ClosedLostReason="Price"))
    assert violations(refusal) == {("lifeCycle.closedLostReason", "ACTION_NOT_PERMITTED")}
    update(partner, approved,
           lambda members: members["LifeCycle"].update(Stage="Closed Lost", ClosedLostReason="Price"))
    assert partner.get(approved)["LifeCycle"]["ClosedLostReason"] == "Price"


def test_a_second_submission_is_refused(partner, submitted):
    refusal = partner.refused(
        "ValidationException", partner.client.submit_opportunity,
        Catalog=SANDBOX, Identifier=submitted, InvolvementType="Co-Sell")
    assert refusal["Message"] == "Only Pending Submission or action required opportunities can be submitted"


def test_resubmission_by_submit_opportunity(partner, submitted):
    review(partner, submitted, "Action Required")
    submit(partner, submitted)
    assert status(partner, submitted) == "Submitted"


def test_for_visibility_only(partner):
    identifier = partner.create(**draft(PrimaryNeedsFromAws=[]))
    partner.associate(identifier, "Solutions", SOLUTION)
    before = partner.client.get_aws_opportunity_summary(Catalog=SANDBOX, RelatedOpportunityIdentifier=identifier)
    assert "InvolvementType" not in before and "Visibility" not in before
    submit(partner, identifier, "For Visibility Only", Visibility="Limited")
    assert partner.get(identifier)["PrimaryNeedsFromAws"] == ["Do Not Need Support from AWS Sales Rep"]
    summary = partner.client.get_aws_opportunity_summary(Catalog=SANDBOX, RelatedOpportunityIdentifier=identifier)
    assert (summary["InvolvementType"], summary["Visibility"]) == ("For Visibility Only", "Limited")
    assert summary["Origin"] == "Partner Referral" and "LifeCycle" in summary
    review(partner, identifier, "Approved")
    summary = partner.client.get_aws_opportunity_summary(Catalog=SANDBOX, RelatedOpportunityIdentifier=identifier)
    assert [member["BusinessTitle"] for member in summary["OpportunityTeam"]] == ["PDM"]


def test_everything_that_is_missing_is_told_at_once(partner, opportunity):
    refusal = partner.refused(
        "ValidationException", partner.client.submit_opportunity,
        Catalog=SANDBOX, Identifier=opportunity, InvolvementType="Co-Sell")
    missing = {field for field, code in violations(refusal) if code == "REQUIRED_FIELD_MISSING"}
    assert {"project.title", "customer.account.industry", "lifeCycle.targetCloseDate"} <= missing
    assert len(refusal["ErrorList"]) == len(missing) > 10
    assert str(len(missing)) in refusal["Message"]


def test_fifty_updates_with_one_lock(partner, opportunity):
    members = echo(partner.get(opportunity))
    conflict = partner.client.exceptions.ConflictException

    def attempt(number):
        try:
            partner.client.update_opportunity(**members | {"Project": {"Title": f"Title {number}"}})
            return "done"
        except conflict:
            return "conflict"

    results = at_once(50, attempt)
    assert results.count("done") == 1 and results.count("conflict") == 49


def test_a_lock_of_any_precision_down_to_the_millisecond(partner, opportunity):
    members = echo(partner.get(opportunity))
    date = members["LastModifiedDate"]
    later = partner.client.update_opportunity(**members)["LastModifiedDate"]
    assert later > date
    partner.client.update_opportunity(**members | {"LastModifiedDate": later + datetime.timedelta(microseconds=400)})


def test_path_style_answer_goes_back_whole(partner, approved):
    answer = partner.send(
        "GetOpportunity", {"Catalog": SANDBOX, "Identifier": approved}, binding=signed.path_style)
    assert answer.status == 200 and answer.document["SoftwareRevenue"] is not None
    document = answer.document
    document["Identifier"] = document.pop("Id")
    before = partner.get(approved)
    again = partner.send("UpdateOpportunity", document, binding=signed.path_style)
    assert again.status == 200, again.body
    after = partner.get(approved)
    assert after.pop("LastModifiedDate") > before.pop("LastModifiedDate")
    del before["ResponseMetadata"], after["ResponseMetadata"]
    assert before == after


def test_an_owner_is_assigned_by_email(partner, opportunity):
    partner.server.admin("PutUser", AccountId=partner.account, Email="grace@partner.example", FirstName="Grace",
                         LastName="Hopper")
    who = {"Email": "grace@partner.example", "FirstName": "G", "LastName": "H",
           "BusinessTitle": "PartnerAccountManager"}
    partner.client.assign_opportunity(Catalog=SANDBOX, Identifier=opportunity, Assignee=who)
    team = partner.get(opportunity)["OpportunityTeam"]
    assert [(member["BusinessTitle"], member["FirstName"]) for member in team] == [("OpportunityOwner", "Grace")]
    refusal = partner.refused(
        "ValidationException", partner.client.assign_opportunity, Catalog=SANDBOX, Identifier=opportunity,
        Assignee=who | {"Email": "nobody@partner.example"})
    assert refusal["ErrorList"][0]["Message"] == "User not found for Opportunity Owner email:nobody@partner.example"


def test_a_simulated_referral_is_hidden_until_it_is_accepted(partner):
    members = {"Catalog": SANDBOX, "ClientToken": token(), "Origin": "AWS Referral"} | draft()
    created = partner.client.create_opportunity(**members)
    partner.refused("ResourceNotFoundException", partner.client.get_opportunity,
                    Catalog=SANDBOX, Identifier=created["Id"])
    assert partner.client.create_opportunity(**members)["Id"] == created["Id"]


def test_sandbox_as_observed(serve):
    partner = Partner(serve("memory", "--sandbox", "observed"))
    yesterday = str(datetime.date.today() - datetime.timedelta(days=1))
    late = draft()
    late["LifeCycle"]["TargetCloseDate"] = yesterday
    refusal = partner.refused("ValidationException", partner.client.create_opportunity,
                              Catalog=SANDBOX, ClientToken=token(), **late)
    assert violations(refusal) == {("lifeCycle.targetCloseDate", "INVALID_VALUE")}
    partner.create("AWS", **late)
