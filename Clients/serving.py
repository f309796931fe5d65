"""A Cosell server as a process: started, asked on its own routes, stopped or killed."""

import contextlib
import json
import os
import re
import selectors
import signal
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
READY = re.compile(r"Cosell is listening on (http://127\.0\.0\.1:(\d+))\n")


def binary():
    """The program under test."""
    chosen = os.environ.get("COSELL_BINARY")
    ours = [PACKAGE / ".build" / kind / "cosell" for kind in ("release", "debug")]
    builds = [Path(chosen).absolute()] if chosen else ours
    for build in builds:
        if build.exists():
            return build
    raise FileNotFoundError(f"no cosell at {' or '.join(map(str, builds))}: build it, or set COSELL_BINARY")


def environment(**variables):
    """This process's environment without any setting of Cosell, so that flags alone decide."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COSELL_")} | variables


class Cosell:
    """A running server, with its files in a directory of its own."""

    def __init__(self, directory, store, *flags, port=0, before=()):
        """`store` is a `--store` value; `before` a command that runs the server, such as taskset."""
        self.directory = Path(directory)
        self.arguments = [*before, str(binary()), "serve", "--store", store, *flags]
        self.port = port
        self.start()

    def start(self, seconds=20):
        """Starts the server, again where it has been stopped, and waits for its ready line."""
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*self.arguments, "--port", str(self.port)],
                cwd=self.directory, env=environment(), stdout=subprocess.PIPE, stderr=log,
            )
        self.ready_line = self._first_line(seconds)
        match = READY.fullmatch(self.ready_line)
        if not match:
            self.kill()
            raise AssertionError(f"no ready line but {self.ready_line!r}; log:\n{self.log.read_text()[-4000:]}")
        self.url, self.bound_port = match[1], int(match[2])

    def _first_line(self, seconds):
        deadline, line = time.monotonic() + seconds, b""
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while not line.endswith(b"\n") and selector.select(max(0, deadline - time.monotonic())):
                byte = os.read(self.process.stdout.fileno(), 1)
                if not byte:
                    break
                line += byte
        return line.decode()

    @property
    def log(self):
        return self.directory / "server.log"

    @property
    def pid(self):
        return self.process.pid

    def stop(self, seconds=15):
        """Asks the server to end; its exit code and what else it said on stdout."""
        self.process.send_signal(signal.SIGTERM)
        rest, _ = self.process.communicate(timeout=seconds)
        return self.process.returncode, rest.decode()

    def kill(self):
        """Ends the server as a crash would: no handler runs."""
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def close(self):
        if self.process.poll() is None:
            self.kill()

    def get(self, path, **headers):
        return self._ask(urllib.request.Request(self.url + path, headers=headers))

    def post(self, path, document, **headers):
        headers = {"Content-Type": "application/json"} | headers
        return self._ask(urllib.request.Request(self.url + path, json.dumps(document).encode(), headers, method="POST"))

    def _ask(self, request):
        """Status, headers and text of the answer, whatever the status."""
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.headers, answer.read().decode()

    def admin(self, operation, **members):
        """The answer of an admin operation that must succeed."""
        status, _, text = self.post(f"/_cosell/{operation}", members)
        assert status == 200, f"{operation}: {status} {text}"
        return json.loads(text)


@contextlib.contextmanager
def new_store(kind, directory):
    """A `--store` value for a store that holds nothing yet; a PostgreSQL database is dropped afterwards."""
    if kind == "memory":
        yield "memory"
    elif kind == "sqlite":
        yield f"sqlite:{Path(directory) / 'cosell.sqlite'}"
    else:
        uri, name = os.environ["COSELL_TEST_POSTGRES"], f"cosell_client_{uuid.uuid4().hex}"
        psql(uri, f"CREATE DATABASE {name}")
        try:
            yield with_database(uri, name)
        finally:
            psql(uri, f"DROP DATABASE {name} WITH (FORCE)")


def psql(uri, statement):
    subprocess.run(["psql", uri, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement], check=True, capture_output=True)


def with_database(uri, name):
    """The same server's address with another database in it."""
    scheme, _, rest = uri.partition("://")
    place, _, query = rest.partition("?")
    host, _, _ = place.partition("/")
    return f"{scheme}://{host}/{name}" + (f"?{query}" if query else "")
