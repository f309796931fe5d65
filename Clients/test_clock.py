"""Cosell's clock: what it dates, what becomes due by it, and what it leaves alone."""

import datetime
import json
import time

import pytest

from partner import SANDBOX, SOLUTION, Partner, boto3_client, full_opportunity

UTC = datetime.timezone.utc


@pytest.fixture
def clocked(serve, store):
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


def test_a_clock_that_nobody_moved_shows_real_time(clocked):
    clock = clocked.admin("GetClock")
    assert clock["Frozen"] is False
    assert abs(instant(clock["Now"]) - datetime.datetime.now(UTC)) < datetime.timedelta(seconds=10)


def test_resources_are_dated_by_it(clocked):
    clocked.admin("SetClock", Now="2040-02-29T12:00:00Z")
    clocked.admin("FreezeClock")
    partner = Partner(clocked)
    created = partner.get(partner.create())["CreatedDate"]
    assert datetime.datetime(2040, 2, 29, 12, tzinfo=UTC) <= created < datetime.datetime(2040, 2, 29, 12, 1, tzinfo=UTC)


def test_signatures_are_not(clocked):
    """A client signs by real time, wherever Cosell's clock stands."""
    clocked.admin("AdvanceClock", By="P10Y")
    client = boto3_client(clocked.url)
    assert client.list_solutions(Catalog=SANDBOX)["SolutionSummaries"]


def test_it_stands_while_it_is_frozen(clocked):
    frozen = clocked.admin("FreezeClock")
    assert frozen["Frozen"] is True
    time.sleep(0.05)
    assert clocked.admin("GetClock") == frozen
    resumed = clocked.admin("ResumeClock")
    assert resumed["Frozen"] is False
    time.sleep(0.05)
    assert shown(clocked) > instant(frozen["Now"])


def test_it_goes_back_by_force_only(clocked):
    now = clocked.admin("FreezeClock")["Now"]
    refused, _, text = clocked.post("/_cosell/SetClock", {"Now": "2001-01-01T00:00:00Z"})
    assert refused == 400
    assert json.loads(text)["__type"].endswith("ValidationException")
    assert clocked.admin("GetClock")["Now"] == now
    assert clocked.admin("SetClock", Now="2001-01-01T00:00:00Z", Force=True)["Now"] == "2001-01-01T00:00:00.000Z"


@pytest.mark.parametrize("by", ["", "P", "15D", "-P1D", "P1.5D", "P9000Y", "fortnight"])
def test_a_step_that_is_none_is_refused(clocked, by):
    before = clocked.admin("FreezeClock")
    refused, _, text = clocked.post("/_cosell/AdvanceClock", {"By": by})
    assert refused == 400, text
    assert clocked.admin("GetClock") == before


def test_it_is_the_same_after_a_restart(clocked):
    clocked.admin("AdvanceClock", By="P100D")
    frozen = clocked.admin("FreezeClock")
    clocked.stop()
    clocked.start()
    assert clocked.admin("GetClock") == frozen


def test_it_survives_a_crash(clocked):
    moved = clocked.admin("AdvanceClock", By="P100D")
    clocked.kill()
    clocked.start()
    assert shown(clocked) >= instant(moved["Now"])


def test_two_nodes_share_it(serve, store):
    if not store.startswith("postgres"):
        pytest.skip("only PostgreSQL serves two nodes")
    one, other = serve(store), serve(store)
    moved = one.admin("AdvanceClock", By="P100D")
    frozen = one.admin("FreezeClock")
    assert other.admin("GetClock") == frozen
    partner = Partner(other)
    eventually(lambda: partner.get(partner.create())["CreatedDate"] >= instant(moved["Now"]))
    other.admin("ResumeClock")
    assert one.admin("GetClock")["Frozen"] is False


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
