"""The program itself: its commands, its refusals and their exit codes, its own routes."""

import json
import signal
import sqlite3
import subprocess
import time

import pytest

from partner import SANDBOX, SOLUTION, Partner, relation
from serving import binary, environment, new_store
from signed import connect, send

USAGE, UNAVAILABLE, CONFIGURATION = 64, 69, 78
UNKNOWN = "O999999999999999999"


@pytest.fixture
def cosell(tmp_path):
    """Runs a command that ends by itself."""

    def run(*arguments, **variables):
        return subprocess.run(
            [binary(), *arguments], cwd=tmp_path, env=environment(**variables),
            capture_output=True, text=True, timeout=20,
        )

    return run


class TestCall:
    @pytest.fixture
    def local(self, serve):
        return serve("memory")

    @pytest.fixture
    def call(self, cosell, local):
        return lambda operation, members: cosell("call", operation, json.dumps(members), "--endpoint", local.url)

    def test_prints_the_answer_as_json(self, call):
        done = call("CreateOpportunity", {"Catalog": SANDBOX, "ClientToken": "t-1"})
        assert (done.returncode, done.stderr) == (0, "")
        read = call("GetOpportunity", {"Catalog": SANDBOX, "Identifier": json.loads(done.stdout)["Id"]})
        assert json.loads(read.stdout)["LifeCycle"]["ReviewStatus"] == "Pending Submission"

    def test_goes_the_whole_way_of_an_association(self, call):
        opportunity = json.loads(call("CreateOpportunity", {"Catalog": SANDBOX, "ClientToken": "t-2"}).stdout)["Id"]
        members = relation(opportunity, "Solutions", SOLUTION)
        assert call("AssociateOpportunity", members).returncode == 0
        assert call("DisassociateOpportunity", members).returncode == 0
        again = call("DisassociateOpportunity", members)
        assert again.returncode != 0
        assert "ResourceNotFoundException" in again.stderr

    def test_a_refusal_is_on_standard_error_only(self, call):
        done = call("GetOpportunity", {"Catalog": SANDBOX, "Identifier": UNKNOWN})
        assert done.returncode != 0
        assert done.stdout == ""
        assert "ResourceNotFoundException" in done.stderr

    def test_takes_the_endpoint_from_the_environment(self, cosell, local):
        done = cosell("call", "ListSolutions", '{"Catalog": "Sandbox"}', COSELL_ENDPOINT=local.url)
        assert len(json.loads(done.stdout)["SolutionSummaries"]) == 3

    @pytest.mark.parametrize("arguments", [
        ["MakeCoffee", "{}"], ["GetOpportunity", "{"], ["GetOpportunity", "[]"],
    ], ids=["unknown operation", "half a body", "a list"])
    def test_what_cannot_be_meant_is_refused(self, cosell, local, arguments):
        done = cosell("call", *arguments, "--endpoint", local.url)
        assert done.returncode != 0
        assert done.stderr

    def test_a_server_that_is_not_there_is_reported(self, cosell):
        done = cosell("call", "ListSolutions", '{"Catalog": "Sandbox"}', "--endpoint", "http://127.0.0.1:1")
        assert done.returncode != 0
        assert "127.0.0.1:1" in done.stderr


