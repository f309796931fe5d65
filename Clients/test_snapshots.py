"""Resource snapshots: what members of an engagement see of an opportunity, and the jobs that keep it up to date."""

import pytest

from partner import OFFER, PRODUCT, SANDBOX, SECOND_SOLUTION, SOLUTION, at_once, full_opportunity, token, violations
from test_engagements import LEAD, PROJECT, accept, create, engagement_of, invite

TEMPLATE, FULL_VIEW = "OpportunitySummaryView", "AwsOpportunitySummaryFullView"
VIEWED = {
    "Project": {
        "CustomerUseCase", "DeliveryModels", "ExpectedContractDuration", "ExpectedCustomerSpend",
        "OtherSolutionDescription", "SalesActivities",
    },
    "LifeCycle": {"NextSteps", "ReviewStatus", "Stage", "TargetCloseDate"},
}


def subject(opportunity, engagement, template=TEMPLATE, catalog=SANDBOX):
    """The members that name what is shown, where and how."""
    return {
        "Catalog": catalog, "EngagementIdentifier": engagement, "ResourceType": "Opportunity",
        "ResourceIdentifier": opportunity, "ResourceSnapshotTemplateIdentifier": template,
    }


def take(partner, opportunity, engagement):
    return partner.client.create_resource_snapshot(ClientToken=token(), **subject(opportunity, engagement))


def shown(partner, opportunity, engagement, **members):
    answer = partner.client.get_resource_snapshot(**subject(opportunity, engagement), **members)
    answer.pop("ResponseMetadata")
    return answer


def create_job(partner, opportunity, engagement, **members):
    return partner.client.create_resource_snapshot_job(
        ClientToken=token(), **subject(opportunity, engagement), **members)["Id"]


def named(job, catalog=SANDBOX):
    return {"Catalog": catalog, "ResourceSnapshotJobIdentifier": job}


def job_of(partner, job):
    return partner.client.get_resource_snapshot_job(**named(job))


def start(partner, job):
    return partner.client.start_resource_snapshot_job(**named(job))


def stop(partner, job):
    return partner.client.stop_resource_snapshot_job(**named(job))


def revision(partner, opportunity, engagement):
    """The last revision's number; 0 where there is none."""
    listed = partner.client.list_resource_snapshots(
        Catalog=SANDBOX, EngagementIdentifier=engagement, ResourceIdentifier=opportunity)["ResourceSnapshotSummaries"]
    return listed[0]["Revision"] if listed else 0


@pytest.fixture
def engagement(partner, other_partner):
    """An engagement about a project, with another partner in it."""
    engagement = create(partner, PROJECT)
    accept(other_partner, invite(partner, other_partner, engagement))
    return engagement


def test_a_member_sees_the_view_and_no_more(partner, other_partner, engagement):
    opportunity = partner.create(**full_opportunity())
    partner.associate(opportunity, "Solutions", SOLUTION)
    taken = take(partner, opportunity, engagement)
    assert taken["Revision"] == 1
    assert taken["Arn"] == (
        f"arn:aws:partnercentral:us-east-1::catalog/{SANDBOX}/engagement/{engagement}"
        f"/resource/Opportunity/{opportunity}/template/{TEMPLATE}/snapshot/1")
    snapshot = shown(other_partner, opportunity, engagement)
    assert snapshot == shown(partner, opportunity, engagement)
    assert snapshot["CreatedBy"] == partner.account
    assert snapshot["TargetMemberAccounts"] == [partner.account, other_partner.account]
    whole = partner.get(opportunity)
    view = snapshot["Payload"]["OpportunitySummary"]
    for member in ("Customer", "OpportunityTeam", "OpportunityType", "PrimaryNeedsFromAws", "RelatedEntityIdentifiers"):
        assert view.pop(member) == whole[member]
    for member, name in (("Project", "Project"), ("LifeCycle", "Lifecycle")):
        part = {key: value for key, value in whole[member].items() if key in VIEWED[member]}
        assert view.pop(name) == part
    assert view == {}


