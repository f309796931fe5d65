"""One server per store for the whole run; every test is an account of its own on it."""

import os

import pytest

from partner import Partner
from serving import Cosell, binary, new_store

STORES = ("sqlite", "postgres")


def is_available(kind):
    return kind != "postgres" or "COSELL_TEST_POSTGRES" in os.environ


def pytest_report_header():
    postgres = "with" if is_available("postgres") else "without (COSELL_TEST_POSTGRES is not set)"
    return f"cosell: {binary()}, {postgres} PostgreSQL"


def pytest_generate_tests(metafunc):
    """Runs what asks for a server, or for a store, once per kind of store; a module may name its own in STORES."""
    kinds = [kind for kind in getattr(metafunc.module, "STORES", STORES) if is_available(kind)]
    for fixture, scope in (("server", "session"), ("store", "function")):
        if fixture in metafunc.fixturenames:
            metafunc.parametrize(fixture, kinds, indirect=True, scope=scope)


@pytest.fixture(scope="session")
def server(request, tmp_path_factory):
    """A server with default settings on a store that was empty at the start of the run."""
    directory = tmp_path_factory.mktemp(request.param)
    with new_store(request.param, directory) as store:
        running = Cosell(directory, store)
        yield running
        running.close()


@pytest.fixture
def store(request, tmp_path):
    """A `--store` value for an empty store, for tests that start servers of their own."""
    with new_store(request.param, tmp_path) as value:
        yield value


@pytest.fixture
def serve(tmp_path):
    """Starts servers on a store of the test's choice, and ends them with the test."""
    running = []

    def start(store="memory", *flags, **options):
        running.append(Cosell(tmp_path, store, *flags, **options))
        return running[-1]

    yield start
    for server in running:
        server.close()


@pytest.fixture
def partner(server):
    return Partner(server)


@pytest.fixture
def other_partner(server):
    return Partner(server)


@pytest.fixture
def opportunity(partner):
    """An opportunity of the partner in Sandbox, without associations."""
    return partner.create()
