"""python -m tests.fuzz.all --seconds N [--seed S] [--start R] [--into FILE]: all fuzzers by turns, in round after round.

A round has a fiftieth of what is tried before a release: 30,000 guides, 5,000 layouts, 6,000 PDF files and so on.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.fuzz.making import MAKERS
from tests.fuzz.running import fuzz
from tests.fuzz.warm import warm

__all__ = ["ROUND"]

ROUND = {
    "guides": 600,
    "layouts": 100,
    "pdfs": 120,
    "images": 10,
    "jobs": 40,
    "rosters": 40,
    "documents": 40,
    "quizzes": 40,
    "printers": 40,
}
"""Cases of a round by fuzzer."""


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.all")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--start", type=int, default=0, help="the number of the first round")
    parser.add_argument("--into", help="as each fuzzer has it")
    asked = parser.parse_args()
    until, failed, turn = time.monotonic() + asked.seconds, 0, asked.start
    with warm():
        while time.monotonic() < until:
            for name, make in MAKERS.items():
                left = max(int(until - time.monotonic()), 1)
                words = ["--seed", asked.seed, "--start", str(turn * ROUND[name]), "--most", str(ROUND[name])]
                into = ["--into", asked.into] if asked.into else []
                failed |= fuzz(name, make, [*words, *into, "--seconds", str(left)])
                sys.stdout.flush()
            turn += 1
    return failed


if __name__ == "__main__":
    sys.exit(_main())
