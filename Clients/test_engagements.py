"""Engagements: contexts, members and invitations, between accounts that see only what they should."""

from datetime import timedelta

import pytest

from partner import SANDBOX, Partner, at_once, token, violations

CUSTOMER = {"CompanyName": "Acme Corp", "Industry": "Aerospace", "Address": {"CountryCode": "US"}}
CONTACT = {"BusinessTitle": "CTO", "Email": "ada@acme.example", "FirstName": "Ada", "LastName": "Lovelace"}
INTERACTION = {
    "SourceType": "Campaign", "CustomerAction": "Completed Form", "SourceName": "Spring", "SourceId": "S1",
    "Contact": CONTACT,
}
LEAD = {"Type": "Lead", "Payload": {"Lead": {"Customer": CUSTOMER, "Interactions": [INTERACTION]}}}
PROJECT = {
    "Type": "CustomerProject",
    "Payload": {"CustomerProject": {"Project": {
        "Title": "Docks", "BusinessProblem": "Docks stand empty all day.", "TargetCompletionDate": "2035-01-31"}}},
}
LEAD_INVITATION = {"LeadInvitation": {
    "Customer": {"CompanyName": "Acme Corp", "CountryCode": "US"},
    "Interaction": {"SourceType": "Campaign", "ContactBusinessTitle": "CTO", "Usecase": "Database"},
}}
OPPORTUNITY_INVITATION = {"OpportunityInvitation": {
    "Customer": {
        "CompanyName": "Werft", "CountryCode": "DE", "Industry": "Manufacturing", "WebsiteUrl": "https://werft.example",
    },
    "Project": {
        "Title": "Docks", "BusinessProblem": "Docks stand empty all day.", "TargetCompletionDate": "2035-01-31",
        "ExpectedCustomerSpend": [],
    },
    "ReceiverResponsibilities": ["Reseller"],
    "SenderContacts": [{"Email": "grace@partner.example"}],
}}


def create(partner, *contexts, catalog=SANDBOX):
    """The identifier of a new engagement; with a lead unless told otherwise."""
    return partner.client.create_engagement(
        Catalog=catalog, ClientToken=token(), Title="Docks", Description="From the spring campaign",
        Contexts=list(contexts or [LEAD]))["Id"]


def engagement_of(partner, identifier):
    return partner.client.get_engagement(Catalog=SANDBOX, Identifier=identifier)


def invite(partner, receiver, engagement, payload=LEAD_INVITATION, catalog=SANDBOX):
    """The identifier of a new invitation; `receiver` is a partner or an account."""
    account = getattr(receiver, "account", receiver)
    return partner.client.create_engagement_invitation(
        Catalog=catalog, ClientToken=token(), EngagementIdentifier=engagement,
        Invitation={"Message": "Shall we?", "Receiver": {"Account": {"AwsAccountId": account}}, "Payload": payload},
    )["Id"]


def invitation_of(partner, identifier):
    return partner.client.get_engagement_invitation(Catalog=SANDBOX, Identifier=identifier)


def accept(partner, identifier):
    return partner.client.accept_engagement_invitation(Catalog=SANDBOX, Identifier=identifier)


def reject(partner, identifier, **members):
    return partner.client.reject_engagement_invitation(Catalog=SANDBOX, Identifier=identifier, **members)


def update(partner, engagement, lock, **lead):
    return partner.client.update_engagement_context(
        Catalog=SANDBOX, EngagementIdentifier=engagement, ContextIdentifier="1", EngagementLastModifiedAt=lock,
        Type="Lead", Payload={"Lead": {"Customer": CUSTOMER} | lead})


@pytest.fixture
def engagement(partner):
    return create(partner)


@pytest.fixture
def invitation(partner, other_partner, engagement):
    return invite(partner, other_partner, engagement)


