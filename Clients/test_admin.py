"""AWS's side of the table: the reviewer, AWS's own opportunity, accounts, users and keys, by the API and by commands."""

import json
import subprocess

import pytest

from partner import SANDBOX, SOLUTION, Partner, boto3_client, full_opportunity
from serving import binary, environment

REFUSED, USAGE, UNAVAILABLE, INPUT_OUTPUT, CONFIGURATION = 1, 64, 69, 74, 78


@pytest.fixture
def submitted(partner):
    """Makes an opportunity that is submitted."""

    def make(catalog=SANDBOX):
        opportunity = partner.create(catalog, **full_opportunity())
        partner.associate(opportunity, "Solutions", SOLUTION, catalog)
        partner.client.submit_opportunity(Catalog=catalog, Identifier=opportunity, InvolvementType="Co-Sell")
        return opportunity

    return make


def refused(server, operation, **members):
    """The error document of an admin operation that must be refused."""
    status, headers, text = server.post(f"/_cosell/{operation}", members)
    assert status == 400, text
    assert headers["Content-Type"] == "application/json"
    return json.loads(text)


class TestReview:
    @pytest.mark.parametrize("catalog", ["AWS", SANDBOX])
    def test_decides_in_both_catalogs(self, partner, submitted, catalog):
        opportunity = submitted(catalog)
        review = {"AccountId": partner.account, "Catalog": catalog, "Identifier": opportunity}
        for decision in ("In review", "Action Required"):
            answer = partner.server.admin("ReviewOpportunity", **review, Decision=decision, Comments="Why?", Reason="X")
            assert answer == {"ReviewStatus": decision}
        life = partner.get(opportunity, catalog)["LifeCycle"]
        assert (life["ReviewStatus"], life["ReviewComments"], life["ReviewStatusReason"]) == (
            "Action Required", "Why?", "X")
        partner.server.admin("ReviewOpportunity", **review, Decision="Approved")
        summary = partner.client.get_aws_opportunity_summary(Catalog=catalog, RelatedOpportunityIdentifier=opportunity)
        assert summary["OpportunityTeam"]

    def test_does_not_decide_what_was_not_submitted(self, partner, opportunity):
        error = refused(
            partner.server, "ReviewOpportunity",
            AccountId=partner.account, Identifier=opportunity, Decision="Approved")
        assert error["__type"].endswith("ValidationException")
        assert error["ErrorList"][0]["Code"] == "INVALID_RESOURCE_STATE"

    def test_does_not_find_what_is_another_s(self, partner, other_partner, submitted):
        error = refused(
            partner.server, "ReviewOpportunity",
            AccountId=other_partner.account, Identifier=submitted(), Decision="Approved")
        assert error["__type"].endswith("ResourceNotFoundException")


class TestAwsOpportunity:
    def test_what_aws_changes_is_seen_by_the_partner(self, partner, submitted):
        opportunity = submitted()
        before = partner.bytes_of(opportunity)
        partner.server.admin(
            "UpdateAwsOpportunity",
            AccountId=partner.account, RelatedOpportunityIdentifier=opportunity,
            Summary={
                "LifeCycle": {"Stage": "Committed", "NextSteps": "Sign the papers."},
                "Insights": {"EngagementScore": "High", "NextBestActions": "Call."},
                "OpportunityTeam": [
                    {"BusinessTitle": "PSM", "Email": "psm@aws.example", "FirstName": "P", "LastName": "S"}],
            },
        )
        seen = partner.client.get_aws_opportunity_summary(Catalog=SANDBOX, RelatedOpportunityIdentifier=opportunity)
        assert (seen["LifeCycle"]["Stage"], seen["LifeCycle"]["NextSteps"]) == ("Committed", "Sign the papers.")
        assert [entry["Value"] for entry in seen["LifeCycle"]["NextStepsHistory"]] == ["Sign the papers."]
        assert seen["Insights"]["EngagementScore"] == "High"
        assert [member["BusinessTitle"] for member in seen["OpportunityTeam"]] == ["PSM"]
        assert partner.bytes_of(opportunity) == before

    def test_the_model_holds_for_what_aws_says(self, partner, submitted):
        error = refused(
            partner.server, "UpdateAwsOpportunity",
            AccountId=partner.account, RelatedOpportunityIdentifier=submitted(),
            Summary={"LifeCycle": {"Stage": "Won"}, "Visibility": "None"})
        assert {(v["FieldName"], v["Code"]) for v in error["ErrorList"]} == {
            ("summary.lifeCycle.stage", "INVALID_ENUM_VALUE"), ("summary.visibility", "INVALID_ENUM_VALUE")}


