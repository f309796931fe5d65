"""Events reach the partner's systems: the log, webhooks, files, an event bus, the stream, and the command line."""

import hashlib
import hmac
import json
import os
import re
import subprocess
import threading
import time

import boto3
import pytest

from partner import SANDBOX, SECOND_SOLUTION, SOLUTION, Partner
from receiving import Stream, eventually, hook
from serving import binary, environment

# A node that ended without a word is replaced once its lease is over.
TAKEOVER_SECONDS = 40


def events_of(partner, **scope):
    return partner.server.admin("ListEvents", AccountId=partner.account, **scope)["Events"]


def identifiers(events):
    return {event["Event"]["id"] for event in events}


def statuses(partner, target):
    """(status, attempts) of each event at a target, by the event's number."""
    return {
        event["Sequence"]: (delivery["Status"], delivery["Attempts"])
        for event in events_of(partner) for delivery in event["Deliveries"] if delivery["TargetName"] == target
    }


@pytest.fixture
def target(partner):
    """Puts targets of the partner's own events, and deletes them with the test."""
    names = []

    def put(kind, **members):
        names.append(f"{kind} of {partner.account} {len(names)}")
        partner.server.admin("PutEventTarget", Name=names[-1], Kind=kind, AccountId=partner.account, **members)
        return names[-1]

    yield put
    for name in names:
        partner.server.admin("DeleteEventTarget", Name=name)


class TestLog:
    def test_has_each_change_as_aws_tells_it(self, partner):
        opportunity = partner.create()
        partner.associate(opportunity, "Solutions", SOLUTION)
        created, updated = events_of(partner)
        assert updated["Sequence"] > created["Sequence"]
        assert [event["Event"]["detail-type"] for event in (created, updated)] == [
            "Opportunity Created", "Opportunity Updated"]
        for event in (created["Event"], updated["Event"]):
            assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", event.pop("id"))
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", event.pop("time"))
            event.pop("detail-type")
            assert event == {
                "version": "0", "source": "aws.partnercentral-selling", "account": partner.account,
                "region": "us-east-1", "resources": [],
                "detail": {
                    "schemaVersion": "1", "catalog": SANDBOX, "opportunity": {"identifier": opportunity}},
            }

    def test_has_nothing_of_a_refused_change(self, partner, opportunity):
        before = events_of(partner)
        partner.refused(
            "ResourceNotFoundException", partner.disassociate, opportunity, "Solutions", SOLUTION)
        assert events_of(partner) == before

    def test_numbers_without_a_gap(self, serve, store):
        server = serve(store)
        partner = Partner(server)
        for _ in range(3):
            partner.create()
        answer = server.admin("ListEvents")
        assert [event["Sequence"] for event in answer["Events"]] == [1, 2, 3]
        assert answer["LastSequence"] == 3

    def test_is_asked_by_scope_and_leafed_through(self, partner):
        opportunity = partner.create()
        partner.create(catalog="AWS")
        partner.associate(opportunity, "Solutions", SOLUTION)
        kinds = [event["Event"]["detail-type"] for event in events_of(partner, Catalog=SANDBOX)]
        assert kinds == ["Opportunity Created", "Opportunity Updated"]
        assert len(events_of(partner, DetailType="Opportunity Created")) == 2
        whole, last, leafed = events_of(partner), 0, []
        while page := events_of(partner, AfterSequence=last, MaxResults=1):
            leafed += page
            last = page[-1]["Sequence"]
        assert leafed == whole


