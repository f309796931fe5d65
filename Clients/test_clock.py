"""Cosell's clock: what it dates, what becomes due by it, and what it leaves alone."""

import datetime
import json
import time

import pytest

from partner import SANDBOX, SOLUTION, Partner, boto3_client, full_opportunity

UTC = datetime.timezone.utc


@pytest.fixture
def server(serve, store):
    """A server of the test's own: nobody else's clock is moved."""
    return serve(store)


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def shown(server):
    return instant(server.admin("GetClock")["Now"])


def submitted(partner, catalog=SANDBOX):
    opportunity = partner.create(catalog, **full_opportunity())
    partner.associate(opportunity, "Solutions", SOLUTION, catalog)
    partner.client.submit_opportunity(Catalog=catalog, Identifier=opportunity, InvolvementType="Co-Sell")
    return opportunity


def status(partner, opportunity, catalog=SANDBOX):
    return partner.get(opportunity, catalog)["LifeCycle"]["ReviewStatus"]


def eventually(condition, seconds=15):
    """Waits on the real clock for what the server does by itself."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def test_a_clock_that_nobody_moved_shows_real_time(server):
    clock = server.admin("GetClock")
    assert clock["Frozen"] is False
    assert abs(instant(clock["Now"]) - datetime.datetime.now(UTC)) < datetime.timedelta(seconds=10)


def test_resources_are_dated_by_it(server):
    server.admin("SetClock", Now="2040-02-29T12:00:00Z")
    server.admin("FreezeClock")
    partner = Partner(server)
    created = partner.get(partner.create())["CreatedDate"]
    assert datetime.datetime(2040, 2, 29, 12, tzinfo=UTC) <= created < datetime.datetime(2040, 2, 29, 12, 1, tzinfo=UTC)


def test_signatures_are_not(server):
    """A client signs by real time, wherever Cosell's clock stands."""
    server.admin("AdvanceClock", By="P10Y")
    client = boto3_client(server.url)
    assert client.list_solutions(Catalog=SANDBOX)["SolutionSummaries"]


def test_it_stands_while_it_is_frozen(server):
    frozen = server.admin("FreezeClock")
    assert frozen["Frozen"] is True
    time.sleep(0.05)
    assert server.admin("GetClock") == frozen
    resumed = server.admin("ResumeClock")
    assert resumed["Frozen"] is False
    time.sleep(0.05)
    assert shown(server) > instant(frozen["Now"])


def test_it_goes_back_by_force_only(server):
    now = server.admin("FreezeClock")["Now"]
    refused, _, text = server.post("/_cosell/SetClock", {"Now": "2001-01-01T00:00:00Z"})
    assert refused == 400
    assert json.loads(text)["__type"].endswith("ValidationException")
    assert server.admin("GetClock")["Now"] == now
    assert server.admin("SetClock", Now="2001-01-01T00:00:00Z", Force=True)["Now"] == "2001-01-01T00:00:00.000Z"


@pytest.mark.parametrize("by", ["", "P", "15D", "-P1D", "P1.5D", "P9000Y", "fortnight"])
def test_a_step_that_is_none_is_refused(server, by):
    before = server.admin("FreezeClock")
    refused, _, text = server.post("/_cosell/AdvanceClock", {"By": by})
    assert refused == 400, text
    assert server.admin("GetClock") == before


def test_it_is_the_same_after_a_restart(server):
    server.admin("AdvanceClock", By="P100D")
    frozen = server.admin("FreezeClock")
    server.stop()
    server.start()
    assert server.admin("GetClock") == frozen


def test_it_survives_a_crash(server):
    moved = server.admin("AdvanceClock", By="P100D")
    server.kill()
    server.start()
    assert shown(server) >= instant(moved["Now"])


class TestReviews:
    def test_a_review_is_due_by_it(self, serve, store):
        server = serve(store, "--review", "auto:P2D")
        partner = Partner(server)
        server.admin("FreezeClock")
        opportunity = submitted(partner)
        server.admin("AdvanceClock", By="P1DT23H")
        assert status(partner, opportunity) == "Submitted"
        server.admin("AdvanceClock", By="PT1H")
        assert status(partner, opportunity) == "Approved"

    def test_a_review_comes_by_itself(self, serve, store):
        partner = Partner(serve(store, "--review", "auto:PT1S"))
        opportunity = submitted(partner, "AWS")
        eventually(lambda: status(partner, opportunity, "AWS") == "Approved")

    def test_a_plan_survives_a_crash(self, serve, store):
        server = serve(store, "--review", "auto:P2D")
        partner = Partner(server)
        opportunity = submitted(partner)
        server.kill()
        server.start()
        partner = Partner(server, partner.account)
        server.admin("AdvanceClock", By="P2D")
        assert status(partner, opportunity) == "Approved"

    def test_a_script_asks_and_then_approves(self, serve, store, tmp_path):
        script = tmp_path / "reviews.json"
        script.write_text(json.dumps([
            {
                "when": {"titleContains": "archive", "companyContains": "näherei", "catalog": SANDBOX},
                "then": [
                    {"after": "PT2H", "decision": "Action Required", "comments": "Which plant?", "reason": "PLANT"},
                    {"after": "PT1H", "decision": "Approved"},
                ],
            },
        ]))
        server = serve(store, "--review-script", str(script), "--review", "auto:PT10M")
        partner = Partner(server)
        server.admin("FreezeClock")
        opportunity, other = submitted(partner), submitted(partner, "AWS")
        server.admin("AdvanceClock", By="PT10M")
        assert (status(partner, opportunity), status(partner, other, "AWS")) == ("Submitted", "Approved")
        server.admin("AdvanceClock", By="PT110M")
        life = partner.get(opportunity)["LifeCycle"]
        assert (life["ReviewStatus"], life["ReviewComments"], life["ReviewStatusReason"]) == (
            "Action Required", "Which plant?", "PLANT")
        partner.client.submit_opportunity(Catalog=SANDBOX, Identifier=opportunity, InvolvementType="Co-Sell")
        server.admin("AdvanceClock", By="PT59M")
        assert status(partner, opportunity) == "Submitted"
        server.admin("AdvanceClock", By="PT1M")
        assert status(partner, opportunity) == "Approved"


def test_a_daily_budget_is_a_day_of_it(serve):
    server = serve("memory", "--limits", "aws")
    partner = Partner(server)
    server.admin("FreezeClock")
    arn = partner.get(partner.create())["Arn"]
    assert arn
    server.admin("AdvanceClock", By="P2D")
    time.sleep(1.1)
    assert partner.create()
