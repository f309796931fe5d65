"""What was acknowledged survives `kill -9`, and what was not is either done or not done, never half.

Sixteen partners write as fast as they can, the server is killed at a random moment, started again on the same store,
and asked for all it had acknowledged. COSELL_CRASH_ROUNDS sets how often.
"""

import http.client
import os
import random
import threading
import time
from dataclasses import dataclass, field

import pytest

from partner import PRODUCT, RELATED, SANDBOX, SECOND_SOLUTION, SOLUTION, relation, token
from signed import Signature, connect, send

ROUNDS = int(os.environ.get("COSELL_CRASH_ROUNDS", "20"))
WRITERS = 16
SEED = int(os.environ.get("COSELL_CRASH_SEED", random.randrange(2**32)))
ENTITIES = [("Solutions", SOLUTION), ("Solutions", SECOND_SOLUTION), ("AwsProducts", PRODUCT)]
NOTHING = {kind: [] for kind in RELATED}


@dataclass
class Acknowledged:
    """An opportunity as its creator knows it: what it asked, what it was told, what hangs on it."""

    members: dict
    answer: bytes
    related: set = field(default_factory=set)


class Writer:
    """A partner who notes every answer. `pending` is the one call whose answer never came."""

    def __init__(self, number):
        self.signature = Signature(f"{300_000_000_000 + number}", "any secret")
        self.random = random.Random(SEED * WRITERS + number)
        self.opportunities = {}
        self.touched = set()
        self.pending = None
        self.surprise = None

    def write_until_the_server_dies(self, url):
        self.touched.clear()
        connection = connect(url)
        try:
            while True:
                self.pending = self.choose()
                self.note(self.call(url, *self.pending, connection))
                self.pending = None
        except (OSError, http.client.HTTPException):
            pass
        except AssertionError as surprise:
            self.surprise = surprise
        finally:
            connection.close()

    def choose(self):
        """The next call: every third a new opportunity, else one more or one less entity on an old one."""
        if not self.opportunities or self.random.random() < 0.3:
            members = {"Catalog": SANDBOX, "ClientToken": token(), "PartnerOpportunityIdentifier": token()}
            return "CreateOpportunity", members
        opportunity = self.random.choice(list(self.opportunities))
        entity = self.random.choice(ENTITIES)
        there = entity in self.opportunities[opportunity].related
        return "DisassociateOpportunity" if there else "AssociateOpportunity", relation(opportunity, *entity)

    def call(self, url, operation, members, connection=None):
        answer = send(url, operation, members, self.signature, connection=connection)
        assert answer.status == 200, f"{operation} {members}: {answer.status} {answer.body}"
        return answer

    def note(self, answer):
        operation, members = self.pending
        if operation == "CreateOpportunity":
            opportunity = answer.document["Id"]
            assert opportunity not in self.opportunities, f"{opportunity} was given twice"
            self.opportunities[opportunity] = Acknowledged(members, answer.body)
        else:
            opportunity = members["OpportunityIdentifier"]
            self.opportunities[opportunity].related = self.after(members)
        self.touched.add(opportunity)

    def after(self, members):
        """What hangs on the opportunity once the call has been made."""
        entity = members["RelatedEntityType"], members["RelatedEntityIdentifier"]
        return self.opportunities[members["OpportunityIdentifier"]].related ^ {entity}

    def check(self, url, everything):
        """Compares the store with the notes, and takes over what became of the pending call."""
        connection = connect(url)
        try:
            self.settle(url, connection)
            for opportunity in self.opportunities if everything else self.touched:
                self.compare(url, opportunity, connection)
        except (AssertionError, OSError, http.client.HTTPException) as surprise:
            self.surprise = surprise
        finally:
            connection.close()

    def settle(self, url, connection):
        if not self.pending:
            return
        operation, members = self.pending
        if operation == "CreateOpportunity":
            self.note(self.call(url, operation, members, connection))
        else:
            opportunity = members["OpportunityIdentifier"]
            known, found = self.opportunities[opportunity], self.found(url, opportunity, connection)
            assert found in (known.related, self.after(members)), f"{opportunity}: {self.pending} left {found}"
            known.related = found
            self.touched.add(opportunity)
        self.pending = None

    def compare(self, url, opportunity, connection):
        known = self.opportunities[opportunity]
        assert self.found(url, opportunity, connection) == known.related, f"{opportunity} should have {known.related}"
        replayed = self.call(url, "CreateOpportunity", known.members, connection)
        assert replayed.body == known.answer, f"the token of {opportunity} now answers {replayed.body}"

    def found(self, url, opportunity, connection):
        members = {"Catalog": SANDBOX, "Identifier": opportunity}
        document = self.call(url, "GetOpportunity", members, connection).document
        expected = self.opportunities[opportunity].members["PartnerOpportunityIdentifier"]
        assert (document["Id"], document["PartnerOpportunityIdentifier"]) == (opportunity, expected)
        related = document["RelatedEntityIdentifiers"]
        pairs = [(kind, identifier) for kind, identifiers in (NOTHING | related).items() for identifier in identifiers]
        assert len(pairs) == len(set(pairs)), f"{opportunity} has an entity twice: {pairs}"
        return set(pairs)


def begin(writers, work, *arguments):
    """Sets every writer to the work, each on a thread of its own."""
    threads = [threading.Thread(target=work, args=(writer, *arguments)) for writer in writers]
    for thread in threads:
        thread.start()
    return threads


def end(threads, writers):
    for thread in threads:
        thread.join(timeout=60)
        assert not thread.is_alive()
    surprises = [writer.surprise for writer in writers if writer.surprise]
    assert not surprises, f"seed {SEED}: {surprises[0]!r} and {len(surprises) - 1} more"


@pytest.mark.skipif(ROUNDS < 1, reason="COSELL_CRASH_ROUNDS is 0")
def test_every_acknowledged_write_outlives_the_server(serve, store):
    writers = [Writer(number) for number in range(WRITERS)]
    moment = random.Random(SEED)
    server = serve(store)
    for number in range(ROUNDS):
        writing = begin(writers, Writer.write_until_the_server_dies, server.url)
        time.sleep(moment.uniform(0.05, 0.5))
        server.kill()
        end(writing, writers)
        server.start()
        is_last = number == ROUNDS - 1
        end(begin(writers, Writer.check, server.url, is_last), writers)
    assert sum(len(writer.opportunities) for writer in writers) > ROUNDS
