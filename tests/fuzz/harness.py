"""In: a case, some files and the words of commands. Out: what came of it.

Each command must end within ten seconds and 600 MB, and say what is wrong in sentences: any exception that leaves it is
a failure. So is text that a book has off its page without a word, a file that it leaves behind, and one that it changes.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import re
import resource
import signal
import tempfile
import time
import traceback
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.fuzz.off_page import off_page

from guidepress.base.record import record
from guidepress.cli import main as guidepress

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CORPUS", "MEGABYTES", "SECONDS", "Case", "Outcome", "attempt", "seeded"]

CORPUS = Path(__file__).parent / "corpus"
SECONDS = 10
"""Of processor time, so that a busy machine makes no failures."""
MEGABYTES = 600
_OWN_FAULT = re.compile(
    r"error: .*\[(reading-order|blank-page|title|language|page-label|outline|page-count|printed-count|link|page-size"
    r"|trim-box|font-not-embedded|no-tounicode|tags|other-reader|not-checked)\]"
)
"""What the verifier finds wrong with a book that was just built: a fault of ours, whatever the guide says."""
_SCHEMA = "guide.schema.json"
"""Stands beside a guide that is new, for editors."""


@record
class Case:
    """Files by name, the words of each command, and which of the files was damaged."""

    files: dict[str, bytes]
    commands: tuple[tuple[str, ...], ...]
    damaged: str


@record
class Outcome:
    """What came of a case.

    Attributes:
        wrong: exception and place, "slow", "large", "off the page"; "" if all is well.
        statuses: of the commands that ended, in order.
        seconds: of processor time that the slowest command took.
        megabytes: the most that this process has held so far.
    """

    wrong: str
    statuses: tuple[int, ...]
    seconds: float
    megabytes: int


class _TooSlow(BaseException):
    """Raised in a command that has had its seconds; no command catches it."""


def attempt(case: Case, seconds: int = SECONDS) -> Outcome:
    """Run a case in a folder of its own."""
    before, here = _peak(), Path.cwd()
    statuses: list[int] = []
    slowest, wrong = 0.0, ""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in case.files.items():
            place = Path(folder, name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        os.chdir(folder)
        try:
            for words in case.commands:
                began = time.process_time()
                wrong = _run(words, seconds, statuses)
                slowest = max(slowest, time.process_time() - began)
                wrong = wrong or _left(case, words)
                if wrong:
                    break
        finally:
            os.chdir(here)
            gc.enable()
    if not wrong and before < _peak() > MEGABYTES:
        wrong = "large"
    return Outcome(wrong, tuple(statuses), slowest, _peak())


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _run(words: tuple[str, ...], seconds: int, statuses: list[int]) -> str:
    """Run a command; what went wrong, and its status put behind the others."""
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            statuses.append(guidepress(words))
    except _TooSlow:
        return "slow"
    except MemoryError:
        return "large"
    except Exception as problem:  # noqa: BLE001 - any at all is what is looked for
        last = traceback.extract_tb(problem.__traceback__)[-1]
        return f"{type(problem).__name__} in {Path(last.filename).name}:{last.name}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    said.seek(0)
    return _judged(words, statuses[-1], said.read()) if words[0] == "build" else ""


def _judged(words: tuple[str, ...], status: int, said: str) -> str:
    """What is wrong with a book, or with how it was refused."""
    own = _OWN_FAULT.search(said)
    if own is not None:
        return f"refused its own book: {own[1]}"
    if status:
        return ""
    if not Path(words[-1]).is_file():
        return "wrote nothing"
    off = "[off-page]" not in said and off_page(Path(words[-1]).read_bytes())
    return "off the page" if off else ""


def _stop(*_: Any) -> None:  # noqa: ANN401 - what signals hand over
    raise _TooSlow


def _left(case: Case, words: tuple[str, ...]) -> str:
    """What a command changed or left that it should not have: all but what stands last in its words."""
    stems = {Path(place).stem for place in (words[-1], *_outputs(case))}  # a report stands beside its file
    for found in Path().rglob("*"):
        name = found.as_posix()
        if found.is_dir() or name.split(".")[0] in stems or name.startswith("out/"):
            continue
        if name not in case.files and name != _SCHEMA:
            return f"left {found.suffix} behind"
    changed = Path(case.damaged).read_bytes() != case.files[case.damaged]
    return "changed its input" if changed else ""


def _outputs(case: Case) -> set[str]:
    return {words[-1] for words in case.commands if words[-2:-1] == ("-o",)}


def seeded(make: Callable[[Random], Case], seed: int, number: int) -> Case:
    """The case of a number, the same in every run."""
    return make(Random(f"{seed}-{number}"))  # noqa: S311 - no secrets, and the same each time
