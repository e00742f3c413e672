"""In: a maker of cases and a number of seconds. Out: a table of what happened, and each failure, shrunk, in the corpus.

A case is some files and the words of a command. The command must end within ten seconds and 600 MB, and say what is
wrong in sentences: any exception that leaves it is a failure.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import hashlib
import io
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from guidepress.base.record import record
from guidepress.cli import main as guidepress

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CORPUS", "Case", "attempt", "fuzz", "seeded"]

CORPUS = Path(__file__).parent / "corpus"
SECONDS = 10
"""Of processor time, so that a busy machine makes no failures."""
MEGABYTES = 600
_TRIES = 150


@record
class Case:
    """Files by name, the words of the command, and which of the files was damaged."""

    files: dict[str, bytes]
    words: tuple[str, ...]
    damaged: str


class _TooSlow(BaseException):
    """Raised in a command that has had its seconds; no command catches it."""


def attempt(case: Case, seconds: int = SECONDS) -> str:
    """Run a case in a folder of its own; returns what went wrong, "" for nothing: exception and place, slow, large."""
    before, here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        for name, data in case.files.items():
            place = Path(folder, name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        os.chdir(folder)
        signal.signal(signal.SIGPROF, _stop)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                guidepress(case.words)
        except _TooSlow:
            return "slow"
        except Exception as problem:  # noqa: BLE001 - any at all is what is looked for
            last = traceback.extract_tb(problem.__traceback__)[-1]
            return f"{type(problem).__name__} in {Path(last.filename).name}:{last.name}"
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            os.chdir(here)
            gc.enable()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return "large" if after > before and after > MEGABYTES * 1024 else ""


def _stop(*_: Any) -> None:  # noqa: ANN401 - what signals hand over
    raise _TooSlow


def seeded(make: Callable[[Random], Case], seed: int, number: int) -> Case:
    """The case of a number, the same in every run."""
    return make(Random(f"{seed}-{number}"))  # noqa: S311 - no secrets, and the same each time


def fuzz(name: str, make: Callable[[Random], Case], words: list[str] | None = None) -> int:
    """Try cases for so many seconds and print a table; 0 if none failed."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.fuzz.{name}")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=10**9, help="so many cases at most")
    asked = parser.parse_args(words)
    found: Counter[str] = Counter()
    count, started = 0, time.monotonic()
    while time.monotonic() - started < asked.seconds and count < asked.most:
        case = seeded(make, asked.seed, count)
        count += 1
        wrong = attempt(case)
        if wrong:
            found[wrong] += 1
            if found[wrong] == 1:
                sys.stdout.write(f"case {count - 1}: {wrong}\n  {_keep(name, case, wrong)}\n")
                sys.stdout.flush()
    spent = time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"{name}: {count} cases in {spent:.0f} s, seed {asked.seed}: {found.total()} failures of {len(found)} kinds, "
        f"{found['slow']} over {SECONDS} s, {found['large']} over {MEGABYTES} MB; peak {peak} MB\n"
    )
    return 1 if found else 0


def _keep(name: str, case: Case, wrong: str) -> Path:
    """Shrink the damaged file while it fails in the same way, and keep it in the corpus with the words that run it."""
    data = case.files[case.damaged]
    if wrong not in {"slow", "large"}:
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
            if attempt(Case({**case.files, case.damaged: less}, case.words, case.damaged)) == wrong:
                data = less
            else:
                at += size
        size //= 2
    return data