def test_a_lead_from_campaign_to_qualification(partner, other_partner):
    created = partner.client.create_engagement(
        Catalog=SANDBOX, ClientToken=token(), Title="Docks", Description="From the spring campaign", Contexts=[LEAD])
    engagement = created["Id"]
    assert created["Arn"] == f"arn:aws:partnercentral:us-east-1::catalog/{SANDBOX}/engagement/{engagement}"
    invitation = invite(partner, other_partner, engagement)
    seen = invitation_of(other_partner, invitation)
    assert seen["Status"] == "PENDING" and seen["PayloadType"] == "LeadInvitation"
    assert seen["Payload"] == LEAD_INVITATION
    assert seen["ExpirationDate"] - seen["InvitationDate"] == timedelta(days=15)
    assert seen["ExistingMembers"] == [{"CompanyName": f"Partner {partner.account}"}]
    assert "ada@acme.example" not in str(seen)
    read = {"Catalog": SANDBOX, "Identifier": engagement}
    other_partner.refused("ResourceNotFoundException", other_partner.client.get_engagement, **read)

    accept(other_partner, invitation)
    joined = engagement_of(other_partner, engagement)
    assert joined["MemberCount"] == 2 and joined["ModifiedBy"] == other_partner.account
    [interaction] = joined["Contexts"][0]["Payload"]["Lead"]["Interactions"]
    assert interaction["Contact"] == CONTACT and interaction["InteractionDate"] == joined["CreatedAt"]

    answer = update(other_partner, engagement, joined["ModifiedAt"], QualificationStatus="Qualified",
                    Interaction=INTERACTION | {"SourceId": "S2"})
    qualified = engagement_of(partner, engagement)
    lead = qualified["Contexts"][0]["Payload"]["Lead"]
    assert answer["EngagementLastModifiedAt"] == qualified["ModifiedAt"] > joined["ModifiedAt"]
    assert (answer["ContextId"], lead["QualificationStatus"]) == ("1", "Qualified")
    assert [entry["SourceId"] for entry in lead["Interactions"]] == ["S1", "S2"]


class TestContexts:
    def test_five_at_most(self, partner):
        engagement = create(partner, *[PROJECT] * 4)
        members = {"Catalog": SANDBOX, "EngagementIdentifier": engagement} | PROJECT
        added = partner.client.create_engagement_context(ClientToken=token(), **members)
        assert added["ContextId"] == "5"
        partner.refused(
            "ServiceQuotaExceededException", partner.client.create_engagement_context, ClientToken=token(), **members)

    def test_a_stale_lock_is_a_conflict(self, partner, engagement):
        lock = engagement_of(partner, engagement)["ModifiedAt"]
        update(partner, engagement, lock)
        partner.refused("ConflictException", update, partner, engagement, lock)

    def test_of_ten_updates_at_once_one_holds(self, partner, engagement):
        lock = engagement_of(partner, engagement)["ModifiedAt"]

        def attempt(_):
            try:
                update(partner, engagement, lock)
            except partner.client.exceptions.ConflictException:
                return False
            return True

        assert sum(at_once(10, attempt)) == 1

    def test_a_type_that_is_not_the_payloads(self, partner, engagement):
        response = partner.refused(
            "ValidationException", partner.client.create_engagement_context, Catalog=SANDBOX, ClientToken=token(),
            EngagementIdentifier=engagement, Type="Lead", Payload=PROJECT["Payload"])
        assert violations(response) == {("type", "INVALID_VALUE")}


