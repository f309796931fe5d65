"""Tasks with boto3: a submission, AWS's referral, a lead, a multi-partner opportunity and prospecting, end to end."""

import re
import time

import pytest

from partner import SANDBOX, SOLUTION, Partner, at_once, token
from test_engagements import OPPORTUNITY_INVITATION, accept, create, engagement_of, invitation_of, invite, reject
from test_opportunity_life import draft, review, status, update

STEM = f"arn:aws:partnercentral:us-east-1::catalog/{SANDBOX}"


def submittable(partner, **changes):
    """An opportunity that has all that a submission wants."""
    identifier = partner.create(**draft(**changes))
    partner.associate(identifier, "Solutions", SOLUTION)
    return identifier


def submit(partner, opportunity, client_token=None, involvement="Co-Sell", **members):
    return partner.client.start_engagement_from_opportunity_task(
        Catalog=SANDBOX, ClientToken=client_token or token(), Identifier=opportunity,
        AwsSubmission={"InvolvementType": involvement, "Visibility": "Full"}, **members)


def accept_by_task(partner, invitation, client_token=None):
    return partner.client.start_engagement_by_accepting_invitation_task(
        Catalog=SANDBOX, ClientToken=client_token or token(), Identifier=invitation)


def convert(partner, engagement, context="1"):
    return partner.client.start_opportunity_from_engagement_task(
        Catalog=SANDBOX, ClientToken=token(), Identifier=engagement, ContextIdentifier=context)


def prospect(partner, engagements, client_token=None, name="Spring"):
    return partner.client.start_prospecting_from_engagement_task(
        Catalog=SANDBOX, ClientToken=client_token or token(), Identifiers=engagements, TaskName=name)


def received(partner):
    return partner.client.list_engagement_invitations(
        Catalog=SANDBOX, ParticipantType="RECEIVER")["EngagementInvitationSummaries"]


def refer(partner):
    """AWS refers an opportunity, as Sandbox simulates it: the opportunity's identifier and the invitation's."""
    opportunity = partner.client.create_opportunity(
        Catalog=SANDBOX, ClientToken=token(), Origin="AWS Referral", **draft())["Id"]
    return opportunity, received(partner)[0]["Id"]


def members_of(partner, engagement):
    listed = partner.client.list_engagement_members(Catalog=SANDBOX, Identifier=engagement, MaxResults=10)
    return [member["AccountId"] for member in listed["EngagementMemberList"]]


def without_metadata(answer):
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}


def test_a_submission_by_task(partner):
    opportunity = submittable(partner)
    answer = submit(partner, opportunity, Tags=[{"Key": "Team", "Value": "Docks"}])
    assert answer["TaskStatus"] == "COMPLETE"
    assert answer["OpportunityId"] == opportunity
    assert re.fullmatch(r"task-[0-9a-z]{13}", answer["TaskId"])
    assert answer["TaskArn"] == f"{STEM}/engagement-from-opportunity-task/{answer['TaskId']}"
    assert re.fullmatch(r"eng-[0-9a-z]{14}", answer["EngagementId"])
    assert re.fullmatch(r"engi-[0-9a-z]{13}", answer["EngagementInvitationId"])
    assert "Message" not in answer and "ReasonCode" not in answer
    assert status(partner, opportunity) == "Submitted"
    job = partner.client.get_resource_snapshot_job(
        Catalog=SANDBOX, ResourceSnapshotJobIdentifier=answer["ResourceSnapshotJobId"])
    assert job["Status"] == "Running" and job["ResourceId"] == opportunity
    tags = partner.client.list_tags_for_resource(ResourceArn=job["Arn"])["Tags"]
    assert tags == [{"Key": "Team", "Value": "Docks"}]

    review(partner, opportunity, "Approved")
    assert members_of(partner, answer["EngagementId"]) == [partner.account, "aws"]
    assert invitation_of(partner, answer["EngagementInvitationId"])["Status"] == "ACCEPTED"
    summary = partner.client.get_aws_opportunity_summary(Catalog=SANDBOX, RelatedOpportunityIdentifier=opportunity)
    assert summary["InvolvementType"] == "Co-Sell"
    shown = partner.client.get_resource_snapshot(
        Catalog=SANDBOX, EngagementIdentifier=answer["EngagementId"], ResourceType="Opportunity",
        ResourceIdentifier=opportunity, ResourceSnapshotTemplateIdentifier="AwsOpportunitySummaryFullView")
    assert shown["CreatedBy"] == "aws"


