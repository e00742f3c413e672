"""python -m tests.fuzz.kills [--count 25] [--seed S]: commands that are killed, and what they leave.

Each command runs in a process of its own and is killed: half of the times at any moment, half of the times while a file
is being written; by SIGKILL and SIGTERM in turn; it alone, or with all the processes that it has begun. Then its output
must be the old file or the new one, whole; nothing that it began may go on running; and after the next run the folder
must hold nothing but what a run makes.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.fuzz.seeds import pictures
from tests.fuzz.small import small_guide
from tests.fuzz.small_pdfs import small_pdfs

from guidepress.cli import main

__all__ = ["COMMANDS", "killed"]

COMMANDS = {
    "build": ("build", "g.yaml", "-l", "study-guide", "-o", "out/o.pdf"),
    "merge": ("merge", "0.pdf", "1.pdf", "--contents", "-o", "out/o.pdf"),
    "pack": ("pack", "p.yaml"),
    "impose": ("impose", "0.pdf", "-s", "saddle", "-o", "out/o.pdf"),
}
_PACK = (
    "format: 1\ntitle: All\ncontents: true\noutput: out/o.pdf\nbuilt: out\nparts: [0.pdf, g.yaml, 1.pdf]\n"
)
_OLD = b"what stood here before"
_ENDS = (signal.SIGKILL, signal.SIGTERM)
_PATIENCE = 60.0
"""Seconds in which what was begun must end by itself, on a machine with much else to do."""


def killed(command: str, count: int, chance: Random) -> Counter[str]:
    """Kill a command so many times.

    Returns:
        How often it was killed, how often while it wrote, how often the new file was there already, and what was
        wrong: each kind by a sentence that begins with "WRONG".
    """
    found: Counter[str] = Counter()
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        try:
            _prepare(chance)
            began = time.monotonic()
            os.waitpid(_begun(command), 0)
            took, whole = time.monotonic() - began, _files()
            if not whole:
                raise RuntimeError(f"{command} makes nothing")
            for number in range(count):
                found.update(_one(command, number, (took, whole), chance))
        finally:
            os.chdir(here)
    return found


def _prepare(chance: Random) -> None:
    Path("g.yaml").write_text(small_guide(chance, 4, 6), encoding="utf-8")
    for name, picture in pictures().items():
        Path(name).write_bytes(picture)
    for number, data in enumerate(small_pdfs()[1][:2]):
        Path(f"{number}.pdf").write_bytes(data)
    Path("p.yaml").write_text(_PACK, encoding="utf-8")


def _one(command: str, number: int, run: tuple[float, dict[str, bytes]], chance: Random) -> list[str]:
    """Kill a command once, look, and run it again."""
    took, whole = run
    for place in whole:
        Path(place).write_bytes(_OLD)
        os.utime(place, (0, 0))  # older than what it is made of: a pack builds it again
    writing = bool(number // 2 % 2)
    process = _begun(command)
    said = ["killed"]
    if writing:
        said += ["while writing"] if _written(process) else []
        time.sleep(chance.choice((0, 0, 0.001)))
    else:
        time.sleep(chance.uniform(0, took))
    all_of_it = chance.random() < 0.5
    with suppress(ProcessLookupError):
        (os.killpg if all_of_it else os.kill)(process, _ENDS[number % 2])
    os.waitpid(process, 0)
    if not _ended(process):
        said.append("WRONG: a process goes on")
    for place, data in whole.items():
        there = Path(place).read_bytes() if Path(place).exists() else b""
        if there == data:
            said.append("new file there")
        elif there != _OLD:
            said.append(f"WRONG: {len(there)} of {len(data)} bytes in {place}")
    os.waitpid(_begun(command), 0)
    if _files() != whole:
        said.append(f"WRONG: after the next run there are {sorted(_files())}, not {sorted(whole)}")
    return said


def _begun(command: str) -> int:
    """Run a command in a process that leads a group of its own; its number."""
    process = os.fork()
    if process:
        with suppress(PermissionError, ProcessLookupError):
            os.setpgid(process, process)
        return process
    status = 1
    try:
        with suppress(PermissionError):
            os.setpgid(0, 0)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        sys.argv = ["guidepress", *COMMANDS[command]]
        status = main()
    finally:
        os._exit(status)


def _written(process: int) -> bool:
    """Wait until something is being written; whether it was seen before the process ended."""
    while not any(each.name.startswith(".guidepress-") for each in Path("out").iterdir()):
        if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return False
    return True


def _ended(group: int) -> bool:
    """Whether all processes of a group end within a while."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


def _files() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path("out").rglob("*")) if path.is_file()}


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.kills")
    parser.add_argument("--count", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    wrong = 0
    for command in COMMANDS:
        chance = Random(f"{asked.seed}-{command}")  # noqa: S311 - any moments will do, and the same ones again
        found = killed(command, asked.count, chance)
        wrong += sum(times for what, times in found.items() if what.startswith("WRONG"))
        told = "; ".join(f"{what} {times}" for what, times in found.items())
        sys.stdout.write(f"{command}: {told}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{wrong} wrong\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(_main())