def test_a_snapshot_stays_as_it_was_taken(partner, opportunity, engagement):
    take(partner, opportunity, engagement)
    first = shown(partner, opportunity, engagement)
    partner.associate(opportunity, "Solutions", SOLUTION)
    assert take(partner, opportunity, engagement)["Revision"] == 2
    assert take(partner, opportunity, engagement)["Revision"] == 3
    assert shown(partner, opportunity, engagement, Revision=1) == first
    second, third = (shown(partner, opportunity, engagement, **last) for last in ({"Revision": 2}, {}))
    assert second["Payload"] == third["Payload"] != first["Payload"]
    partner.refused("ResourceNotFoundException", shown, partner, opportunity, engagement, Revision=4)


def test_a_token_takes_one_snapshot(partner, opportunity, engagement):
    members = subject(opportunity, engagement) | {"ClientToken": token()}
    first = partner.client.create_resource_snapshot(**members)
    again = partner.client.create_resource_snapshot(**members)
    assert (again["Arn"], again["Revision"]) == (first["Arn"], first["Revision"])
    assert revision(partner, opportunity, engagement) == 1
    other = members | {"ResourceIdentifier": partner.create()}
    partner.refused("ConflictException", partner.client.create_resource_snapshot, **other)


def test_snapshots_taken_at_once_are_revisions_of_their_own(partner, opportunity, engagement):
    taken = at_once(8, lambda _: take(partner, opportunity, engagement)["Revision"])
    assert sorted(taken) == list(range(1, 9))


def test_the_first_snapshot_adds_a_project_to_a_lead(partner):
    engagement = create(partner, LEAD)
    opportunity = partner.create(**full_opportunity())
    before = engagement_of(partner, engagement)
    for _ in range(2):
        take(partner, opportunity, engagement)
    after = engagement_of(partner, engagement)
    assert [context["Type"] for context in after["Contexts"]] == ["Lead", "CustomerProject"]
    assert after["ModifiedAt"] > before["ModifiedAt"]
    details = full_opportunity()
    context = after["Contexts"][1]
    assert context["Id"] == "2"
    assert context["Payload"]["CustomerProject"]["Project"] == {
        "Title": details["Project"]["Title"], "BusinessProblem": details["Project"]["CustomerBusinessProblem"],
        "TargetCompletionDate": details["LifeCycle"]["TargetCloseDate"],
    }
    assert context["Payload"]["CustomerProject"]["Customer"]["CompanyName"] == (
        details["Customer"]["Account"]["CompanyName"])


class TestRefusals:
    @pytest.mark.parametrize("template, code", [
        ("Opportunity", "INVALID_VALUE"), ("opportunitysummaryview", "INVALID_VALUE"),
        (FULL_VIEW, "ACTION_NOT_PERMITTED"), ("no template", "INVALID_STRING_FORMAT"),
    ])
    def test_a_template_that_is_none_of_the_partners(self, partner, opportunity, engagement, template, code):
        members = subject(opportunity, engagement, template)
        for call in (partner.client.create_resource_snapshot, partner.client.create_resource_snapshot_job):
            response = partner.refused("ValidationException", call, ClientToken=token(), **members)
            assert violations(response) == {("resourceSnapshotTemplateIdentifier", code)}
        assert revision(partner, opportunity, engagement) == 0

    def test_an_opportunity_of_another_member(self, partner, other_partner, opportunity, engagement):
        other_partner.refused("ResourceNotFoundException", take, other_partner, opportunity, engagement)
        other_partner.refused("ResourceNotFoundException", create_job, other_partner, opportunity, engagement)

    def test_an_engagement_of_others_looks_as_one_that_is_not(self, server, partner, opportunity, engagement):
        stranger = type(partner)(server)
        take(partner, opportunity, engagement)
        nowhere = "eng-" + "0" * 14
        for operation in ("GetResourceSnapshot", "ListResourceSnapshots", "CreateResourceSnapshot"):
            answers = [
                stranger.send(operation, subject(opportunity, where) | {"ClientToken": "t"})
                for where in (engagement, nowhere)
            ]
            assert answers[0].code == "ResourceNotFoundException"
            assert answers[0].body == answers[1].body

    def test_a_snapshot_of_the_other_catalog(self, partner, opportunity, engagement):
        take(partner, opportunity, engagement)
        partner.refused(
            "ResourceNotFoundException", partner.client.get_resource_snapshot,
            **subject(opportunity, engagement, catalog="AWS"))


