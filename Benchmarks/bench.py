"""Cosell beside its ceilings and beside two emulators of other services, in one run on one machine.

Every server runs alone on core 0, the load on core 1. Requests are signed beforehand and replayed by wrk, so that the
load is never the limit. Prints tables; writes no file.
"""

import argparse
import contextlib
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PACKAGE / "Clients"))

import signed  # noqa: E402
from partner import PRODUCT, SANDBOX, full_opportunity, relation, token  # noqa: E402
from serving import Cosell, binary, environment  # noqa: E402

OPPORTUNITIES = 1024  # far more than connections, so that no two calls for one opportunity are ever under way together
CONNECTIONS = (1, 16, 64)
SERVER_CORE, LOAD_CORE = ["taskset", "-c", "0"], ["taskset", "-c", "1"]
DYNAMO = signed.Signature("123456789012", "test", service="dynamodb")


@dataclass
class Figure:
    """One cell of the table: answers per second, latency in microseconds, and whatever went wrong."""

    rate: float
    p50: float
    p99: float
    faults: str = ""


def requests_file(folder, url, calls, signature, target_prefix=signed.TARGET_PREFIX):
    """Signs the calls and writes them down for replay.lua."""
    path, host = folder / "requests", url.removeprefix("http://")
    with open(path, "wb") as file:
        for operation, members in calls:
            body = signed.encoded(members)
            _, headers = signed.sign(url + "/", body, signed.aws_json(target_prefix + operation)[1], signature)
            lines = [f"{name}: {value}" for name, value in ({"Host": host} | headers).items()]
            head = "\r\n".join(["POST / HTTP/1.1", *lines, f"Content-Length: {len(body)}", "", ""]).encode()
            file.write(b"%d\n" % len(head + body) + head + body)
    return path