class TestWebhook:
    def test_gets_the_envelope_signed(self, partner, target):
        with hook() as receiver:
            name = target("webhook", Endpoint=receiver.url, Secret="sesame")
            partner.create()
            eventually(lambda: statuses(partner, name) and receiver.received)
            request, event = receiver.received[0], events_of(partner)[0]
            assert request.event == event["Event"]
            assert request.sequence == event["Sequence"]
            assert request.headers["content-type"] == "application/json"
            digest = hmac.new(b"sesame", request.body, hashlib.sha256).hexdigest()
            assert request.headers["x-cosell-signature"] == f"sha256={digest}"

    def test_that_fails_three_times_gets_its_events_all_the_same_in_order(self, partner, target):
        with hook(lambda request, earlier: 503 if len(earlier) < 3 else 200) as receiver:
            name = target("webhook", Endpoint=receiver.url)
            opportunity = partner.create()
            partner.associate(opportunity, "Solutions", SOLUTION)
            first, second = [event["Sequence"] for event in events_of(partner)]
            delivered = {first: ("Delivered", 4), second: ("Delivered", 1)}
            eventually(lambda: statuses(partner, name) == delivered)
            assert receiver.sequences == [first, first, first, first, second]
            assert identifiers(events_of(partner)) == {request.event["id"] for request in receiver.received}

    def test_that_fails_for_one_opportunity_gets_the_others_events(self, partner, target):
        stuck, refuses = [], threading.Event()
        refuses.set()

        def answer(request, earlier):
            return 500 if refuses.is_set() and stuck[0] in request.body.decode() else 200

        with hook(answer) as receiver:
            stuck.append(partner.create())
            name = target("webhook", Endpoint=receiver.url)
            partner.associate(stuck[0], "Solutions", SOLUTION)
            partner.associate(stuck[0], "Solutions", SECOND_SOLUTION)
            other = partner.create()
            _, first, second, third = [event["Sequence"] for event in events_of(partner)]
            eventually(lambda: statuses(partner, name)[third] == ("Delivered", 1))
            assert statuses(partner, name)[second] == ("Pending", 0)
            failed = next(event for event in events_of(partner) if event["Sequence"] == first)
            eventually(lambda: statuses(partner, name)[first][1] > 0)
            assert failed["Event"]["detail"]["opportunity"]["identifier"] != other
            refuses.clear()
            eventually(lambda: {status for status, _ in statuses(partner, name).values()} == {"Delivered"})
            assert [sequence for sequence in receiver.sequences if sequence == second] == [second]

    def test_begins_with_what_happens_after_it_and_is_sent_older_events_on_request(self, partner, target):
        partner.create()
        with hook() as receiver:
            name = target("webhook", Endpoint=receiver.url)
            partner.create()
            old, new = [event["Sequence"] for event in events_of(partner)]
            eventually(lambda: receiver.sequences == [new])
            partner.server.admin("RedeliverEvents", TargetName=name, FromSequence=old, ToSequence=old)
            eventually(lambda: receiver.sequences == [new, old])
            partner.server.admin("RedeliverEvents", TargetName=name, FromSequence=old)
            eventually(lambda: sorted(receiver.sequences) == [old, old, new, new])

    def test_gets_only_the_kinds_it_wants_and_twice_where_that_is_asked_for(self, partner, target):
        with hook() as receiver:
            target("webhook", Endpoint=receiver.url, DetailTypes=["Opportunity Updated"], Duplicate=True)
            opportunity = partner.create()
            partner.associate(opportunity, "Solutions", SOLUTION)
            updated = events_of(partner)[1]["Sequence"]
            eventually(lambda: receiver.sequences == [updated, updated])

    def test_gets_its_events_later_where_that_is_asked_for(self, partner, target):
        with hook() as receiver:
            target("webhook", Endpoint=receiver.url, DelayMilliseconds=1_000)
            begun = time.monotonic()
            partner.create()
            eventually(lambda: receiver.received)
            assert time.monotonic() - begun > 0.9

    def test_gets_all_of_them_where_they_are_shuffled(self, partner, target):
        with hook() as receiver:
            target("webhook", Endpoint=receiver.url, Shuffle=True)
            for _ in range(12):
                partner.create()
            sequences = [event["Sequence"] for event in events_of(partner)]
            eventually(lambda: sorted(receiver.sequences) == sequences)

    def test_deleted_gets_nothing_more(self, partner, target):
        with hook() as receiver, hook() as witness:
            name = target("webhook", Endpoint=receiver.url)
            target("webhook", Endpoint=witness.url)
            partner.server.admin("DeleteEventTarget", Name=name)
            partner.create()
            eventually(lambda: witness.received)
            assert not receiver.received