def test_a_rejected_submission_leaves_aws_out(partner):
    opportunity = submittable(partner)
    answer = submit(partner, opportunity)
    review(partner, opportunity, "Rejected")
    assert members_of(partner, answer["EngagementId"]) == [partner.account]
    assert invitation_of(partner, answer["EngagementInvitationId"])["Status"] == "REJECTED"


def test_a_task_that_fails_says_why_and_changes_nothing(partner):
    incomplete = draft()
    del incomplete["Project"]["SalesActivities"]
    opportunity = partner.create(**incomplete)
    partner.associate(opportunity, "Solutions", SOLUTION)
    before = partner.bytes_of(opportunity)
    answer = submit(partner, opportunity)
    assert answer["TaskStatus"] == "FAILED"
    assert answer["ReasonCode"] == "OpportunityValidationFailed"
    assert answer["Message"] == "OPPORTUNITY_VALIDATION_FAILED project.salesActivities is required"
    assert "EngagementId" not in answer and "ResourceSnapshotJobId" not in answer
    assert partner.bytes_of(opportunity) == before
    assert partner.client.list_engagements(Catalog=SANDBOX)["EngagementSummaryList"] == []


def test_the_same_call_polls_and_another_conflicts(partner):
    opportunity, once = submittable(partner), token()
    first = submit(partner, opportunity, once)
    assert without_metadata(submit(partner, opportunity, once)) == without_metadata(first)
    refusal = partner.refused("ConflictException", submit, partner, opportunity, once, "For Visibility Only")
    assert "Conflicting client token" in refusal["Message"]


def test_refusals(partner, other_partner):
    opportunity = submittable(partner)
    other_partner.refused("ResourceNotFoundException", submit, other_partner, opportunity)
    partner.refused("ResourceNotFoundException", submit, partner, "O1")
    engagement = create(partner)
    lead = invite(partner, other_partner, engagement)
    other_partner.refused("ValidationException", accept_by_task, other_partner, lead)
    partner.refused("ValidationException", accept_by_task, partner, lead)
    other_partner.refused("ResourceNotFoundException", convert, other_partner, engagement)


def test_a_referral(partner):
    opportunity, invitation = refer(partner)
    seen = invitation_of(partner, invitation)
    assert (seen["SenderAwsAccountId"], seen["SenderCompanyName"], seen["Status"]) == ("aws", "AWS", "PENDING")
    assert seen["ExistingMembers"] == [{"CompanyName": "AWS", "WebsiteUrl": "www.aws.com"}]
    for hidden in ("Mönckebergstraße", "20095", "ada@naeherei.example", "210987654321"):
        assert hidden not in str(seen)
    partner.refused("ResourceNotFoundException", partner.get, opportunity)

    answer = accept_by_task(partner, invitation)
    assert answer["TaskStatus"] == "COMPLETE" and answer["OpportunityId"] == opportunity
    assert answer["EngagementInvitationId"] == invitation and "EngagementId" not in answer
    accepted = partner.get(opportunity)
    assert accepted["LifeCycle"]["ReviewStatus"] == "Approved"
    assert accepted["Customer"]["Account"]["Address"]["PostalCode"] == "20095"
    assert accepted["CreatedDate"] == seen["InvitationDate"]
    summary = partner.client.get_aws_opportunity_summary(Catalog=SANDBOX, RelatedOpportunityIdentifier=opportunity)
    assert (summary["Origin"], summary["InvolvementType"], summary["Visibility"]) == ("AWS Referral", "Co-Sell", "Full")
    assert [member["BusinessTitle"] for member in summary["OpportunityTeam"]] == ["PDM"]
    partner.refused("ConflictException", accept_by_task, partner, invitation)