class TestLists:
    @pytest.fixture
    def opportunities(self, partner, engagement):
        """Five opportunities, each with two snapshots in the engagement."""
        opportunities = [partner.create() for _ in range(5)]
        for opportunity in opportunities:
            take(partner, opportunity, engagement)
            take(partner, opportunity, engagement)
        return opportunities

    @pytest.mark.parametrize("size", [1, 2, 5])
    def test_pages_of_snapshots_joined_are_the_whole_list(self, other_partner, opportunities, engagement, size):
        members = {"Catalog": SANDBOX, "EngagementIdentifier": engagement}
        whole = other_partner.client.list_resource_snapshots(**members)["ResourceSnapshotSummaries"]
        assert {summary["ResourceId"] for summary in whole} == set(opportunities)
        assert {summary["Revision"] for summary in whole} == {2}
        pages = other_partner.client.get_paginator("list_resource_snapshots").paginate(
            **members, PaginationConfig={"PageSize": size})
        assert [summary for page in pages for summary in page["ResourceSnapshotSummaries"]] == whole

    @pytest.mark.parametrize("size", [1, 2, 5])
    def test_pages_of_associations_joined_are_the_whole_list(self, other_partner, opportunities, engagement, size):
        whole = other_partner.client.list_engagement_resource_associations(Catalog=SANDBOX)
        whole = whole["EngagementResourceAssociationSummaries"]
        assert {summary["ResourceId"] for summary in whole} == set(opportunities)
        pages = other_partner.client.get_paginator("list_engagement_resource_associations").paginate(
            Catalog=SANDBOX, EngagementIdentifier=engagement, PaginationConfig={"PageSize": size})
        assert [summary for page in pages for summary in page["EngagementResourceAssociationSummaries"]] == whole

    def test_an_association_says_whose_it_is(self, partner, other_partner, opportunity, engagement):
        list_associations = other_partner.client.list_engagement_resource_associations
        assert list_associations(Catalog=SANDBOX)["EngagementResourceAssociationSummaries"] == []
        take(partner, opportunity, engagement)
        expected = [{
            "Catalog": SANDBOX, "EngagementId": engagement, "ResourceType": "Opportunity", "ResourceId": opportunity,
            "CreatedBy": partner.account,
        }]
        assert list_associations(Catalog=SANDBOX)["EngagementResourceAssociationSummaries"] == expected
        for filters, count in (({"CreatedBy": partner.account}, 1), ({"CreatedBy": other_partner.account}, 0),
                               ({"ResourceIdentifier": opportunity}, 1), ({"ResourceIdentifier": "O1"}, 0)):
            listed = list_associations(Catalog=SANDBOX, **filters)["EngagementResourceAssociationSummaries"]
            assert len(listed) == count

    @pytest.mark.parametrize("order", ["ASCENDING", "DESCENDING"])
    @pytest.mark.parametrize("size", [1, 3])
    def test_pages_of_jobs_joined_are_the_whole_list(self, partner, engagement, order, size):
        jobs = [create_job(partner, partner.create(), engagement) for _ in range(4)]
        start(partner, jobs[1])
        members = {"Catalog": SANDBOX, "Sort": {"SortBy": "CreatedDate", "SortOrder": order}}
        whole = partner.client.list_resource_snapshot_jobs(**members)["ResourceSnapshotJobSummaries"]
        assert {summary["Id"] for summary in whole} == set(jobs)
        pages = partner.client.get_paginator("list_resource_snapshot_jobs").paginate(
            **members, PaginationConfig={"PageSize": size})
        assert [summary for page in pages for summary in page["ResourceSnapshotJobSummaries"]] == whole
        running = partner.client.list_resource_snapshot_jobs(Catalog=SANDBOX, Status="Running")
        assert [summary["Id"] for summary in running["ResourceSnapshotJobSummaries"]] == [jobs[1]]


