"""`--durability full` means that the disk has been asked before the client is answered. Counted with strace."""

import contextlib
import re
import shutil
import signal
import subprocess

import pytest

from partner import RELATED, Partner

STORES = ("sqlite",)
WRITES = 200


@contextlib.contextmanager
def counting_syncs(server, report):
    """While open, counts the server's fsync and fdatasync; the count is in the list it gives."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    command = ["strace", "-f", "-c", "-e", "trace=fsync,fdatasync", "-o", str(report), "-p", str(server.pid)]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    first = tracer.stderr.readline()
    if "attached" not in first:
        tracer.wait()
        pytest.skip(f"this machine does not allow tracing: {first.strip()}")
    counted = []
    try:
        yield counted
    finally:
        tracer.send_signal(signal.SIGINT)
        tracer.communicate(timeout=20)
        # Per call: share of time, seconds, microseconds each, calls, errors where there were any, name.
        rows = re.findall(r"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?f(?:data)?sync$", report.read_text(), re.M)
        counted.append(sum(map(int, rows)))


def syncs_of_writes(serve, store, durability, report):
    """How often the server asked the disk during WRITES writes, one after another."""
    server = serve(store, "--durability", durability)
    partner = Partner(server)
    opportunity = partner.create()
    with counting_syncs(server, report) as counted:
        for _ in range(WRITES // 2):
            partner.associate(opportunity, "Solutions", RELATED["Solutions"])
            partner.disassociate(opportunity, "Solutions", RELATED["Solutions"])
    return counted[0]


def test_full_asks_the_disk_for_every_write(serve, store, tmp_path):
    assert syncs_of_writes(serve, store, "full", tmp_path / "strace") >= WRITES


def test_normal_leaves_that_to_the_system(serve, store, tmp_path):
    assert syncs_of_writes(serve, store, "normal", tmp_path / "strace") < WRITES / 4