def test_a_rejected_referral_is_gone(partner):
    opportunity, invitation = refer(partner)
    reject(partner, invitation, RejectionReason="Unable to support")
    assert "Payload" not in invitation_of(partner, invitation)
    partner.refused("ResourceNotFoundException", partner.get, opportunity)
    partner.refused("ConflictException", accept_by_task, partner, invitation)


def test_a_lead_becomes_an_opportunity_and_is_submitted(partner, other_partner):
    engagement = create(partner)
    accept(other_partner, invite(partner, other_partner, engagement))
    answer = convert(other_partner, engagement)
    assert answer["TaskStatus"] == "COMPLETE" and answer["ContextId"] == "2"
    assert answer["EngagementId"] == engagement
    opportunity = answer["OpportunityId"]
    drafted = other_partner.get(opportunity)
    assert drafted["Project"]["Title"] == "Converted from Lead"
    assert drafted["Customer"]["Account"]["CompanyName"] == "Acme Corp"
    assert drafted["LifeCycle"]["ReviewStatus"] == "Pending Submission"
    assert [context["Type"] for context in engagement_of(partner, engagement)["Contexts"]] == ["Lead", "CustomerProject"]

    other_partner.associate(opportunity, "Solutions", SOLUTION)
    complete = draft()

    def fill(members):
        for name in ("Customer", "Project", "PrimaryNeedsFromAws", "Marketing"):
            members[name] = complete[name]
        members["LifeCycle"]["TargetCloseDate"] = complete["LifeCycle"]["TargetCloseDate"]

    update(other_partner, opportunity, fill)
    submitted = submit(other_partner, opportunity)
    assert submitted["TaskStatus"] == "COMPLETE", submitted.get("Message")
    assert submitted["EngagementId"] == engagement
    review(other_partner, opportunity, "Approved")
    assert members_of(partner, engagement) == [partner.account, other_partner.account, "aws"]


@pytest.mark.parametrize("context, reason", [
    ("7", "ContextNotFound"), ("2", "CustomerProjectContextNotPermitted"),
])
def test_what_is_no_lead_is_not_converted(partner, context, reason):
    engagement = create(partner)
    assert convert(partner, engagement)["ContextId"] == "2"
    answer = convert(partner, engagement, context)
    assert (answer["TaskStatus"], answer["ReasonCode"]) == ("FAILED", reason)


def test_partners_are_approved_together(partner, other_partner):
    opportunity = submittable(partner)
    engagement = submit(partner, opportunity)["EngagementId"]
    invitation = invite(partner, other_partner, engagement, OPPORTUNITY_INVITATION)
    answer = accept_by_task(other_partner, invitation)
    copy = answer["OpportunityId"]
    inherited = other_partner.get(copy)
    assert inherited["LifeCycle"]["ReviewStatus"] == "Submitted"
    assert inherited["Project"]["Title"] == "Docks"
    assert inherited["PrimaryNeedsFromAws"] == ["Do Not Need Support from AWS Sales Rep"]
    review(partner, opportunity, "Approved")
    assert status(other_partner, copy) == "Approved"
    assert members_of(other_partner, engagement) == [partner.account, other_partner.account, "aws"]


def test_one_invitation_is_accepted_once(partner, other_partner):
    engagement = submit(partner, submittable(partner))["EngagementId"]
    invitation = invite(partner, other_partner, engagement, OPPORTUNITY_INVITATION)

    def outcome(_):
        try:
            return accept_by_task(other_partner, invitation)["TaskStatus"]
        except other_partner.client.exceptions.ConflictException:
            return "conflict"

    assert sorted(at_once(4, outcome)) == ["COMPLETE", "conflict", "conflict", "conflict"]
    listed = other_partner.client.list_opportunities(Catalog=SANDBOX)["OpportunitySummaries"]
    assert len(listed) == 1