def load(url, requests, connections, seconds):
    """Replays the requests over so many connections."""
    script = str(PACKAGE / "Benchmarks" / "replay.lua")
    command = [*LOAD_CORE, "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", script, url, "--", str(requests)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, f"wrk: {done.stdout} {done.stderr}"
    said = json.loads(done.stdout.strip().splitlines()[-1])
    faults = [f"{said[kind]} {kind}" for kind in ("refused", "broken") if said[kind]]
    return Figure(said["requests"] * 1e6 / said["microseconds"], said["p50"], said["p99"], ", ".join(faults))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until_answered(port, path, process, seconds=60):
    """Asks until there is an HTTP answer."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
            if line.recv(12).startswith(b"HTTP/1."):
                return
        time.sleep(0.0005)
    raise AssertionError(f"no answer on port {port}")


@contextlib.contextmanager
def running(command, port, path="/", **variables):
    """A server other than ours, on core 0; the seconds that its first answer took, and its process."""
    begun = time.monotonic()
    process = subprocess.Popen(
        [*SERVER_CORE, *command], env=environment(**variables), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until_answered(port, path, process)
        yield time.monotonic() - begun, process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def resident_megabytes(pid):
    """Memory of a process and of those it started."""
    status = Path(f"/proc/{pid}/status").read_text()
    kibibytes = int(status.partition("VmRSS:")[2].split()[0])
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return kibibytes / 1024 + sum(map(resident_megabytes, children))


class Bench:
    """Collects rows as it measures; the first operand of each ratio is Cosell's own row."""

    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.rows, self.starts = [], []

    def measure(self, name, durability, url, calls, signature, prepare=lambda: None, prefix=signed.TARGET_PREFIX):
        """Adds a row: the median round at each number of connections."""
        row = {}
        for connections in CONNECTIONS:
            rounds = []
            for _ in range(self.options.rounds):
                prepare()
                # Signed shortly before they are sent, for a signature is good for five minutes.
                requests = requests_file(self.folder, url, calls, signature, prefix)
                rounds.append(load(url, requests, connections, self.options.seconds))
            row[connections] = Figure(
                statistics.median(figure.rate for figure in rounds),
                statistics.median(figure.p50 for figure in rounds),
                statistics.median(figure.p99 for figure in rounds),
                "; ".join(filter(None, (figure.faults for figure in rounds))),
            )
        self.add(name, durability, row)

    def add(self, name, durability, row):
        self.rows.append((name, durability, row))
        print(f"measured: {name} ({durability})", file=sys.stderr)

    # What is measured

    def cosell(self, store, durability, *flags):
        """Get and the pair of Associate and Disassociate, every signature checked; the body of a Get."""
        folder = self.folder / f"cosell-{len(self.rows)}"
        folder.mkdir()
        server = Cosell(folder, store.format(folder=folder), *flags, before=SERVER_CORE)
        signature = signed.Signature()

        def ask(operation, members):
            answer = signed.send(server.url, operation, members, signature)
            assert answer.status == 200, answer.body
            return answer

        def new():
            members = {"Catalog": SANDBOX, "ClientToken": token()} | full_opportunity()
            return ask("CreateOpportunity", members).document["Id"]

        def associate_all():
            for members in pairs:
                ask("AssociateOpportunity", members)

        try:
            created = [new() for _ in range(OPPORTUNITIES)]
            reads = [("GetOpportunity", {"Catalog": SANDBOX, "Identifier": opportunity}) for opportunity in created]
            self.measure("Cosell GetOpportunity", durability, server.url, reads, signature)
            # All are associated at first, then each lap undoes the one before: no call is ever refused.
            pairs = [relation(opportunity, "AwsProducts", PRODUCT) for opportunity in created]
            laps = "DisassociateOpportunity", "AssociateOpportunity"
            writes = [(operation, members) for operation in laps for members in pairs]
            self.measure("Cosell Associate+Disassociate", durability, server.url, writes, signature, associate_all)
            return ask(*reads[0]).body
        finally:
            server.close()

    def http_floor(self, name, body):
        file, port = self.folder / "body", free_port()
        file.write_bytes(body)
        with running([self.options.ceilings, "http-floor", "--port", str(port), "--body-file", str(file)], port):
            calls = [("GetOpportunity", {"Catalog": SANDBOX, "Identifier": "O1000000"})]
            self.measure(name, "stores nothing", f"http://127.0.0.1:{port}", calls, signed.Signature())

    def store_ceiling(self, row_bytes):
        with tempfile.TemporaryDirectory(dir=self.folder) as directory:
            done = subprocess.run(
                [*SERVER_CORE, self.options.ceilings, "store-ceiling", "--directory", directory,
                 "--seconds", str(self.options.seconds), "--row-bytes", str(row_bytes)],
                capture_output=True, text=True, check=True)
        figures = {}
        for line in done.stdout.splitlines():
            what, group, rate = line.split()
            figures[what, int(group)] = Figure(float(rate), 0, 0)
        self.add("SQLite alone, point reads", "kept statement, no HTTP", {n: figures["reads", 0] for n in CONNECTIONS})
        self.add("SQLite alone, updates per shared commit", "full: one sync per commit, no HTTP",
                 {n: figures["updates", n] for n in CONNECTIONS})

    def dynamo(self, name, durability, command, size, **variables):
        """GetItem and PutItem with answers, or items, of the size of an opportunity. No signature is checked."""
        port = free_port()
        command = [part.format(port=port) for part in command]
        variables = {key: value.format(port=port) for key, value in variables.items()}
        with running(command, port, **variables):
            url, prefix = f"http://127.0.0.1:{port}", "DynamoDB_20120810."
            table = {
                "TableName": "bench", "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            }
            keys = [{"id": {"S": f"O{number}"}} for number in range(1_000_000, 1_000_000 + OPPORTUNITIES)]

            def ask(operation, members):
                answer = signed.send(url, prefix + operation, members, DYNAMO)
                assert answer.status == 200, answer.body
                return answer

            ask("CreateTable", table)
            items = [key | {"body": {"S": "x" * (size - 60)}} for key in keys]
            puts = [("PutItem", {"TableName": "bench", "Item": item}) for item in items]
            gets = [("GetItem", {"TableName": "bench", "Key": key}) for key in keys]
            for put in puts:
                ask(*put)
            assert abs(len(ask(*gets[0]).body) - size) < 100
            self.measure(f"{name} GetItem", durability, url, gets, DYNAMO, prefix=prefix)
            self.measure(f"{name} PutItem", durability, url, puts, DYNAMO, prefix=prefix)

    def start(self, name, command, path="/", **variables):
        """Start to first answer, and memory a second later."""
        times, memory = [], []
        for _ in range(self.options.starts):
            port = free_port()
            filled = {key: value.format(port=port) for key, value in variables.items()}
            with running([part.format(port=port) for part in command], port, path, **filled) as (seconds, process):
                times.append(seconds * 1000)
                time.sleep(1)
                memory.append(resident_megabytes(process.pid))
        self.starts.append((name, statistics.median(times), statistics.median(memory)))
        print(f"measured: start of {name}", file=sys.stderr)

    # What is printed

    def report(self):
        width = max(len(name) for name, _, _ in self.rows) + 2
        print(f"\nAnswers per second, p50 and p99 in milliseconds: {self.options.rounds} rounds of "
              f"{self.options.seconds} s each, the median; server on core 0, load on core 1\n")
        print(f"{'':{width}}" + "".join(f"{f'connections: {n}':>30}" for n in CONNECTIONS) + "   durability")
        for name, durability, row in self.rows:
            print(f"{name:{width}}" + "".join(cell(row[n]) for n in CONNECTIONS) + f"   {durability}")
        for name, durability, row in self.rows:
            for connections, figure in row.items():
                if figure.faults:
                    print(f"NOT ALL WENT WELL: {name} ({durability}), at {connections}: {figure.faults}")
        self.report_ratios()
        print("\nFirst answer after start, and memory at rest\n")
        for name, milliseconds, megabytes in self.starts:
            print(f"{name:{width}}{milliseconds:10.1f} ms{megabytes:10.1f} MiB")

    def report_ratios(self):
        print("\nCosell's rate as a multiple of another's\n")
        reading = "HTTP alone, a Get's bytes", "point reads", "GetItem"
        writing = "HTTP alone, no body", "updates", "PutItem"
        width = max(len(name) for name, _, _ in self.rows) * 2 + 6
        for ours, against in (("GetOpportunity", reading), ("Associate", writing)):
            for name, durability, row in (entry for entry in self.rows if f"Cosell {ours}" in entry[0]):
                for other, _, others in (entry for entry in self.rows if any(part in entry[0] for part in against)):
                    ratios = (f"{row[n].rate / others[n].rate:>12.2f}" for n in CONNECTIONS)
                    print(f"{name + ' / ' + other:{width}}" + "".join(ratios) + f"   {durability}")


def cell(figure):
    latency = f"{figure.p50 / 1000:.2f}/{figure.p99 / 1000:.2f}" if figure.p50 else "-"
    return f"{figure.rate:>15,.0f} {latency:>14}"


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=3, help="seconds per round (default 3)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds per figure; the median counts (default 3)")
    parser.add_argument("--starts", type=int, default=5, help="starts per server (default 5)")
    parser.add_argument("--ceilings", default=str(binary().parent / "cosell-bench"), help="the program cosell-bench")
    parser.add_argument("--emulators", required=True, help="folder of the programs moto_server and ministack")
    return parser.parse_args()


def main():
    chosen = options()
    missing = [tool for tool in ("wrk", "taskset", chosen.ceilings) if not shutil.which(tool)]
    if missing or os.cpu_count() < 2:
        sys.exit(f"missing: {', '.join(missing) or 'a second core'}")
    moto = [f"{chosen.emulators}/moto_server", "-H", "127.0.0.1", "-p", "{port}"]
    ministack, at = [f"{chosen.emulators}/ministack"], {"GATEWAY_PORT": "{port}", "BIND_HOST": "127.0.0.1"}
    # In the package, because a machine's temporary folder may be memory.
    with tempfile.TemporaryDirectory(dir=PACKAGE / ".build", prefix="bench-") as folder:
        bench = Bench(chosen, Path(folder))
        body = bench.cosell("sqlite:{folder}/cosell.sqlite", "full: survives power loss")
        bench.cosell("sqlite:{folder}/cosell.sqlite", "normal: survives kill -9", "--durability", "normal")
        bench.cosell("memory", "memory: survives nothing")
        bench.http_floor("HTTP alone, a Get's bytes", body)
        bench.http_floor("HTTP alone, no body", b"")
        bench.store_ceiling(len(body))
        bench.dynamo("moto", "memory: survives nothing; signatures unchecked", moto, len(body))
        bench.dynamo("ministack", "memory: survives nothing; signatures unchecked", ministack, len(body), **at)
        serve, health = [str(binary()), "serve", "--port", "{port}", "--store"], "/_cosell/health"
        bench.start("Cosell, memory", [*serve, "memory"], health)
        bench.start("Cosell, SQLite", [*serve, f"sqlite:{folder}/start.sqlite"], health)
        bench.start("moto", moto)
        bench.start("ministack", ministack, **at)
    bench.report()


if __name__ == "__main__":
    main()