class TestAccounts:
    def test_an_account_is_named(self, partner):
        account = partner.server.admin("CreateAccount", AccountId=partner.account)["Account"]
        assert account["CompanyName"] == f"Partner {partner.account}"
        named = {"AccountId": partner.account, "CompanyName": "Näherei Überall", "WebsiteUrl": "https://n.example"}
        assert partner.server.admin("CreateAccount", **named)["Account"] == named
        assert named in partner.server.admin("ListAccounts")["Accounts"]

    def test_an_account_is_seen_once_it_owns_something(self, partner):
        partner.create()
        listed = [account["AccountId"] for account in partner.server.admin("ListAccounts")["Accounts"]]
        assert listed.count(partner.account) == 1
        assert listed == sorted(listed)

    def test_a_user_can_be_the_owner(self, partner, opportunity):
        partner.server.admin(
            "PutUser", AccountId=partner.account, Email="ana@partner.example", FirstName="Ana", LastName="Lima")
        partner.client.assign_opportunity(
            Catalog=SANDBOX, Identifier=opportunity,
            Assignee={
                "Email": "ana@partner.example", "FirstName": "Ana", "LastName": "Lima",
                "BusinessTitle": "PartnerAccountManager"})
        assert partner.get(opportunity)["OpportunityTeam"][0]["Email"] == "ana@partner.example"
        users = partner.server.admin("ListUsers", AccountId=partner.account)["Users"]
        assert [user["AllianceLead"] for user in users if user["Email"] == "ana@partner.example"] == [False]
        assert sum(user["AllianceLead"] for user in users) == 1


class TestKeys:
    def test_a_key_is_listed_without_its_secret_and_gone_once_deleted(self, serve):
        server = serve("memory", "--auth", "strict")
        key = server.admin("CreateAccessKey", AccountId="111122223333")
        client = boto3_client(server.url, key["AccessKeyId"], key["SecretAccessKey"])
        assert client.list_solutions(Catalog=SANDBOX)["SolutionSummaries"]
        listed = server.admin("ListAccessKeys", AccountId="111122223333")["AccessKeys"]
        assert listed == [{"AccessKeyId": key["AccessKeyId"], "AccountId": "111122223333"}]
        for _ in range(2):
            server.admin("DeleteAccessKey", AccessKeyId=key["AccessKeyId"])
        with pytest.raises(client.exceptions.ClientError) as caught:
            client.list_solutions(Catalog=SANDBOX)
        assert caught.value.response["Error"]["Code"] == "UnrecognizedClientException"


class TestReviewFlags:
    @pytest.mark.parametrize("value", ["auto", "auto:", "auto:5s", "auto:-PT5S", "by hand"])
    def test_a_review_nobody_knows(self, tmp_path, value):
        done = run(tmp_path, "serve", "--store", "memory", "--port", "0", "--review", value)
        assert (done.returncode, done.stdout) == (CONFIGURATION, "")
        assert "--review" in done.stderr

    @pytest.mark.parametrize("script, place", [
        ("[\n{]", "line 2"),
        ('[{"then": [{"after": "PT1H", "decision": "Approved"}]}, {"then": [{"after": "1h"}]}]', "[1].then[0]"),
        ('[{"wen": {}, "then": []}]', "[0]"),
    ], ids=["no JSON", "no decision", "a member nobody knows"])
    def test_a_script_with_a_mistake(self, tmp_path, script, place):
        (tmp_path / "reviews.json").write_text(script)
        done = run(tmp_path, "serve", "--store", "memory", "--port", "0", "--review-script", "reviews.json")
        assert (done.returncode, done.stdout) == (CONFIGURATION, "")
        assert "reviews.json" in done.stderr and place in done.stderr

    def test_a_script_that_is_not_there(self, tmp_path):
        done = run(
            tmp_path, "serve", "--store", "memory", "--port", "0", COSELL_REVIEW_SCRIPT="nowhere.json")
        assert (done.returncode, done.stdout) == (INPUT_OUTPUT, "")
        assert "nowhere.json" in done.stderr


def run(directory, *arguments, **variables):
    """Runs a command that ends by itself."""
    return subprocess.run(
        [binary(), *arguments], cwd=directory, env=environment(**variables),
        capture_output=True, text=True, timeout=20,
    )