class TestTargets:
    def test_are_listed_without_their_secrets(self, partner, target):
        members = {
            "Kind": "eventbridge", "Endpoint": "http://127.0.0.1:1", "AccessKeyId": "AKIA", "EventBusName": "crm",
            "Source": "mine", "DetailTypes": ["Opportunity Created"], "DelayMilliseconds": 5, "Shuffle": True,
        }
        name = target(members.pop("Kind"), SecretAccessKey="hush-hush", Secret="hush-hush", **members)
        listed = partner.server.admin("ListEventTargets")["EventTargets"]
        assert "hush" not in json.dumps(listed)
        assert [each for each in listed if each["Name"] == name] == [
            members | {"Name": name, "Kind": "eventbridge", "AccountId": partner.account, "Region": "us-east-1"}]

    @pytest.mark.parametrize("members, fields", [
        ({"Kind": "webhook"}, {"endpoint"}),
        ({"Kind": "webhook", "Endpoint": "ftp://crm.example"}, {"endpoint"}),
        ({"Kind": "file"}, {"path"}),
        ({"Kind": "eventbridge"}, {"accessKeyId", "secretAccessKey"}),
        ({"Kind": "pigeon"}, {"kind"}),
        ({"Kind": "file", "Path": "x", "DelayMilliseconds": -1, "DetailTypes": []},
         {"delayMilliseconds", "detailTypes"}),
    ], ids=lambda value: "-".join(sorted(value)) if isinstance(value, set) else None)
    def test_that_cannot_be_meant_are_refused_with_all_reasons(self, server, members, fields):
        status, _, text = server.post("/_cosell/PutEventTarget", {"Name": "refused", **members})
        assert status == 400
        assert {error["FieldName"] for error in json.loads(text)["ErrorList"]} == fields
        assert "refused" not in [each["Name"] for each in server.admin("ListEventTargets")["EventTargets"]]

    def test_that_are_not_there_cannot_be_sent_to_and_may_be_deleted(self, server):
        status, headers, _ = server.post("/_cosell/RedeliverEvents", {"TargetName": "nobody", "FromSequence": 1})
        assert (status, headers["x-amzn-ErrorType"]) == (400, "ResourceNotFoundException")
        assert server.admin("DeleteEventTarget", Name="nobody") == {}


def test_a_file_gets_one_envelope_per_line(partner, target, tmp_path):
    path = tmp_path / "events.jsonl"
    target("file", Path=str(path))
    for _ in range(5):
        partner.create()
    expected = [event["Event"] for event in events_of(partner)]
    eventually(lambda: path.exists() and path.read_bytes().count(b"\n") == 5)
    assert [json.loads(line) for line in path.read_text().splitlines()] == expected


@pytest.fixture(scope="module")
def aws():
    """moto's EventBridge and SQS as a server: another implementation of what the target speaks."""
    moto = pytest.importorskip("moto.server")
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def test_an_event_bus_hands_events_on_to_a_queue(partner, target, aws):
    def client(service):
        return boto3.client(
            service, endpoint_url=aws, region_name="us-east-1", aws_access_key_id="AKIAEXAMPLE",
            aws_secret_access_key="secret")

    queue = client("sqs").create_queue(QueueName=f"events-{partner.account}")["QueueUrl"]
    arn = client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    client("events").create_event_bus(Name=f"bus-{partner.account}")
    rule = {"Name": "updates", "EventBusName": f"bus-{partner.account}"}
    pattern = {"detail-type": ["Opportunity Updated"], "source": ["my.partner-central"]}
    client("events").put_rule(**rule, EventPattern=json.dumps(pattern))
    client("events").put_targets(Rule="updates", EventBusName=rule["EventBusName"], Targets=[{"Id": "1", "Arn": arn}])
    name = target(
        "eventbridge", Endpoint=aws, Region="us-east-1", AccessKeyId="AKIAEXAMPLE", SecretAccessKey="secret",
        EventBusName=rule["EventBusName"], Source="my.partner-central")
    opportunity = partner.create()
    partner.associate(opportunity, "Solutions", SOLUTION)
    eventually(lambda: [status for status, _ in statuses(partner, name).values()] == ["Delivered", "Delivered"])
    messages = eventually(lambda: client("sqs").receive_message(QueueUrl=queue).get("Messages"))
    assert len(messages) == 1
    got, told = json.loads(messages[0]["Body"]), events_of(partner)[1]["Event"]
    for member in ("detail-type", "detail", "resources", "time"):
        assert got[member] == told[member]
    assert got["source"] == "my.partner-central"


