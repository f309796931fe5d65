"""Lists and reads by the size of the store: the same questions to a small store and to a large one.

A page should cost the same in both. Each server runs alone on core 0, the one who asks on core 1, over one connection:
what is measured is how long an answer takes, not how many there are in a second. Requests are signed before the clock
starts. Prints a table; keeps no file, unless a folder is named for the stores.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PACKAGE / "Clients"))

import signed  # noqa: E402
from partner import SANDBOX  # noqa: E402
from serving import Cosell, binary  # noqa: E402

SERVER_CORE, ASKING_CORE = ["taskset", "-c", "0"], {1}
# What SampleOpportunities.swift makes: identifiers from here on, dates within three years, and these companies.
FIRST_IDENTIFIER, LARGE_COMPANIES = 10_000_001, 20
BEGIN, DAYS = datetime(2023, 1, 1, tzinfo=timezone.utc), 3 * 365
STAGES = ["Prospect", "Qualified", "Technical Validation", "Business Validation", "Committed", "Launched"]
STATUSES = ["Pending Submission", "Submitted", "In review", "Approved", "Rejected", "Action Required"]
SORTS = ["LastModifiedDate", "CreatedDate", "TargetCloseDate", "CustomerCompanyName", "Identifier"]


@dataclass
class Latency:
    """Milliseconds."""

    p50: float
    p99: float


def sort(by, order="DESCENDING"):
    return {"Sort": {"SortBy": by, "SortOrder": order}}


class Questions:
    """The members of each question, drawn anew for every request, so that no answer is one that was just given."""

    def __init__(self, rows, seed):
        self.rows, self.draw = rows, random.Random(seed)

    def moment(self):
        moment = BEGIN + timedelta(days=self.draw.uniform(30, DAYS))
        return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")

    def day(self):
        return (BEGIN + timedelta(days=self.draw.randrange(30, DAYS))).strftime("%Y-%m-%d")

    def identifier(self):
        return f"O{FIRST_IDENTIFIER + self.draw.randrange(self.rows)}"

    def company(self):
        return f"LARGE company {self.draw.randrange(LARGE_COMPANIES)}"

    def get(self):
        return {"Identifier": self.identifier()}

    def all(self):
        """By name: the operation, and what makes its members. A date puts the page anywhere in the order."""
        draw, lists = self.draw, "ListOpportunities"
        modified = {"LastModifiedDate": lambda: {"BeforeLastModifiedDate": self.moment()}}
        served = {
            "first page": lambda: {},
            "LastModifiedDate": lambda: {"LastModifiedDate": modified["LastModifiedDate"]()},
            "LifeCycleStage": lambda: {"LifeCycleStage": [draw.choice(STAGES)]},
            "LifeCycleStage, three": lambda: {"LifeCycleStage": draw.sample(STAGES, 3)},
            "LifeCycleReviewStatus": lambda: {"LifeCycleReviewStatus": [draw.choice(STATUSES)]},
            "CustomerCompanyName": lambda: {"CustomerCompanyName": [self.company()]},
            "Identifier, twenty": lambda: {"Identifier": [self.identifier() for _ in range(20)]},
            "page of a hundred": lambda: {"MaxResults": 100, "LastModifiedDate": modified["LastModifiedDate"]()},
            "CreatedDate, sorted by it": lambda: sort("CreatedDate") | {
                "CreatedDate": {"BeforeCreatedDate": self.moment()}},
            "TargetCloseDate, sorted by it": lambda: sort("TargetCloseDate") | {
                "TargetCloseDate": {"BeforeTargetCloseDate": self.day()}},
            "CustomerCompanyName, sorted by it": lambda: sort("CustomerCompanyName") | {
                "CustomerCompanyName": [self.company()]},
        }
        sorts = {
            f"by {name}, {order.lower()}": (lambda name=name, order=order: sort(name, order))
            for name in SORTS for order in ("ASCENDING", "DESCENDING")
        }
        bounded = {
            "LifeCycleStage, sorted by CreatedDate": lambda: sort("CreatedDate") | {
                "LifeCycleStage": [draw.choice(STAGES)]},
            "LifeCycleStage and status": lambda: {
                "LifeCycleStage": [draw.choice(STAGES)], "LifeCycleReviewStatus": [draw.choice(STATUSES)]},
            "nothing found, by the bound": lambda: {"CreatedDate": {"AfterCreatedDate": "2040-01-01T00:00:00Z"}},
        }
        yield "GetOpportunity", "GetOpportunity", self.get
        for group, questions in (("", served), ("", sorts), ("only bounded: ", bounded)):
            for name, members in questions.items():
                yield group + name, lists, members


class Asking:
    """One caller with one connection."""

    def __init__(self, url, requests):
        self.url, self.requests, self.line = url, requests, signed.connect(url)

    def latency(self, operation, members):
        times = []
        # The first tenth is warming up.
        for count in range(-self.requests // 10, self.requests):
            body = signed.encoded({"Catalog": SANDBOX} | members())
            path, headers = signed.aws_json(operation)
            path, headers = signed.sign(self.url + path, body, headers, signed.Signature())
            begun = time.perf_counter()
            answer = signed.post(self.url, path, body, headers, self.line)
            ended = time.perf_counter()
            assert answer.status == 200, answer.body
            if count >= 0:
                times.append((ended - begun) * 1000)
        cuts = statistics.quantiles(times, n=100)
        return Latency(statistics.median(times), cuts[98])


def loaded(program, folder, rows):
    """A store of so many rows: made, or found where it was made before. What its making took, if it did."""
    path = folder / f"opportunities-{rows}.sqlite"
    if path.exists():
        print(f"{rows:,} opportunities: {path} is there already", file=sys.stderr)
        return path
    done = subprocess.run([program, "load", "--store", path, "--count", str(rows)], stdout=subprocess.PIPE, text=True)
    if done.returncode:
        path.unlink(missing_ok=True)
        sys.exit(f"loading {rows:,} opportunities failed")
    said = dict(line.split() for line in done.stdout.splitlines())
    seconds, megabytes = float(said["seconds"]), int(said["bytes"]) / 1e6
    print(f"{rows:,} opportunities loaded in {seconds:.1f} s ({rows / seconds:,.0f} a second), {megabytes:,.1f} MB")
    return path


@contextlib.contextmanager
def serving(store):
    """A server on the store, with its other files in a folder of its own."""
    with tempfile.TemporaryDirectory(dir=store.parent, prefix="server-") as folder:
        server = Cosell(folder, f"sqlite:{store}", before=SERVER_CORE)
        try:
            yield server
        finally:
            server.stop()


def measured(store, rows, requests):
    """By question, how long its answers take."""
    with serving(store) as server:
        asking, figures = Asking(server.url, requests), {}
        for name, operation, members in Questions(rows, seed=1).all():
            figures[name] = asking.latency(operation, members)
        print(f"measured: {rows:,} opportunities", file=sys.stderr)
        return figures


def report(small, large, options):
    width = max(map(len, small)) + 2
    print(f"\nMilliseconds until the answer is there, of {options.requests} requests each; pages of 20 where nothing "
          "else is said\n")
    sizes = [f"{options.small:,} rows", f"{options.count:,} rows"]
    print(f"{'':{width}}" + "".join(f"{size:>20}" for size in sizes) + f"{'large / small':>20}")
    print(f"{'':{width}}" + f"{'p50':>10}{'p99':>10}" * 3)
    for name, few in small.items():
        many = large[name]
        ratios = f"{many.p50 / few.p50:>10.2f}{many.p99 / few.p99:>10.2f}"
        print(f"{name:{width}}{few.p50:>10.3f}{few.p99:>10.3f}{many.p50:>10.3f}{many.p99:>10.3f}{ratios}")
    if options.json:
        figures = {"small": small, "large": large}
        plain = {size: {name: vars(figure) for name, figure in rows.items()} for size, rows in figures.items()}
        Path(options.json).write_text(json.dumps(plain, indent=2))


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1_000_000, help="rows of the large store (default 1,000,000)")
    parser.add_argument("--small", type=int, default=1_000, help="rows of the small store (default 1,000)")
    parser.add_argument("--requests", type=int, default=400, help="requests for each figure (default 400)")
    parser.add_argument("--program", default=str(binary().parent / "cosell-bench"), help="the program cosell-bench")
    parser.add_argument("--stores", help="a folder that keeps the stores, for the next time")
    parser.add_argument("--json", help="a file for the figures")
    return parser.parse_args()


def main():
    chosen = options()
    missing = [tool for tool in ("taskset", chosen.program) if not shutil.which(tool)]
    if missing or os.cpu_count() < 2:
        sys.exit(f"missing: {', '.join(missing) or 'a second core'}")
    with contextlib.ExitStack() as stack:
        if chosen.stores:
            folder = Path(chosen.stores).absolute()
            folder.mkdir(parents=True, exist_ok=True)
        else:
            # In the package, because a machine's temporary folder may be memory.
            made = tempfile.TemporaryDirectory(dir=PACKAGE / ".build", prefix="bench-lists-")
            folder = Path(stack.enter_context(made))
        stores = {rows: loaded(chosen.program, folder, rows) for rows in (chosen.small, chosen.count)}
        os.sched_setaffinity(0, ASKING_CORE)
        small, large = (measured(store, rows, chosen.requests) for rows, store in stores.items())
    report(small, large, chosen)


if __name__ == "__main__":
    main()
