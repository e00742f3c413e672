"""A run by itself, to be killed: python -m tests.export.running.letters FOLDER COUNT WORKERS."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from tests.export.running.tasks import Letter, copy

from guidepress.export.running.crews import open_crew
from guidepress.export.running.driving import Hands, drive
from guidepress.export.running.journal import open_journal
from guidepress.export.running.making import make
from guidepress.export.running.storage import Storage


def main(folder: Path, count: int, workers: int) -> None:
    """Write so many letters."""
    out = Storage(str(folder / "out"))
    tasks = (Letter(f"l{number}.txt", str(folder / "text"), does="takes long") for number in range(count))
    crew = open_crew("processes" if workers else "here", workers)
    with open_journal(folder / "out/.guidepress/journal.sqlite", "letters") as journal:
        out.sweep()
        act = partial(make, maker=copy, storage=out, cache=None)
        drive(tasks, Hands(crew, act, journal, out, lambda *_: None))
    crew.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
