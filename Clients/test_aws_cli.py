"""The first journey again, as a shell script would make it: the AWS CLI, each call a process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from partner import OFFER, PRODUCT, SOLUTION
from serving import environment

STORES = ("sqlite",)
AWS = Path(sys.executable).parent / "aws"
EMPTY_ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "AWS_PAGER": "",
    "AWS_EC2_METADATA_DISABLED": "true",
}


@pytest.fixture
def aws(server):
    """Runs `aws partnercentral-selling …` against the server named in the environment."""

    def run(*arguments, endpoint=server.url):
        variables = EMPTY_ENVIRONMENT | ({"AWS_ENDPOINT_URL": endpoint} if endpoint else {})
        return subprocess.run(
            [AWS, "partnercentral-selling", *arguments, "--output", "json"],
            env=environment(**variables), capture_output=True, text=True, timeout=60,
        )

    def succeed(*arguments, **how):
        done = run(*arguments, **how)
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout) if done.stdout else None

    succeed.run = run
    return succeed


def relation(opportunity, kind, identifier):
    return [
        "--catalog", "Sandbox", "--opportunity-identifier", opportunity,
        "--related-entity-type", kind, "--related-entity-identifier", identifier,
    ]


def test_the_journey_by_command_line(aws):
    opportunity = aws("create-opportunity", "--catalog", "Sandbox", "--origin", "Partner Referral")["Id"]
    solutions = aws("list-solutions", "--catalog", "Sandbox", "--status", "Active")["SolutionSummaries"]
    assert {solution["Id"] for solution in solutions} == {"S-1234567", "S-7654321"}
    entities = {"Solutions": SOLUTION, "AwsProducts": PRODUCT, "AwsMarketplaceOffers": OFFER}
    for kind, identifier in entities.items():
        assert aws("associate-opportunity", *relation(opportunity, kind, identifier)) is None
    get = "get-opportunity", "--catalog", "Sandbox", "--identifier", opportunity
    related = aws(*get)["RelatedEntityIdentifiers"]
    assert {kind: related[kind] for kind in entities} == {kind: [identifier] for kind, identifier in entities.items()}
    for kind, identifier in entities.items():
        assert aws("disassociate-opportunity", *relation(opportunity, kind, identifier)) is None
    assert not any(aws(*get)["RelatedEntityIdentifiers"].values())


def test_the_endpoint_as_a_flag(aws, server):
    answer = aws("list-solutions", "--catalog", "AWS", "--endpoint-url", server.url, endpoint=None)
    assert len(answer["SolutionSummaries"]) == 3


def test_pages_of_one_are_joined(aws):
    whole = aws("list-solutions", "--catalog", "AWS")
    assert aws("list-solutions", "--catalog", "AWS", "--page-size", "1") == whole


def test_a_refusal_is_named_on_standard_error(aws):
    done = aws.run("disassociate-opportunity", *relation("O999999999999999999", "Solutions", SOLUTION))
    assert (done.returncode, done.stdout) == (255, "")
    assert "(ResourceNotFoundException) when calling the DisassociateOpportunity operation" in done.stderr
