"""Tags of an opportunity, and the settings of the selling system."""

import pytest

from partner import SANDBOX


@pytest.fixture
def arn(partner, opportunity):
    return partner.client.get_opportunity(Catalog=SANDBOX, Identifier=opportunity)["Arn"]


def tags(partner, arn):
    return {tag["Key"]: tag["Value"] for tag in partner.client.list_tags_for_resource(ResourceArn=arn)["Tags"]}


def pairs(**tags):
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def test_tags_of_creation_are_listed(partner):
    created = partner.client.create_opportunity(Catalog=SANDBOX, Tags=pairs(team="north", cost="42"))["Id"]
    arn = partner.client.get_opportunity(Catalog=SANDBOX, Identifier=created)["Arn"]
    assert tags(partner, arn) == {"team": "north", "cost": "42"}


def test_tags_are_set_changed_and_removed(partner, arn):
    partner.client.tag_resource(ResourceArn=arn, Tags=pairs(team="north", stage="one"))
    partner.client.tag_resource(ResourceArn=arn, Tags=pairs(stage="two", empty=""))
    assert tags(partner, arn) == {"team": "north", "stage": "two", "empty": ""}
    partner.client.untag_resource(ResourceArn=arn, TagKeys=["team", "never was"])
    assert tags(partner, arn) == {"stage": "two", "empty": ""}


def test_tagging_does_not_touch_the_opportunity(partner, opportunity, arn):
    before = partner.send("GetOpportunity", {"Catalog": SANDBOX, "Identifier": opportunity}).body
    partner.client.tag_resource(ResourceArn=arn, Tags=pairs(team="north"))
    assert partner.send("GetOpportunity", {"Catalog": SANDBOX, "Identifier": opportunity}).body == before


def test_a_repeated_key_is_refused_and_nothing_is_set(partner, arn):
    twice = pairs(team="north") + pairs(team="south")
    refused = partner.refused("ValidationException", partner.client.tag_resource, ResourceArn=arn, Tags=twice)
    assert [(error["FieldName"], error["Code"]) for error in refused["ErrorList"]] == [("tags", "DUPLICATE_KEY_VALUE")]
    assert tags(partner, arn) == {}


def test_a_resource_of_nobody_of_another_account_or_region_is_not_found(partner, other_partner, arn):
    for somewhere_else in (arn + "0", arn.replace("us-east-1", "eu-west-1"), arn.replace("Sandbox", "AWS"),
                           arn.replace(partner.account, other_partner.account)):
        partner.refused(
            "ResourceNotFoundException", partner.client.list_tags_for_resource, ResourceArn=somewhere_else)
    other_partner.refused(
        "ResourceNotFoundException", other_partner.client.tag_resource, ResourceArn=arn, Tags=pairs(team="north"))


def test_a_text_that_is_no_arn_is_a_format_error(partner):
    refused = partner.refused(
        "ValidationException", partner.client.untag_resource, ResourceArn="nonsense", TagKeys=["a"])
    assert ("resourceArn", "INVALID_STRING_FORMAT") in [
        (error["FieldName"], error["Code"]) for error in refused["ErrorList"]]


def test_settings_are_nothing_then_a_role_then_nothing(partner):
    def settings():
        answer = partner.client.get_selling_system_settings(Catalog=SANDBOX)
        answer.pop("ResponseMetadata")
        return answer

    assert settings() == {"Catalog": SANDBOX}
    whole = f"arn:aws:iam::{partner.account}:role/snapshots"
    put = partner.client.put_selling_system_settings(Catalog=SANDBOX, ResourceSnapshotJobRoleIdentifier="snapshots")
    assert put["ResourceSnapshotJobRoleArn"] == whole
    assert settings() == {"Catalog": SANDBOX, "ResourceSnapshotJobRoleArn": whole}
    partner.client.put_selling_system_settings(Catalog=SANDBOX, ResourceSnapshotJobRoleIdentifier=whole)
    assert settings()["ResourceSnapshotJobRoleArn"] == whole
    assert "ResourceSnapshotJobRoleArn" not in partner.client.get_selling_system_settings(Catalog="AWS")
    partner.client.put_selling_system_settings(Catalog=SANDBOX)
    assert settings() == {"Catalog": SANDBOX}
