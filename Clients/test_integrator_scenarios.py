"""AWS's testing workbook for integrators, as far as it carries over: Examples/integrator-scenarios.yaml, case by case."""

import copy
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from partner import SANDBOX, Partner, relation, token, violations

SHEET = yaml.safe_load((Path(__file__).parent.parent / "Examples" / "integrator-scenarios.yaml").read_text())
READ_ONLY = ("Arn", "CreatedDate", "OpportunityTeam", "RelatedEntityIdentifiers", "ResponseMetadata")
STORES = ("sqlite",)


@pytest.fixture
def actor(server):
    """A partner on our server, or on whatever COSELL_URL names."""
    elsewhere = os.environ.get("COSELL_URL")
    return Partner(SimpleNamespace(url=elsewhere) if elsewhere else server)


def changed(members, changes):
    """The members with the changes; None takes a member out."""
    result = copy.deepcopy(members)
    for name, value in changes.items():
        if value is None:
            result.pop(name, None)
        elif isinstance(value, dict):
            result[name] = changed(result.get(name, {}), value)
        else:
            result[name] = value
    return result


def at(document, path):
    """The value at a dotted path, None where there is none."""
    for part in path.split("."):
        try:
            document = document[int(part) if part.isdigit() else part]
        except (KeyError, IndexError):
            return None
    return document


class Scenario:
    def __init__(self, actor):
        self.actor, self.client, self.identifier = actor, actor.client, None

    def create(self, changes):
        members = changed(SHEET["complete"], changes)
        self.identifier = self.client.create_opportunity(Catalog=SANDBOX, ClientToken=token(), **members)["Id"]

    def update(self, changes):
        members = {name: value for name, value in self.actor.get(self.identifier).items() if name not in READ_ONLY}
        members["Identifier"] = members.pop("Id")
        self.client.update_opportunity(**changed(members, changes))

    def associate(self, entity):
        self.client.associate_opportunity(**relation(self.identifier, *next(iter(entity.items()))))

    def disassociate(self, entity):
        self.client.disassociate_opportunity(**relation(self.identifier, *next(iter(entity.items()))))

    def submit(self, involvement):
        self.client.submit_opportunity(
            Catalog=SANDBOX, Identifier=self.identifier, InvolvementType=involvement)

    def review(self, decision):
        self.update({"LifeCycle": {"ReviewStatus": decision}})

    def expect(self, values):
        opportunity = self.actor.get(self.identifier)
        assert {path: at(opportunity, path) for path in values} == values

    def summary(self, values):
        summary = self.client.get_aws_opportunity_summary(
            Catalog=SANDBOX, RelatedOpportunityIdentifier=self.identifier)
        assert {path: at(summary, path) for path in values} == values

    def run(self, step):
        step = dict(step)
        refused = step.pop("refused", None)
        (name, argument), = step.items()
        if refused is None:
            getattr(self, name)(argument)
        elif isinstance(refused, str):
            self.actor.refused(refused, getattr(self, name), argument)
        else:
            refusal = self.actor.refused("ValidationException", getattr(self, name), argument)
            assert dict(sorted(violations(refusal))) == refused


@pytest.mark.parametrize("case", SHEET["cases"], ids=lambda case: case["case"])
def test_case(actor, case):
    scenario = Scenario(actor)
    for step in case["steps"]:
        scenario.run(step)