class TestRefusalsToServe:
    """Nothing is served with settings that cannot be meant; the reason is one readable message on standard error."""

    def refuse(self, cosell, codes, *flags, **variables):
        done = cosell("serve", "--port", "0", *flags, **variables)
        assert done.returncode in codes, done.stderr
        assert done.stdout == ""
        assert done.stderr.strip()
        assert "Fatal error" not in done.stderr
        return done.stderr

    @pytest.mark.parametrize("flags", [
        ["--no-such-flag"], ["--port", "http"], ["--port", "70000"], ["--durability", "none"], ["--auth", "maybe"],
    ], ids=" ".join)
    def test_flags_nobody_knows(self, cosell, flags):
        self.refuse(cosell, {USAGE, CONFIGURATION}, *flags)

    @pytest.mark.parametrize("value", ["mysql://localhost/x", "sqlite:", "disk"])
    def test_a_store_nobody_has(self, cosell, value):
        self.refuse(cosell, {USAGE, CONFIGURATION}, "--store", value)

    def test_a_setting_in_the_environment_counts_as_a_flag(self, cosell):
        self.refuse(cosell, {USAGE, CONFIGURATION}, COSELL_STORE="disk")
        self.refuse(cosell, {USAGE, CONFIGURATION}, COSELL_DURABILITY="none")

    @pytest.mark.parametrize("flags, missing", [
        ([], "--a"), (["--auth", "strict"], "--admin-token"), (["--admin-token", "open-sesame"], "--auth strict"),
    ], ids=["without anything", "without an admin token", "without strict authentication"])
    def test_an_address_that_others_reach(self, cosell, flags, missing):
        said = self.refuse(cosell, {USAGE, CONFIGURATION}, "--store", "memory", "--host", "0.0.0.0", *flags)
        assert missing in said

    def test_a_certificate_without_its_key(self, cosell, tmp_path):
        self.refuse(cosell, {USAGE, CONFIGURATION}, "--store", "memory", "--tls-certificate", str(tmp_path / "c.pem"))

    def test_a_file_that_cannot_be_made(self, cosell, tmp_path):
        (tmp_path / "file").write_text("not a folder")
        self.refuse(cosell, {UNAVAILABLE}, "--store", f"sqlite:{tmp_path}/file/cosell.sqlite")

    def test_a_file_that_is_no_database(self, cosell, tmp_path):
        (tmp_path / "notes.txt").write_text("not a database, but long enough to be looked at\n" * 100)
        self.refuse(cosell, {UNAVAILABLE}, "--store", f"sqlite:{tmp_path}/notes.txt")
        assert (tmp_path / "notes.txt").read_text().startswith("not a database")

    def test_a_database_server_that_is_not_there(self, cosell):
        said = self.refuse(cosell, {UNAVAILABLE}, "--store", "postgres://someone:hidden@127.0.0.1:1/cosell")
        assert "hidden" not in said

    def test_a_file_that_another_server_has_open(self, cosell, serve, tmp_path):
        store = f"sqlite:{tmp_path}/cosell.sqlite"
        running = serve(store)
        self.refuse(cosell, {UNAVAILABLE}, "--store", store)
        assert running.get("/_cosell/health")[0] == 200

    def test_a_file_that_a_newer_program_has_written(self, cosell, serve, tmp_path):
        store = f"sqlite:{tmp_path}/cosell.sqlite"
        serve(store).stop()
        with sqlite3.connect(tmp_path / "cosell.sqlite") as database:
            database.execute(
                "INSERT INTO schema_migration SELECT DISTINCT room, 999, 'from the future', 0 FROM schema_migration")
        database.close()
        said = self.refuse(cosell, {UNAVAILABLE, CONFIGURATION}, "--store", store)
        assert "newer" in said

    def test_a_secrets_key_that_is_not_the_store_s(self, cosell, serve, tmp_path):
        store = f"sqlite:{tmp_path}/cosell.sqlite"
        serve(store).stop()
        said = self.refuse(cosell, {CONFIGURATION}, "--store", store, "--secrets-key", f"{tmp_path}/a/new/one.key")
        assert "one.key" in said

    def test_a_secrets_key_file_that_holds_no_key(self, cosell, tmp_path):
        (tmp_path / "empty.key").write_text("")
        self.refuse(
            cosell, {CONFIGURATION}, "--store", f"sqlite:{tmp_path}/cosell.sqlite",
            "--secrets-key", f"{tmp_path}/empty.key")

    def test_a_store_that_is_misspelt_does_not_tell_its_password(self, cosell):
        said = self.refuse(cosell, {CONFIGURATION}, "--store", "postgress://someone:hidden@127.0.0.1/cosell")
        assert "hidden" not in said

    def test_a_port_that_is_taken(self, cosell, serve):
        taken = serve("memory").bound_port
        done = cosell("serve", "--store", "memory", "--port", str(taken))
        assert done.returncode not in (0, USAGE)
        assert str(taken) in done.stderr


