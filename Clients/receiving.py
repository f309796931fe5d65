"""Where events go: a webhook that answers as a test says, and a reader of the stream."""

import contextlib
import json
import threading
import time
import urllib.request
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Received:
    headers: dict
    body: bytes

    @property
    def event(self):
        return json.loads(self.body)

    @property
    def sequence(self):
        return int(self.headers["x-cosell-sequence"])


class Hook:
    """A webhook on a port of this machine. `answer` gets a request and all that came before it, and gives a status."""

    def __init__(self, answer=lambda request, earlier: 200):
        self.received, self.lock = [], threading.Lock()
        hook = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                request = Received({name.lower(): value for name, value in self.headers.items()}, body)
                with hook.lock:
                    earlier = list(hook.received)
                    hook.received.append(request)
                self.send_response(answer(request, earlier))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/events"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    @property
    def sequences(self):
        return [request.sequence for request in self.received]


@contextlib.contextmanager
def hook(answer=lambda request, earlier: 200):
    receiver = Hook(answer)
    try:
        yield receiver
    finally:
        receiver.close()


class Stream:
    """A reader of `/_cosell/events/stream`, on a thread of its own, until it is closed or the server ends it."""

    def __init__(self, server, query="", after=None):
        headers = {} if after is None else {"Last-Event-ID": str(after)}
        request = urllib.request.Request(f"{server.url}/_cosell/events/stream{query}", headers=headers)
        self.answer = urllib.request.urlopen(request, timeout=60)
        self.events, self.comments, self.ended = [], [], threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        fields = {}
        with contextlib.suppress(OSError, ValueError, AttributeError):
            for line in self.answer:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name:
                    fields[name] = value
                elif "data" in fields:
                    self.events.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
                    fields = {}
        self.ended.set()

    @property
    def sequences(self):
        return [sequence for sequence, _, _ in self.events]

    def close(self):
        """As a connection that breaks: the server is told nothing."""
        with contextlib.suppress(OSError):
            self.answer.fp.raw._sock.shutdown(2)
        self.answer.close()


def eventually(condition, seconds=30):
    """Waits until the condition gives something true, and gives that."""
    deadline = time.monotonic() + seconds
    while True:
        found = condition()
        if found or time.monotonic() > deadline:
            assert found, "it never became so"
            return found
        time.sleep(0.02)