class TestInvitations:
    def test_once_to_each_account(self, partner, other_partner, engagement, invitation):
        partner.refused("ConflictException", invite, partner, other_partner, engagement)
        accept(other_partner, invitation)
        partner.refused("ConflictException", invite, partner, other_partner, engagement)

    def test_not_to_oneself(self, partner, engagement):
        response = partner.refused("ValidationException", invite, partner, partner, engagement)
        assert violations(response) == {("invitation.receiver.account.awsAccountId", "INVALID_VALUE")}

    def test_to_a_lead_only_in_the_sandbox(self, partner, other_partner):
        engagement = create(partner, catalog="AWS")
        response = partner.refused(
            "ValidationException", invite, partner, other_partner, engagement, LEAD_INVITATION, "AWS")
        assert violations(response) == {("invitation.payload", "ACTION_NOT_PERMITTED")}
        invite(partner, other_partner, engagement, OPPORTUNITY_INVITATION, "AWS")

    def test_members_invite_too_and_nobody_else(self, server, partner, other_partner, engagement, invitation):
        third = Partner(server)
        other_partner.refused("ResourceNotFoundException", invite, other_partner, third, engagement)
        accept(other_partner, invitation)
        sent = invite(other_partner, third, engagement, OPPORTUNITY_INVITATION)
        assert invitation_of(third, sent)["SenderAwsAccountId"] == other_partner.account
        partner.refused("ResourceNotFoundException", invitation_of, partner, sent)

    def test_rejected_they_keep_their_summary(self, partner, other_partner, invitation):
        reject(other_partner, invitation, RejectionReason="Unable to support")
        received, sent = invitation_of(other_partner, invitation), invitation_of(partner, invitation)
        assert received["Status"] == sent["Status"] == "REJECTED"
        assert received["RejectionReason"] == sent["RejectionReason"] == "Unable to support"
        assert "Payload" not in received and sent["Payload"] == LEAD_INVITATION
        other_partner.refused("ConflictException", accept, other_partner, invitation)

    def test_the_sender_does_not_answer(self, partner, invitation):
        response = partner.refused("ValidationException", accept, partner, invitation)
        assert violations(response) == {("identifier", "ACTION_NOT_PERMITTED")}

    def test_of_twenty_acceptances_at_once_one_wins(self, partner, other_partner, engagement, invitation):
        def attempt(_):
            try:
                accept(other_partner, invitation)
            except other_partner.client.exceptions.ConflictException:
                return False
            return True

        assert sum(at_once(20, attempt)) == 1
        assert engagement_of(partner, engagement)["MemberCount"] == 2

    def test_acceptance_answers_with_an_empty_body(self, other_partner, invitation):
        answer = other_partner.send("AcceptEngagementInvitation", {"Catalog": SANDBOX, "Identifier": invitation})
        assert (answer.status, answer.body) == (200, b"")

    def test_what_is_not_yours_is_as_if_it_were_not_there(self, server, invitation):
        outsider = Partner(server)
        bodies = {
            outsider.send("GetEngagementInvitation", {"Catalog": SANDBOX, "Identifier": identifier}).body
            for identifier in (invitation, "engi-0000000000000")
        }
        assert len(bodies) == 1


class TestLists:
    def test_engagements_in_pages_are_the_whole_list(self, partner):
        created = [create(partner, PROJECT) for _ in range(5)]
        pages = partner.client.get_paginator("list_engagements").paginate(
            Catalog=SANDBOX, PaginationConfig={"PageSize": 2})
        shown = [summary["Id"] for page in pages for summary in page["EngagementSummaryList"]]
        assert sorted(shown) == sorted(created)
        assert all(page["EngagementSummaryList"] for page in pages)

    def test_engagements_by_context_and_creator(self, partner, engagement):
        project = create(partner, PROJECT)

        def found(**members):
            answer = partner.client.list_engagements(Catalog=SANDBOX, **members)
            return {summary["Id"] for summary in answer["EngagementSummaryList"]}

        assert found(ContextTypes=["CustomerProject"]) == {project}
        assert found(ExcludeContextTypes=["CustomerProject"]) == {engagement}
        assert found(CreatedBy=[partner.account]) == {engagement, project}
        assert found(ExcludeCreatedBy=[partner.account]) == set()
        assert found(EngagementIdentifier=[project, "eng-00000000000000"]) == {project}

    def test_members_five_to_a_page(self, server, partner, engagement):
        for _ in range(5):
            joining = Partner(server)
            accept(joining, invite(partner, joining, engagement))
        first = partner.client.list_engagement_members(Catalog=SANDBOX, Identifier=engagement)
        second = partner.client.list_engagement_members(
            Catalog=SANDBOX, Identifier=engagement, NextToken=first["NextToken"])
        assert first["EngagementMemberList"][0]["AccountId"] == partner.account
        assert [len(page["EngagementMemberList"]) for page in (first, second)] == [5, 1]
        assert "NextToken" not in second

    def test_invitations_by_side_and_status(self, partner, other_partner, invitation):
        def found(who, side, **members):
            answer = who.client.list_engagement_invitations(Catalog=SANDBOX, ParticipantType=side, **members)
            return [summary["Id"] for summary in answer["EngagementInvitationSummaries"]]

        assert found(partner, "SENDER") == found(other_partner, "RECEIVER") == [invitation]
        assert found(partner, "RECEIVER") == found(other_partner, "SENDER") == []
        assert found(other_partner, "RECEIVER", Status=["PENDING"], PayloadType=["LeadInvitation"]) == [invitation]
        assert found(other_partner, "RECEIVER", Status=["ACCEPTED"]) == []
        assert found(other_partner, "RECEIVER", SenderAwsAccountId=[partner.account]) == [invitation]
        assert found(other_partner, "RECEIVER", SenderAwsAccountId=["aws"]) == []
        accept(other_partner, invitation)
        assert found(other_partner, "RECEIVER", Status=["ACCEPTED"]) == [invitation]