class TestLife:
    def test_says_one_line_and_ends_with_0_when_asked(self, serve):
        server = serve("memory")
        assert server.ready_line == f"Cosell is listening on http://127.0.0.1:{server.bound_port}\n"
        send(server.url, "ListSolutions", {"Catalog": SANDBOX})
        begun = time.monotonic()
        assert server.stop() == (0, "")
        assert time.monotonic() - begun < 10

    def test_an_idle_connection_does_not_hold_it_up(self, serve):
        server = serve("memory")
        idle = connect(server.url)
        assert send(server.url, "ListSolutions", {"Catalog": SANDBOX}, connection=idle).status == 200
        begun = time.monotonic()
        assert server.stop() == (0, "")
        assert time.monotonic() - begun < 10
        idle.close()

    def test_an_interrupt_is_as_good(self, serve):
        server = serve("memory")
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(10) == 0

    def test_finds_everything_again_after_a_restart(self, serve, store):
        server = serve(store)
        partner = Partner(server)
        opportunity = partner.create()
        partner.associate(opportunity, "Solutions", SOLUTION)
        before = partner.bytes_of(opportunity)
        server.stop()
        server.start()
        assert Partner(server, partner.account).bytes_of(opportunity) == before

    def test_memory_leaves_no_store_behind(self, serve, tmp_path):
        server = serve("memory")
        Partner(server).create()
        server.stop()
        assert not list(tmp_path.rglob("*.sqlite*"))

    def test_help_is_no_error(self, cosell):
        done = cosell("serve", "--help")
        assert done.returncode == 0
        assert "--durability" in done.stdout


class TestOwnRoutes:
    FAULT = {"Name": "f", "Operation": "ListSolutions", "Kind": "error", "ErrorCode": "ThrottlingException", "Times": 1}

    @pytest.fixture
    def local(self, serve):
        return serve("memory")

    def test_health_in_four_members(self, local):
        status, headers, text = local.get("/_cosell/health")
        health = json.loads(text)
        assert (status, headers["Content-Type"]) == (200, "application/json")
        assert health.keys() == {"Status", "Version", "Store", "Operations"}
        assert (health["Status"], health["Store"], health["Operations"]) == ("ok", "memory", 45)
        assert health["Version"]

    def test_health_names_the_store(self, serve, tmp_path):
        with new_store("sqlite", tmp_path) as store:
            assert json.loads(serve(store).get("/_cosell/health")[2])["Store"] == "sqlite"

    def test_metrics_in_prometheus_text(self, local):
        send(local.url, "ListSolutions", {"Catalog": SANDBOX})
        status, headers, text = local.get("/_cosell/metrics")
        assert (status, headers["Content-Type"].partition(";")[0]) == (200, "text/plain")
        assert "# TYPE " in text and "ListSolutions" in text

    @pytest.mark.parametrize("path", ["/console", "/console/", "/console/opportunities"])
    def test_the_console_comes_later(self, local, path):
        status, _, text = local.get(path)
        assert status == 404
        assert "console" in text.lower()

    def test_an_admin_operation_nobody_has(self, local):
        status, _, text = local.post("/_cosell/MakeCoffee", {})
        assert 400 <= status < 500 and "MakeCoffee" in text

    def test_an_admin_request_must_say_that_it_is_json(self, local):
        for content_type in ("text/plain", "application/x-www-form-urlencoded"):
            status, _, _ = local.post("/_cosell/PutFault", self.FAULT, **{"Content-Type": content_type})
            assert 400 <= status < 500
        self.no_fault_was_put(local)

    @pytest.mark.parametrize("header, value", [
        ("Origin", "https://elsewhere.example"), ("Host", "elsewhere.example"), ("Origin", "null"),
    ])
    def test_a_page_from_elsewhere_cannot_reach_the_admin_api(self, local, header, value):
        status, _, _ = local.post("/_cosell/PutFault", self.FAULT, **{header: value})
        assert 400 <= status < 500
        self.no_fault_was_put(local)

    def test_an_admin_token_is_asked_for_once_it_is_set(self, serve):
        guarded = serve("memory", "--admin-token", "open-sesame")
        for headers in ({}, {"Authorization": "Bearer open-barley"}, {"Authorization": "open-sesame"}):
            status, _, _ = guarded.post("/_cosell/PutFault", self.FAULT, **headers)
            assert 400 <= status < 500
        self.no_fault_was_put(guarded)
        status, _, _ = guarded.post("/_cosell/PutFault", self.FAULT, Authorization="Bearer open-sesame")
        assert status == 200
        assert guarded.get("/_cosell/health")[0] == 200

    def no_fault_was_put(self, server):
        assert send(server.url, "ListSolutions", {"Catalog": SANDBOX}).status == 200