class TestCommands:
    @pytest.fixture
    def local(self, serve):
        return serve("memory")

    @pytest.fixture
    def cosell(self, tmp_path, local):
        """Runs a command against a server of the test's own."""
        return lambda *arguments, **variables: run(
            tmp_path, *arguments, **({"COSELL_ENDPOINT": local.url} | variables))

    def good(self, done):
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def test_the_clock_is_shown_and_moved(self, cosell):
        frozen = json.loads(self.good(cosell("clock", "freeze", "--json")))
        assert self.good(cosell("clock")).strip() == f"{frozen['Now']} (frozen)"
        assert self.good(cosell("clock", "set", "2040-01-01")).strip() == "2040-01-01T00:00:00.000Z (frozen)"
        assert self.good(cosell("clock", "advance", "P1M")).strip() == "2040-02-01T00:00:00.000Z (frozen)"
        back = cosell("clock", "set", "2039-01-01")
        assert (back.returncode, back.stdout) == (REFUSED, "")
        assert "2040-02-01" in back.stderr
        self.good(cosell("clock", "set", "2039-01-01", "--force"))
        assert json.loads(self.good(cosell("clock", "resume", "--json")))["Frozen"] is False

    def test_an_opportunity_is_reviewed(self, cosell, local):
        partner = Partner(local)
        opportunity = partner.create(**full_opportunity())
        early = cosell("review", opportunity, "--decision", "approved", "--account", partner.account)
        assert (early.returncode, early.stdout) == (REFUSED, "")
        partner.associate(opportunity, "Solutions", SOLUTION)
        partner.client.submit_opportunity(Catalog=SANDBOX, Identifier=opportunity, InvolvementType="Co-Sell")
        said = self.good(cosell(
            "review", opportunity, "--decision", "action-required", "--comments", "Why?", "--catalog", "sandbox",
            "--account", partner.account))
        assert said == f"{opportunity} is Action Required.\n"
        assert partner.get(opportunity)["LifeCycle"]["ReviewComments"] == "Why?"

    def test_accounts_are_listed_and_named(self, cosell):
        self.good(cosell("account", "create", "111122223333", "--company", "Weavers"))
        lines = self.good(cosell("account")).splitlines()
        assert lines[0].split() == ["ACCOUNT", "COMPANY", "WEBSITE"]
        assert [line.split() for line in lines[1:]] == [
            ["111122223333", "Weavers", "-"], ["123456789012", "Partner", "123456789012", "-"]]
        assert len(json.loads(self.good(cosell("account", "list", "--json")))["Accounts"]) == 2

    def test_users_are_listed_and_put(self, cosell):
        self.good(cosell("user", "put", "ana@w.example", "--first-name", "Ana", "--last-name", "Lima",
                         "--alliance-lead"))
        listed = self.good(cosell("user", "list", "--account", "123456789012")).splitlines()
        assert listed[1].split() == ["123456789012", "ana@w.example", "Ana", "Lima", "-", "alliance", "lead"]

    def test_keys_are_created_listed_and_deleted(self, cosell):
        exported = self.good(cosell("key", "create", "--id", "AKIATEST", "--secret", "it's", "--account", "111122223333"))
        shell = subprocess.run(
            ["sh", "-c", exported + 'printf %s "$AWS_ACCESS_KEY_ID/$AWS_SECRET_ACCESS_KEY"'],
            capture_output=True, text=True, check=True)
        assert shell.stdout == "AKIATEST/it's"
        listed = self.good(cosell("key", "list", "--account", "111122223333"))
        assert "AKIATEST" in listed and "it's" not in listed
        self.good(cosell("key", "delete", "AKIATEST"))
        assert self.good(cosell("key", "list", "--account", "111122223333")) == "None.\n"

    def test_solutions_are_listed_and_put(self, cosell):
        put = json.loads(self.good(cosell(
            "solution", "put", "Loom", "--account", "111122223333", "--category", "Managed Service", "--json")))
        listed = self.good(cosell("solution", "list", "--account", "111122223333"))
        assert any(line.split() == [put["Id"], "Active", "Managed", "Service", "Loom"] for line in listed.splitlines())
        assert put["Id"] not in self.good(cosell("solution", "list"))

    def test_faults_are_put_listed_and_lifted(self, cosell, local):
        self.good(cosell("fault", "put", "slow", "--kind", "latency", "--latency-milliseconds", "5", "--times", "3"))
        assert "slow  latency 5 ms" in self.good(cosell("fault"))
        wrong = cosell("fault", "put", "odd", "--kind", "error", "--error-code", "ThrotlingException")
        assert (wrong.returncode, wrong.stdout) == (REFUSED, "")
        assert "ThrottlingException" in wrong.stderr
        self.good(cosell("fault", "delete", "slow"))
        assert json.loads(self.good(cosell("fault", "list", "--json"))) == {"Faults": []}

    def test_an_admin_token_is_taken_from_the_environment(self, cosell, serve):
        guarded = serve("memory", "--admin-token", "open-sesame")
        without = cosell("clock", COSELL_ENDPOINT=guarded.url)
        assert (without.returncode, without.stdout) == (REFUSED, "")
        assert "token" in without.stderr
        self.good(cosell("clock", COSELL_ENDPOINT=guarded.url, COSELL_ADMIN_TOKEN="open-sesame"))
        self.good(cosell("clock", "--endpoint", guarded.url, "--admin-token", "open-sesame"))

    def test_a_server_that_is_not_there_is_reported(self, cosell):
        done = cosell("clock", "--endpoint", "http://127.0.0.1:1")
        assert (done.returncode, done.stdout) == (UNAVAILABLE, "")
        assert "127.0.0.1:1" in done.stderr

    @pytest.mark.parametrize("arguments", [
        ["review", "O1"], ["review", "O1", "--decision", "maybe"], ["clock", "set", "tomorrow"], ["clock", "advance"],
        ["fault", "put", "x"], ["solution", "list", "--catalog", "nowhere"],
    ], ids=" ".join)
    def test_what_nobody_can_mean_is_usage(self, cosell, arguments):
        done = cosell(*arguments)
        assert (done.returncode, done.stdout) == (USAGE, "")

    def test_nothing_is_coloured_for_a_program(self, cosell):
        assert "\x1b" not in self.good(cosell("account"))
