"""In: a maker of cases and a number of seconds. Out: a table of what happened, and each failure, shrunk, in the corpus.

Cases run in a process beside this one, so many in each: what it loads stays loaded, what it leaks ends with it, and what
kills it is one case's failure.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import resource
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

from tests.fuzz.harness import CORPUS, MEGABYTES, SECONDS, Case, Outcome, attempt, seeded
from tests.fuzz.warm import warm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path
    from random import Random

__all__ = ["fuzz"]

_CASES = 400
"""Cases of a process."""
_TRIES = 150
_HARD = 6 * SECONDS
"""Processor seconds after which the system ends a process that no longer comes back to Python."""
_MOST_BYTES = 4 << 30
_FORK = multiprocessing.get_context("fork")


class _Tally:
    """What came of all cases so far."""

    def __init__(self, name: str, seed: int) -> None:
        self.name, self.seed = name, seed
        self.counts: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.slowest, self.peak = 0.0, 0

    def add(self, case: Case, outcome: Outcome) -> None:
        counts = self.counts
        counts["cases"] += 1
        for words, status in zip(case.commands, outcome.statuses, strict=False):
            counts["commands"] += 1
            counts["built"] += words[0] == "build" and status == 0
        counts["done" if outcome.statuses and not any(outcome.statuses) else "refused"] += 1
        if outcome.wrong:
            counts[
                "slow" if outcome.wrong == "slow" else "large" if outcome.wrong == "large" else "other"
            ] += 1
            self.kinds[outcome.wrong] += 1
        self.slowest, self.peak = max(self.slowest, outcome.seconds), max(self.peak, outcome.megabytes)

    def data(self) -> dict[str, object]:
        """All of it, for a file that tables are made from."""
        kinds = dict(self.kinds)
        return {
            "fuzzer": self.name,
            "seed": self.seed,
            **self.counts,
            "slowest": round(self.slowest, 2),
            "peak": self.peak,
            "kinds": kinds,
        }


def fuzz(name: str, make: Callable[[Random], Case], words: list[str] | None = None) -> int:
    """Try cases for so many seconds and print what came of them; 0 if none failed."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.fuzz.{name}")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="the number of the first case")
    parser.add_argument("--most", type=int, default=10**9, help="so many cases at most")
    parser.add_argument(
        "--into", help="a file to which a line of JSON is added, for python -m tests.fuzz.table"
    )
    asked = parser.parse_args(words)
    tally, started = _Tally(name, asked.seed), time.monotonic()
    with warm():
        attempt(seeded(make, asked.seed, asked.start))  # what it imports, all processes have
        _all(make, asked, tally, started + asked.seconds)
    counts, spent = tally.counts, time.monotonic() - started
    sys.stdout.write(
        f"{name}: {counts['cases']} cases from {asked.start} in {spent:.0f} s, seed {asked.seed}: {counts['commands']} "
        f"commands, {counts['built']} built, {counts['refused']} refused; "
        f"{tally.kinds.total()} failures of {len(tally.kinds)} kinds, {counts['slow']} over {SECONDS} s, "
        f"{counts['large']} over {MEGABYTES} MB; slowest {tally.slowest:.2f} s, peak {tally.peak} MB\n"
    )
    if asked.into:
        with open(asked.into, "a", encoding="utf-8") as stream:  # noqa: PTH123 - a plain file, named by who runs this
            stream.write(json.dumps(tally.data()) + "\n")
    return 1 if tally.kinds else 0


def _all(make: Callable[[Random], Case], asked: argparse.Namespace, tally: _Tally, until: float) -> None:
    """Run batch after batch; the first failure of each kind is kept and named."""
    at, end = asked.start, asked.start + asked.most
    while at < end and time.monotonic() < until:
        for number, outcome in _batch(make, asked.seed, range(at, min(at + _CASES, end)), until):
            case = seeded(make, asked.seed, number)
            at = number + 1
            tally.add(case, outcome)
            if outcome.wrong and tally.kinds[outcome.wrong] == 1:
                place = _keep(tally.name, case, outcome.wrong)
                sys.stdout.write(f"case {number}: {outcome.wrong}: {case.commands}\n  {place}\n")
                sys.stdout.flush()


def _batch(
    make: Callable[[Random], Case], seed: int, numbers: range, until: float
) -> Iterator[tuple[int, Outcome]]:
    """Run cases in one process; the numbers and what came of them, up to one that ends the process."""
    here, there = _FORK.Pipe(duplex=False)
    process = _FORK.Process(target=_work, args=(there, make, seed, numbers, until), daemon=True)
    process.start()
    there.close()
    told = numbers.start
    try:
        while True:
            outcome: Outcome = here.recv()
            yield told, outcome
            told += 1
    except EOFError:
        process.join()
    finally:
        here.close()
    if process.exitcode:
        yield told, Outcome(f"ended by signal {-process.exitcode}", (), 0.0, 0)


def _work(pipe: Connection, make: Callable[[Random], Case], seed: int, numbers: range, until: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    for number in numbers:
        used = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + _HARD, resource.RLIM_INFINITY))
        pipe.send(attempt(seeded(make, seed, number)))
        if time.monotonic() > until:
            break
    pipe.close()


def _keep(name: str, case: Case, wrong: str) -> Path:
    """Shrink the damaged file while it fails in the same way, and keep it in the corpus with the words that run it."""
    data = case.files[case.damaged]
    if wrong not in {"slow", "large"} and not wrong.startswith("ended"):
        data = _shrunk(case, data, wrong)
    digest = hashlib.sha256(data).hexdigest()[:8]
    place = CORPUS / f"{name}-{digest}-{case.damaged.replace('/', '_')}"
    place.write_bytes(data)
    return place


def _shrunk(case: Case, data: bytes, wrong: str) -> bytes:
    size, tries = max(len(data) // 2, 1), 0
    while size and tries < _TRIES:
        at = 0
        while at < len(data) and tries < _TRIES:
            less = data[:at] + data[at + size :]
            tries += 1
            changed = Case({**case.files, case.damaged: less}, case.commands, case.damaged)
            if attempt(changed).wrong == wrong:
                data = less
            else:
                at += size
        size //= 2
    return data
