"""In: an order of one guide. Out: its PDF after every save of what it is made from, and a line or two on each."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from guidepress import FaultsFound, Tools, build, load_guide, load_layout
from guidepress.base.files import refuse_inputs, write_whole
from guidepress.base.limits import FILE_BYTES
from guidepress.base.numbers import counted
from guidepress.base.reading import read_file
from guidepress.cli.building import place_of, placed
from guidepress.cli.options import STANDARD, WrongUse
from guidepress.cli.saves import Saves
from guidepress.cli.say import say, say_error
from guidepress.guide.images import picture_files
from guidepress.guide.picture_names import picture_names
from guidepress.layout.files import layout_files
from guidepress.layout.inputs import layout_inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from guidepress import Built, Diagnostic
    from guidepress.cli.building import BuildOrder

__all__ = ["watch"]

_OPENERS = {"darwin": "open", "linux": "xdg-open"}
"""What opens a file in the program that its owner likes."""


def watch(order: BuildOrder, *, shows: bool = False, wait: Callable[[Saves], object] = Saves.wait) -> int:
    """Build a guide, and again after every save, until the user interrupts.

    Args:
        order: what to build; it names one guide.
        shows: open the first PDF that is made.
        wait: waits for a save.

    Returns:
        0 when it was interrupted: that is how it ends.

    Raises:
        FaultsFound: the PDF would be written over the guide.
        WrongUse: the guide is standard input, which nobody saves.
    """
    if order.guides[0] == STANDARD:
        raise WrongUse("watch waits for saves, and standard input has none", "name a file")
    session, saves = _Session(order, shows=shows), Saves()
    gc.disable()  # a book makes few circles; they are looked for while nothing is to be done
    try:
        while True:
            saves.look(session.files())
            session.build()
            saves.look(session.files())
            sys.stdout.flush()
            gc.collect()
            wait(saves)
    except KeyboardInterrupt:
        return 0
    finally:
        gc.enable()


class _Session:
    """One guide, while it is watched."""

    def __init__(self, order: BuildOrder, *, shows: bool) -> None:
        self._order = order
        self._guide = order.guides[0]
        self._place = place_of(order)
        self._shows = shows
        self._tools: Tools | None = None
        self._pictures: tuple[Path, ...] = ()
        self._stale = False  # there is a PDF, and it is not what the guide says now

    def files(self) -> tuple[Path, ...]:
        """Everything that the PDF is made from."""
        return (self._guide, *layout_files(self._order.layout), *self._pictures, *_pictures(self._guide))

    def build(self) -> None:
        """Build the guide and say how that went; with faults, the last good PDF stays."""
        started = time.perf_counter()
        try:
            built = self._built()
            write_whole(self._place, built.pdf)
        except FaultsFound as faults:
            self._fail(placed(faults.diagnostics, self._guide))
            return
        self._stale = True
        for found in placed(built.diagnostics, self._guide):
            say(str(found))
        seconds = time.perf_counter() - started
        verified = "verified" if built.report else "not verified"
        say(f"{counted(built.pages, 'page')} · {self._place} · {seconds:.2f} s, {verified}")
        if self._shows:
            self._shows = False
            _show(self._place)

    def _built(self) -> Built:
        order = self._order
        layout = load_layout(order.layout, paper=order.paper, sets=order.sets, root=order.root)
        if self._tools is None or self._tools.layout != layout:
            self._tools = Tools(layout)
        guide = load_guide(self._guide, root=order.root)
        refuse_inputs(self._place, (self._guide, *layout_inputs(layout), *picture_files(guide)))
        self._pictures = picture_files(guide)
        return build(guide, self._tools.layout, tools=self._tools, check=order.verify)

    def _fail(self, faults: tuple[Diagnostic, ...]) -> None:
        for each in faults:
            say(str(each))
        errors = counted(sum(each.severity == "error" for each in faults), "error")
        say(f"{errors}; {f'{self._place} stays as it was' if self._stale else 'nothing was written'}.")


def _pictures(guide: Path) -> Iterator[Path]:
    """The pictures that a guide names, whatever else is wrong with it."""
    try:
        text = read_file(guide, FILE_BYTES).decode(errors="replace")
    except OSError:
        return
    yield from (guide.parent / name for name in picture_names(text))


def _show(place: Path) -> None:
    """Open a PDF for the user; where nothing can, a line says so."""
    opener = _OPENERS.get(sys.platform)
    try:
        if opener is None:
            import os  # noqa: PLC0415 - one system has it

            os.startfile(place)  # type: ignore[attr-defined]  # noqa: S606 - the system's own way
            return
        silent = subprocess.DEVNULL
        words = [opener, str(place)]
        subprocess.Popen(words, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)  # noqa: S603 - our own file
    except (OSError, AttributeError):
        say_error(f"nothing here opens {place}; open it yourself.")