class TestStream:
    def test_tells_what_happens_and_what_was_missed(self, partner):
        query = f"?AccountId={partner.account}"
        stream = Stream(partner.server, query)
        assert stream.answer.headers["Content-Type"] == "text/event-stream"
        opportunity = partner.create()
        eventually(lambda: len(stream.events) == 1)
        stream.close()
        partner.associate(opportunity, "Solutions", SOLUTION)
        partner.associate(opportunity, "Solutions", SECOND_SOLUTION)
        stream = Stream(partner.server, query, after=stream.sequences[-1])
        eventually(lambda: len(stream.events) == 2)
        partner.create()
        eventually(lambda: len(stream.events) == 3)
        whole = [(event["Sequence"], event["Event"]["detail-type"], event["Event"]) for event in events_of(partner)]
        assert stream.events == whole[1:]
        stream.close()

    def test_has_the_kind_that_is_asked_for(self, partner):
        stream = Stream(partner.server, f"?AccountId={partner.account}&DetailType=Opportunity%20Updated&after=0")
        opportunity = partner.create()
        partner.associate(opportunity, "Solutions", SOLUTION)
        eventually(lambda: stream.events)
        assert [kind for _, kind, _ in stream.events] == ["Opportunity Updated"]
        stream.close()

    def test_does_not_hold_up_the_end_of_the_server(self, serve):
        server = serve("memory")
        streams = [Stream(server) for _ in range(3)]
        begun = time.monotonic()
        assert server.stop()[0] == 0
        assert time.monotonic() - begun < 8
        assert all(stream.ended.wait(5) for stream in streams)

    def test_is_for_those_who_may_use_the_admin_api(self, serve):
        server = serve("memory", "--admin-token", "secret")
        assert server.get("/_cosell/events/stream")[0] == 401
        assert server.get("/_cosell/events/stream", Host="example.com")[0] == 403