class TestJobs:
    @pytest.fixture
    def job(self, partner, opportunity, engagement):
        return create_job(partner, opportunity, engagement, Tags=[{"Key": "team", "Value": "north"}])

    def test_a_new_one_is_stopped(self, partner, opportunity, engagement, job):
        answer = job_of(partner, job)
        assert answer["Arn"] == (
            f"arn:aws:partnercentral:us-east-1:{partner.account}:catalog/{SANDBOX}/resource-snapshot-job/{job}")
        assert answer["ResourceArn"] == partner.get(opportunity)["Arn"]
        assert (answer["Status"], answer["EngagementId"]) == ("Stopped", engagement)
        assert "LastSuccessfulExecutionDate" not in answer and "LastFailure" not in answer

    def test_starting_and_stopping_twice_is_once(self, partner, opportunity, engagement, job):
        for change, status in ((start, "Running"), (start, "Running"), (stop, "Stopped"), (stop, "Stopped")):
            change(partner, job)
            assert job_of(partner, job)["Status"] == status
        assert revision(partner, opportunity, engagement) == 1

    def test_only_a_stopped_one_is_deleted(self, partner, job):
        start(partner, job)
        delete = partner.client.delete_resource_snapshot_job
        partner.refused("ConflictException", delete, **named(job))
        stop(partner, job)
        delete(**named(job))
        for call in (delete, partner.client.get_resource_snapshot_job, partner.client.start_resource_snapshot_job):
            partner.refused("ResourceNotFoundException", call, **named(job))

    def test_there_is_one_for_an_opportunity_in_an_engagement(self, partner, opportunity, engagement, job):
        partner.refused("ConflictException", create_job, partner, opportunity, engagement)
        assert create_job(partner, partner.create(), engagement) != job

    def test_its_tags(self, partner, other_partner, job):
        arn = job_of(partner, job)["Arn"]
        partner.client.tag_resource(ResourceArn=arn, Tags=[{"Key": "cost", "Value": "42"}])
        partner.client.untag_resource(ResourceArn=arn, TagKeys=["team"])
        assert partner.client.list_tags_for_resource(ResourceArn=arn)["Tags"] == [{"Key": "cost", "Value": "42"}]
        other_partner.refused(
            "ResourceNotFoundException", other_partner.client.list_tags_for_resource, ResourceArn=arn)

    def test_another_account_does_not_see_it(self, other_partner, job):
        other_partner.refused(
            "ResourceNotFoundException", other_partner.client.get_resource_snapshot_job, **named(job))


def test_a_running_job_follows_the_opportunity(partner, other_partner, opportunity, engagement):
    job = create_job(partner, opportunity, engagement)
    assert revision(partner, opportunity, engagement) == 0
    start(partner, job)
    assert revision(partner, opportunity, engagement) == 1
    partner.associate(opportunity, "Solutions", SOLUTION)
    partner.associate(opportunity, "Solutions", SECOND_SOLUTION)
    partner.disassociate(opportunity, "Solutions", SOLUTION)
    assert revision(partner, opportunity, engagement) == 4
    view = shown(other_partner, opportunity, engagement)["Payload"]["OpportunitySummary"]
    assert view["RelatedEntityIdentifiers"]["Solutions"] == [SECOND_SOLUTION]
    assert job_of(partner, job)["LastSuccessfulExecutionDate"] == partner.get(opportunity)["LastModifiedDate"]


def test_a_running_job_takes_nothing_that_is_no_news(partner, opportunity, engagement):
    start(partner, create_job(partner, opportunity, engagement))
    arn = partner.get(opportunity)["Arn"]
    partner.client.tag_resource(ResourceArn=arn, Tags=[{"Key": "team", "Value": "north"}])
    partner.associate(opportunity, "AwsMarketplaceOffers", OFFER)
    partner.disassociate(opportunity, "AwsMarketplaceOffers", OFFER)
    assert revision(partner, opportunity, engagement) == 1
    partner.associate(opportunity, "AwsProducts", PRODUCT)
    assert revision(partner, opportunity, engagement) == 2


def test_a_stopped_job_makes_up_for_what_it_missed(partner, opportunity, engagement):
    job = create_job(partner, opportunity, engagement)
    start(partner, job)
    stop(partner, job)
    partner.associate(opportunity, "Solutions", SOLUTION)
    partner.associate(opportunity, "AwsProducts", PRODUCT)
    assert revision(partner, opportunity, engagement) == 1
    start(partner, job)
    assert revision(partner, opportunity, engagement) == 2
