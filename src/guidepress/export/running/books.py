"""In: a guide's place and a layout. Out: the book as a task of work, and its maker, who keeps what books have in common."""

from __future__ import annotations

import os
import tempfile
from collections import OrderedDict
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from guidepress.base.diagnostics import FaultsFound, Span
from guidepress.base.record import record, replace
from guidepress.build import Tools, build
from guidepress.export.running.engine import engine_digest, files_digest
from guidepress.export.running.freshness import seen
from guidepress.export.running.making import Made
from guidepress.export.running.outcome import Input, digest
from guidepress.export.running.storage import is_address, read_place
from guidepress.guide import load_guide
from guidepress.guide.picture_names import picture_names
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.build import Built
    from guidepress.export.running.outcome import Task
    from guidepress.guide import Guide
    from guidepress.layout import Layout

__all__ = ["BookTask", "LayoutChoice", "book_task", "make_book_task"]

_LAYOUTS = 4
"""Layouts whose tools a process keeps: tasks of one layout follow one another, or those of one guide in a few."""

_MOST_MEMORY = 700
"""Megabytes of a process above which it forgets what earlier books have left."""


@record
class LayoutChoice:
    """A layout as a job asks for it.

    Attributes:
        layout: its name or path.
        paper: its paper; None for its own.
        sets: options that are set, as (key, value).
    """

    layout: str
    paper: str | None = None
    sets: tuple[tuple[str, str], ...] = ()


@record
class BookTask:
    """A book to be made.

    Attributes:
        name: what it is called in its run, which is the path of its PDF below the output.
        guide: the path or address of the guide.
        choice: the layout.
        spec: the digest of the layout, its fonts, the program and the date.
    """

    name: str
    guide: str
    choice: LayoutChoice
    spec: str


def book_task(name: str, guide: str, choice: LayoutChoice) -> BookTask:
    """Make a task of a book.

    Raises:
        FaultsFound: the layout has faults.
    """
    return BookTask(name, guide, choice, digest(f"{name}\n{_choice_digest(choice)}".encode()))


def make_book_task(task: Task) -> Made:
    """Build and verify a book.

    Raises:
        FaultsFound: its guide has faults or cannot be read.
    """
    book = cast("BookTask", task)
    tools = _workshop().tools(book.choice)
    try:
        with _opened(book.guide) as (guide, inputs):
            built = build(guide, tools.layout, tools=tools)
    except FaultsFound as faults:
        first = Span(book.guide, 1, 1)
        raise FaultsFound(
            each if each.span else replace(each, span=first) for each in faults.diagnostics
        ) from faults
    return Made(inputs, ((book.name, built.pdf),), _told(book, guide, built))


def _told(task: BookTask, guide: Guide, built: Built) -> str:
    """The book's row of a manifest; what a catalogue wants to know stands in it too."""
    row = {
        "file": task.name,
        "guide": task.guide,
        "layout": Path(task.choice.layout).stem,
        "paper": task.choice.paper or "",
        "title": guide.title,
        "authors": [each.name for each in guide.authors],
        "themes": [theme.name for theme in guide.themes],
        "pages": len(built.book.pages),
        "reading_time": built.reading_time,
        "bytes": len(built.pdf),
        "sha256": digest(built.pdf),
        "warnings": list(map(str, built.diagnostics)),
        "left_out": list(map(str, built.left_out)),
    }
    return msgspec.json.encode([row]).decode()


@contextmanager
def _opened(place: str) -> Iterator[tuple[Guide, tuple[Input, ...]]]:
    """Load a guide from its path or address, with all that was read; its pictures are there until the book is made."""
    data = read_place(place)
    if not is_address(place):
        folder = Path(place).parent
        guide = load_guide(data, name=place, folder=folder)
        yield guide, (Input(place, digest(data)), *(seen(str(folder / path)) for path in guide.images))
        return
    with tempfile.TemporaryDirectory() as folder_here:
        here = Path(folder_here)
        pictures = tuple(_fetched(place.rpartition("/")[0], data, here))
        yield load_guide(data, name=place, folder=here), (Input(place, digest(data)), *pictures)


def _fetched(folder: str, data: bytes, here: Path) -> Iterator[Input]:
    """Bring the pictures that a guide names to this machine; what cannot be had, the loader finds missing."""
    for path in picture_names(data.decode(errors="replace")):
        wanted = (here / path).resolve()
        if not wanted.is_relative_to(here.resolve()):
            continue
        found = seen(f"{folder}/{path}")
        yield found
        if found.sha256:
            wanted.parent.mkdir(parents=True, exist_ok=True)
            wanted.write_bytes(read_place(found.place))


class _Workshop:
    """What a process keeps from book to book: the tools of the layouts it has met last."""

    def __init__(self) -> None:
        self._tools: OrderedDict[LayoutChoice, Tools] = OrderedDict()

    def tools(self, choice: LayoutChoice) -> Tools:
        """The tools of a layout."""
        if _memory() > _MOST_MEMORY:
            self._tools.clear()
        found = self._tools.pop(choice, None) or Tools(_layout(choice))
        self._tools[choice] = found
        while len(self._tools) > _LAYOUTS:
            self._tools.popitem(last=False)
        return found


@cache
def _workshop() -> _Workshop:
    """This process's workshop; it holds nothing that a book depends on."""
    return _Workshop()


def _memory() -> float:
    """Megabytes that this process holds now; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _layout(choice: LayoutChoice) -> Layout:
    return load_layout(choice.layout, paper=choice.paper, sets=choice.sets)


@lru_cache(maxsize=64)
def _choice_digest(choice: LayoutChoice) -> str:
    """The digest of what a layout says and of the fonts and the program it is set with."""
    layout = _layout(choice)
    fonts = (
        Path(family.folder, file)
        for _, family in sorted(layout.fonts.items())
        for file in family.files.values()
    )
    said = msgspec.json.encode(layout)
    return digest(said + f"\n{files_digest(tuple(fonts))}\n{engine_digest()}".encode())
