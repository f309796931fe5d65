"""The request log: every request of the service with its explanation, over HTTP and by `cosell requests`."""

import datetime
import json
import re
import subprocess

import pytest

from partner import SANDBOX, SOLUTION, Partner, boto3_client, relation, token
from serving import binary, environment
from signed import Signature, send

STORES = ("sqlite",)
UNKNOWN = "O999999999999999999"
OF_UNKNOWN = relation(UNKNOWN, "Solutions", SOLUTION)
EXPLANATION = {"Rule", "Sentence", "Evidence", "Certainty"}


@pytest.fixture
def local(serve):
    """A server of the test's own, so that its log holds nothing else."""
    return serve("memory")


@pytest.fixture
def local_partner(local):
    return Partner(local)


def logged(server, **query):
    return server.admin("ListRequests", **query)["Requests"]


def newest(server, **query):
    return logged(server, MaxResults=1, **query)[0]


class TestEntries:
    def test_tell_who_asked_what_and_what_came_of_it(self, local, local_partner):
        answer = local_partner.send("ListSolutions", {"Catalog": SANDBOX})
        entry = newest(local)
        assert entry["Sequence"] == 1
        assert entry["RequestId"] == answer.headers["x-amzn-RequestId"]
        assert (entry["AccountId"], entry["Catalog"]) == (local_partner.account, SANDBOX)
        assert (entry["Operation"], entry["Outcome"], entry["Status"]) == ("ListSolutions", "OK", 200)
        assert entry["DurationMicroseconds"] >= 0
        assert json.loads(entry["RequestBody"]) == {"Catalog": SANDBOX}
        assert entry["ResponseBody"] == answer.body.decode()
        assert entry["Explanations"] == entry["Remarks"] == []
        assert "UserName" not in entry

    def test_are_dated_by_the_real_clock_to_the_millisecond(self, local, local_partner):
        local_partner.send("ListSolutions", {"Catalog": SANDBOX})
        time = newest(local)["Time"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", time)
        age = datetime.datetime.now(datetime.timezone.utc) - datetime.datetime.fromisoformat(time)
        assert abs(age) < datetime.timedelta(minutes=1)

    def test_come_newest_first_and_in_pages(self, local, local_partner):
        for _ in range(5):
            local_partner.send("ListSolutions", {"Catalog": SANDBOX})
        assert [entry["Sequence"] for entry in logged(local)] == [5, 4, 3, 2, 1]
        assert [entry["Sequence"] for entry in logged(local, BeforeSequence=4, MaxResults=2)] == [3, 2]

    def test_leave_out_the_admin_api(self, local):
        logged(local)
        assert logged(local) == []

    def test_are_filtered(self, local, local_partner):
        other = Partner(local)
        local_partner.send("ListSolutions", {"Catalog": SANDBOX})
        local_partner.send("DisassociateOpportunity", OF_UNKNOWN)
        other.send("ListSolutions", {"Catalog": "AWS"})

        def found(**query):
            return [entry["Sequence"] for entry in logged(local, **query)]

        assert found(AccountId=local_partner.account) == [2, 1]
        assert found(Catalog="AWS") == [3]
        assert found(Operation="ListSolutions") == [3, 1]
        assert found(Outcome="OK") == [3, 1]
        assert found(Outcome="refused") == found(Outcome="ResourceNotFoundException") == [2]
        assert found(Text=UNKNOWN.lower()) == [2]
        assert found(Text="OPPORTUNITY.EXISTS") == [2]

    @pytest.mark.parametrize("query, hint", [
        ({"Operation": "ListSolution"}, "ListSolutions"), ({"Outcome": "Refused"}, "refused"),
        ({"MaxResults": 101}, "MaxResults"),
    ], ids=str)
    def test_a_question_that_nothing_answers_is_refused(self, local, query, hint):
        status, _, text = local.post("/_cosell/ListRequests", query)
        assert status == 400 and hint in text


class TestExplanations:
    def explained(self, server, **query):
        entry = newest(server, **query)
        assert all(EXPLANATION <= explanation.keys() for explanation in entry["Explanations"])
        return entry

    def test_of_a_business_rule(self, local, local_partner):
        opportunity = local_partner.create()
        local_partner.refused("ValidationException", local_partner.associate, opportunity, "Solutions", "S-1111111")
        entry = self.explained(local)
        explanation, = entry["Explanations"]
        assert explanation["Rule"] == "association.solution-active"
        assert explanation["FieldName"] and explanation["WouldPass"]
        assert explanation["Certainty"] in {"model", "documented", "captured", "observed", "inferred"}
        assert entry["Outcome"] == "ValidationException"

    def test_of_what_is_not_there(self, local, local_partner):
        local_partner.send("DisassociateOpportunity", OF_UNKNOWN)
        explanation, = self.explained(local)["Explanations"]
        assert explanation["Rule"] == "opportunity.exists"
        assert (explanation["FieldName"], explanation["OffendingValue"]) == ("opportunityIdentifier", UNKNOWN)

    def test_of_the_model(self, local, local_partner):
        local_partner.send("DisassociateOpportunity", OF_UNKNOWN | {"Catalog": "Sandbos"})
        explanation, = self.explained(local)["Explanations"]
        assert explanation["Rule"] == "model.enumeration"
        assert explanation["OffendingValue"] == "Sandbos"
        assert "'Sandbox'" in explanation["WouldPass"]

    def test_of_a_token_that_was_used_for_another_request(self, local, local_partner):
        members = {"Catalog": SANDBOX, "ClientToken": token()}
        local_partner.client.create_opportunity(**members)
        local_partner.refused(
            "ConflictException", local_partner.client.create_opportunity, **members, NationalSecurity="Yes")
        explanation, = self.explained(local)["Explanations"]
        assert explanation["OffendingValue"] == members["ClientToken"]

    def test_of_a_signature(self, local):
        send(local.url, "ListSolutions", {"Catalog": SANDBOX}, Signature(secret="wrong"))
        entry = self.explained(local)
        assert entry["Outcome"] == "InvalidSignatureException"
        assert "AccountId" not in entry
        explanation, = entry["Explanations"]
        assert "The Canonical String for this request should have been" in explanation["Sentence"]
        assert "Signature=" not in json.dumps(entry)

    def test_of_an_operation_nobody_has(self, local, local_partner):
        local_partner.send("GetOportunity", {})
        entry = self.explained(local)
        assert "Operation" not in entry
        explanation, = entry["Explanations"]
        assert "Did you mean 'GetOpportunity'?" in explanation["Sentence"]

    def test_of_a_body_that_is_too_large(self, serve):
        server = serve("memory", "--max-body-bytes", "1000")
        Partner(server).send("ListSolutions", {"Catalog": "x" * 1000})
        entry = self.explained(server)
        assert (entry["Outcome"], entry["Status"]) == ("RequestEntityTooLargeException", 413)
        assert "RequestBody" not in entry
        assert "1000 bytes" in entry["Explanations"][0]["WouldPass"]

    def test_of_a_fault_names_it(self, local, local_partner):
        local.admin(
            "PutFault", Name="bad-day", Operation="ListSolutions", Kind="error", ErrorCode="ThrottlingException")
        local_partner.send("ListSolutions", {"Catalog": SANDBOX})
        explanation, = self.explained(local)["Explanations"]
        assert "bad-day" in explanation["Evidence"]

    def test_of_a_retry_after_a_lost_response(self, local, local_partner):
        opportunity = local_partner.create()
        local_partner.associate(opportunity, "Solutions", SOLUTION)
        local.admin("PutFault", Name="lossy", Operation="DisassociateOpportunity", Kind="lost-response", Times=1)
        patient = boto3_client(local.url, local_partner.account, retries=2)
        with pytest.raises(patient.exceptions.ResourceNotFoundException):
            patient.disassociate_opportunity(**relation(opportunity, "Solutions", SOLUTION))
        retry, lost = logged(local, Operation="DisassociateOpportunity")
        assert (lost["Outcome"], retry["Outcome"]) == ("OK", "ResourceNotFoundException")
        assert lost["Remarks"][0]["Sentence"].startswith("The response was lost on request")
        assert retry["Explanations"][0]["Rule"] == "association.exists"


class TestRedaction:
    MEMBERS = {
        "Catalog": SANDBOX, "ClientToken": "t", "Customer": {"Account": {"CompanyName": "Confidential", "Industry": "Retail"}},
    }

    def test_hides_what_the_model_calls_sensitive(self, local, local_partner):
        opportunity = local_partner.client.create_opportunity(**self.MEMBERS)["Id"]
        local_partner.get(opportunity)
        read, created = logged(local)
        assert "Confidential" not in json.dumps([read, created])
        account = json.loads(created["RequestBody"])["Customer"]["Account"]
        assert account == {"CompanyName": "***", "Industry": "Retail"}
        assert json.loads(read["ResponseBody"])["Customer"]["Account"] == account

    def test_hides_it_in_refusals_too(self, local, local_partner):
        members = {"Catalog": SANDBOX, "ClientToken": "t", "Customer": {"Account": {"CompanyName": "c", "Duns": "Confidential"}}}
        assert b"Confidential" in local_partner.send("CreateOpportunity", members).body
        entry = newest(local)
        assert "Confidential" not in json.dumps(entry)
        explanation, = entry["Explanations"]
        assert (explanation["FieldName"], explanation["OffendingValue"]) == ("customer.account.duns", "***")

    def test_shows_of_a_body_that_is_not_of_its_form_the_length(self, local, local_partner):
        local_partner.send("ListSolutions", b'{"Catalog": "Confidential')
        assert newest(local)["RequestBody"] == "(25 bytes)"

    @pytest.mark.parametrize("how", ["flag", "variable"])
    def test_can_be_switched_off(self, serve, how, monkeypatch):
        if how == "flag":
            server = serve("memory", "--log-bodies")
        else:
            monkeypatch.setattr("serving.environment", lambda: environment(COSELL_LOG_BODIES="true"))
            server = serve("memory")
        partner = Partner(server)
        partner.client.create_opportunity(**self.MEMBERS)
        assert json.loads(newest(server)["RequestBody"])["Customer"] == self.MEMBERS["Customer"]


class TestCommand:
    @pytest.fixture
    def requests(self, tmp_path):
        def run(server, *arguments, **variables):
            return subprocess.run(
                [binary(), "requests", "--endpoint", server.url, *arguments], cwd=tmp_path,
                env=environment(**variables), capture_output=True, text=True, timeout=20,
            )

        return run

    def test_prints_a_table_with_explanations_below_refusals(self, requests, local, local_partner):
        local_partner.send("ListSolutions", {"Catalog": SANDBOX})
        local_partner.send("DisassociateOpportunity", OF_UNKNOWN)
        done = requests(local)
        assert (done.returncode, done.stderr) == (0, "")
        lines = done.stdout.splitlines()
        assert "DisassociateOpportunity" in lines[0] and "ResourceNotFoundException" in lines[0]
        assert lines[1].startswith("    opportunity.exists (documented): ")
        assert any(UNKNOWN in line for line in lines[2:-1])
        assert "ListSolutions" in lines[-1] and local_partner.account in lines[-1]
        assert "\x1b" not in done.stdout

    def test_prints_the_answer_of_the_admin_api_as_json(self, requests, local, local_partner):
        local_partner.send("DisassociateOpportunity", OF_UNKNOWN)
        done = requests(local, "--json")
        assert json.loads(done.stdout)["Requests"] == logged(local)

    def test_filters_and_limits(self, requests, local, local_partner):
        for _ in range(130):
            local_partner.send("ListSolutions", {"Catalog": SANDBOX})
        local_partner.send("DisassociateOpportunity", OF_UNKNOWN)

        def found(*arguments):
            return [entry["Sequence"] for entry in json.loads(requests(local, "--json", *arguments).stdout)["Requests"]]

        assert found() == [*range(131, 111, -1)]
        assert found("--limit", "500") == [*range(131, 0, -1)]
        assert found("--limit", "120", "--operation", "ListSolutions") == [*range(130, 10, -1)]
        assert found("--outcome", "refused") == [131]
        assert found("--text", "opportunity.exists") == [131]
        assert found("--account", "999999999999") == []

    def test_says_that_there_are_none(self, requests, local):
        assert requests(local).stdout == "No requests.\n"

    def test_a_refusal_is_on_standard_error(self, requests, local):
        done = requests(local, "--operation", "ListSolution")
        assert (done.returncode, done.stdout) == (1, "")
        assert "Did you mean 'ListSolutions'?" in done.stderr

    def test_a_server_that_is_not_there_is_reported(self, requests, local):
        local.stop()
        done = requests(local)
        assert (done.returncode, done.stdout) == (69, "")
        assert local.url in done.stderr

    def test_brings_the_admin_token_of_the_environment(self, requests, serve):
        guarded = serve("memory", "--admin-token", "open-sesame")
        assert requests(guarded).returncode == 1
        assert requests(guarded, COSELL_ADMIN_TOKEN="open-sesame").stdout == "No requests.\n"