class TestKill:
    """`kill -9` loses no event and invents none, wherever it comes."""

    @pytest.mark.parametrize("kind", ["webhook", "file"])
    def test_while_events_are_undelivered(self, serve, store, tmp_path, kind):
        refuses, path = threading.Event(), tmp_path / "events.jsonl"
        refuses.set()
        with hook(lambda request, earlier: 503 if refuses.is_set() else 200) as receiver:
            server = serve(store)
            # The same after each start, as a client of a service expects.
            server.port = server.bound_port
            partner = Partner(server)
            members = {"webhook": {"Endpoint": receiver.url}, "file": {"Path": str(path)}}[kind]
            server.admin("PutEventTarget", Name="t", Kind=kind, **members)
            opportunities = [partner.create() for _ in range(10)]
            server.kill()
            server.start()
            opportunities += [partner.create() for _ in range(10)]
            server.kill()
            refuses.clear()
            server.start()
            partner.associate(opportunities[0], "Solutions", SOLUTION)

            def got():
                if kind == "webhook":
                    return {request.event["id"] for request in receiver.received}
                return {json.loads(line)["id"] for line in path.read_text().splitlines()} if path.exists() else set()

            events = events_of(partner)
            assert [event["Sequence"] for event in events] == list(range(1, 22))
            told = [event["Event"]["detail"]["opportunity"]["identifier"] for event in events]
            assert told == [*opportunities, opportunities[0]]
            eventually(lambda: got() == identifiers(events), TAKEOVER_SECONDS)

    def test_in_the_middle_of_writing_and_sending(self, serve, store, tmp_path):
        path = tmp_path / "events.jsonl"
        server = serve(store)
        server.port = server.bound_port
        partner = Partner(server)
        server.admin("PutEventTarget", Name="t", Kind="file", Path=str(path))
        acknowledged = []
        for _ in range(4):
            def write():
                while True:
                    try:
                        acknowledged.append(partner.create())
                    except Exception:
                        return

            writer = threading.Thread(target=write)
            writer.start()
            time.sleep(0.3)
            server.kill()
            writer.join()
            server.start()
        everything, last = [], 0
        while page := server.admin("ListEvents", AfterSequence=last)["Events"]:
            everything += page
            last = page[-1]["Sequence"]
        assert [event["Sequence"] for event in everything] == list(range(1, len(everything) + 1))
        told = [event["Event"]["detail"]["opportunity"]["identifier"] for event in everything]
        assert set(acknowledged) <= set(told) and len(told) - len(acknowledged) <= 4
        assert len(set(told)) == len(told)
        eventually(
            lambda: {json.loads(line)["id"] for line in path.read_text().splitlines()} == identifiers(everything),
            TAKEOVER_SECONDS)


class TestCommands:
    @pytest.fixture
    def local(self, serve):
        return serve("memory")

    def run(self, *arguments):
        return subprocess.run(
            [binary(), "events", *arguments], env=environment(), capture_output=True, text=True, timeout=20)

    def test_list_prints_columns_or_json(self, local):
        partner = Partner(local)
        opportunity = partner.create()
        Partner(local).create()
        table = self.run("list", "--endpoint", local.url, "--account", partner.account)
        assert (table.returncode, table.stderr) == (0, "")
        heading, row = table.stdout.splitlines()
        assert heading.split()[:3] == ["SEQUENCE", "TIME", "ACCOUNT"]
        assert row.split()[0] == "1" and partner.account in row and opportunity in row
        lines = self.run("list", "--endpoint", local.url, "--json", "--after", "1").stdout.splitlines()
        assert [json.loads(line)["Sequence"] for line in lines] == [2]
        assert json.loads(lines[0])["Event"] == local.admin("ListEvents", AfterSequence=1)["Events"][0]["Event"]

    def test_tail_prints_what_comes_and_goes_on_after_a_restart(self, serve, tmp_path):
        server = serve(f"sqlite:{tmp_path / 'cosell.sqlite'}")
        server.port = server.bound_port
        partner = Partner(server)
        partner.create()
        with open(tmp_path / "tail.log", "wb") as errors:
            tail = subprocess.Popen(
                [binary(), "events", "tail", "--json", "--endpoint", server.url, "--after", "0",
                 "--detail-type", "Opportunity Created"],
                env=environment(), stdout=subprocess.PIPE, stderr=errors)
        try:
            os.set_blocking(tail.stdout.fileno(), False)
            printed = bytearray()

            def numbers():
                printed.extend(tail.stdout.read() or b"")
                return [json.loads(line)["Sequence"] for line in printed.splitlines()]

            eventually(lambda: numbers() == [1])
            server.kill()
            server.start()
            partner.associate(partner.create(), "Solutions", SOLUTION)
            partner.create()
            eventually(lambda: numbers() == [1, 2, 4])
        finally:
            tail.kill()
            tail.wait()

    @pytest.mark.parametrize("command", ["list", "tail"])
    def test_a_server_that_is_not_there_is_said_so(self, command):
        done = self.run(command, "--endpoint", "http://127.0.0.1:1")
        assert done.returncode == 69
        assert "http://127.0.0.1:1 does not answer" in done.stderr