def test_lists(partner, other_partner):
    answers = [submit(partner, submittable(partner)) for _ in range(3)]
    tasks = [answer["TaskId"] for answer in answers]
    pages = partner.client.get_paginator("list_engagement_from_opportunity_tasks").paginate(
        Catalog=SANDBOX, Sort={"SortBy": "StartTime", "SortOrder": "ASCENDING"}, PaginationConfig={"PageSize": 2})
    assert sorted(task["TaskId"] for page in pages for task in page["TaskSummaries"]) == sorted(tasks)
    found = partner.client.list_engagement_from_opportunity_tasks(
        Catalog=SANDBOX, TaskIdentifier=[answers[1]["TaskArn"]], TaskStatus=["COMPLETE"])["TaskSummaries"]
    assert found == [without_metadata(answers[1])]
    by_opportunity = partner.client.list_engagement_from_opportunity_tasks(
        Catalog=SANDBOX, OpportunityIdentifier=[answers[2]["OpportunityId"]])["TaskSummaries"]
    assert [task["TaskId"] for task in by_opportunity] == [tasks[2]]
    foreign = other_partner.client.list_engagement_from_opportunity_tasks(Catalog=SANDBOX, TaskIdentifier=[tasks[0]])
    assert foreign["TaskSummaries"] == []


def test_prospecting(partner, other_partner):
    own, foreign = create(partner), create(other_partner)
    started = prospect(partner, [own, foreign])
    assert started["TaskStatus"] == "COMPLETED" and started["Identifiers"] == [own, foreign]
    assert re.fullmatch(r"task-[0-9a-z]{14}", started["TaskId"])
    task = partner.client.get_prospecting_from_engagement_task(Catalog=SANDBOX, TaskIdentifier=started["TaskId"])
    first, second = task["Engagements"]
    assert (first["Status"], second["Status"]) == ("COMPLETED", "FAILED")
    assert second["ReasonCode"] == "EngagementAccessDenied"
    context = engagement_of(partner, own)["Contexts"][-1]
    assert context["Type"] == "ProspectingResult" and context["Id"] == first["EngagementContextId"]
    assert context["Payload"]["ProspectingResult"]["Aws"]["TaskId"] == started["TaskId"]
    [summary] = partner.client.list_prospecting_from_engagement_tasks(
        Catalog=SANDBOX, TaskName=["Spring"])["TaskSummaries"]
    assert (summary["TotalEngagementCount"], summary["FailedEngagementCount"]) == (2, 1)
    other_partner.refused("ResourceNotFoundException", other_partner.client.get_prospecting_from_engagement_task,
                          Catalog=SANDBOX, TaskIdentifier=started["TaskId"])


def test_a_task_that_takes_time_survives_a_crash(serve, store):
    server = serve(store, "--task-delay", "PT0.2S")
    partner = Partner(server)
    opportunity, once = submittable(partner), token()
    started = submit(partner, opportunity, once)
    assert started["TaskStatus"] == "IN_PROGRESS" and "EngagementId" not in started
    time.sleep(0.5)
    server.kill()
    server.port = server.bound_port
    server.start()
    deadline = time.monotonic() + 30
    while (answer := submit(partner, opportunity, once))["TaskStatus"] == "IN_PROGRESS":
        assert time.monotonic() < deadline, answer
        time.sleep(0.2)
    assert answer["TaskStatus"] == "COMPLETE" and answer["TaskId"] == started["TaskId"]
    engagements = partner.client.list_engagements(Catalog=SANDBOX)["EngagementSummaryList"]
    assert [engagement["Id"] for engagement in engagements] == [answer["EngagementId"]]
    snapshots = partner.client.list_resource_snapshots(Catalog=SANDBOX, EngagementIdentifier=answer["EngagementId"])
    assert [snapshot["Revision"] for snapshot in snapshots["ResourceSnapshotSummaries"]] == [2]
