"""Tasks that tests run: each writes a letter, or does what its name says."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.export.running.making import Made
from guidepress.export.running.outcome import digest

if TYPE_CHECKING:
    from guidepress.export.running.outcome import Task


@record
class Letter:
    """A task that copies a file, and does on the way what its `does` says."""

    name: str
    reads: str
    mark: str = "1"
    does: str = ""

    @property
    def spec(self) -> str:
        """The digest of what it reads and says."""
        return digest(f"{self.name} {self.mark} ".encode() + Path(self.reads).read_bytes())


def copy(task: Task) -> Made:
    """Make a letter's files."""
    letter = cast("Letter", task)
    count(letter)
    if letter.does == "dies" or (letter.does == "dies once" and counted(letter) == 1):
        os.kill(os.getpid(), signal.SIGKILL)
    if letter.does == "fails":
        raise fault("no-letter", f"{letter.name} is no letter.")
    if letter.does == "breaks":
        raise ZeroDivisionError(letter.name)
    if letter.does == "takes long":
        time.sleep(0.02)
    if letter.does == "signs":
        time.sleep(0.05)  # so that whoever else waits for work gets some
        return Made(((letter.name, str(os.getpid()).encode()),))
    told = f'[{{"file": "{letter.name}", "pages": 1}}]'
    return Made(((letter.name, Path(letter.reads).read_bytes() * 100),), told)


def _marks(letter: Letter) -> Path:
    return Path(letter.reads).parent / f"{Path(letter.name).name}.made"


def count(letter: Letter) -> None:
    """Note that a letter is being made."""
    with _marks(letter).open("a", encoding="ascii") as stream:
        stream.write("x")


def counted(letter: Letter) -> int:
    """How often a letter has been made."""
    return len(_marks(letter).read_text(encoding="ascii")) if _marks(letter).exists() else 0
