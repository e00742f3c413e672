"""In: a unit of work. Out: its files as bytes, each verified, with all that a manifest says of them.

A unit's files hang on the unit alone. A Bench keeps what one worker may use again: opened faces, the books of the last
guides.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, errors_in
from guidepress.base.numbers import counted
from guidepress.base.record import record, replace
from guidepress.build import Tools, build, make_book
from guidepress.document.left_out import that_do_not_fit
from guidepress.export.abroad import GuideShelf
from guidepress.export.copies.copying import CopySet
from guidepress.export.copies.volumes import arranged
from guidepress.export.units import Artefact
from guidepress.export.variants import key_layout, pupil_layout, versioned, with_share
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.build import Built
    from guidepress.document.blocks import Document
    from guidepress.export.units import WorkUnit
    from guidepress.guide import Guide
    from guidepress.layout import Layout
    from guidepress.page.book import Book

__all__ = ["Bench", "Composed", "copy_key", "copy_set", "make"]

_BOOKS = 8
"""Books of the last units that a bench keeps: the versions of an exam, once more for files of their own."""


@record
class Composed:
    """A book that was set, and what it was composed from."""

    document: Document
    book: Book


class Bench:
    """What a worker keeps from unit to unit; none of it changes what a unit's files are."""

    def __init__(self) -> None:
        self._layouts: dict[tuple[object, ...], Layout] = {}
        self._tools: dict[tuple[object, ...], Tools] = {}
        self._guides: dict[tuple[str, object], Guide] = {}
        self._shelf = GuideShelf()
        self._books: dict[tuple[object, ...], Composed] = {}

    def guide(self, unit: WorkUnit) -> Guide:
        """Load a unit's guide, or remember it."""
        key = unit.guide, unit.sources
        if key not in self._guides:
            self._guides = {key: self._shelf.load(unit.guide)}
        return self._guides[key]

    def layout(self, unit: WorkUnit) -> Layout:
        """Load a unit's layout with its versions and standards, or remember it."""
        entry = unit.layout
        key = _layout_key(unit)
        if key not in self._layouts:
            loaded = load_layout(entry.layout, paper=entry.paper or None, sets=tuple(entry.sets.items()))
            changed = versioned(loaded, unit.versions, unit.seed)
            standards = unit.printing.standards
            self._layouts[key] = replace(changed, standards=standards) if standards else changed
        return self._layouts[key]

    def tools(self, layout: Layout, name: tuple[object, ...]) -> Tools:
        """The tools of a layout, the same for all units that are set in it."""
        known = self._tools.get(name)
        if known is None:
            known = self._tools[name] = Tools(layout)
        known.begin(layout)
        return known

    def composed(self, unit: WorkUnit, layout: Layout, part: str) -> Composed:
        """Set a unit's guide in a layout, or remember the book; `part` tells the layouts of a unit apart."""
        key = unit.guide, unit.sources, *_layout_key(unit), part
        known = self._books.pop(key, None)
        if known is None:
            known = Composed(
                *make_book(self.guide(unit), layout, self.tools(layout, (*_layout_key(unit), part)))
            )
        self._books[key] = known
        while len(self._books) > _BOOKS:
            del self._books[next(iter(self._books))]
        return known


def make(unit: WorkUnit, bench: Bench) -> tuple[Artefact, ...]:
    """Make the files of a unit; the same unit gives the same bytes.

    Raises:
        FaultsFound: the guide or layout has faults, a name does not fit, or a file is not what was promised.
    """
    made = _MAKERS[unit.kind](unit, bench)
    seed = unit.seed
    return tuple(
        replace(each, guide=Path(unit.guide).name, layout=Path(unit.layout.layout).name, seed=seed)
        for each in made
    )


def _book(unit: WorkUnit, bench: Bench) -> tuple[Artefact, ...]:
    layout = bench.layout(unit)
    built = build(bench.guide(unit), layout, tools=bench.tools(layout, _layout_key(unit)))
    return (_artefact("book", unit.name, built),)


def _press(unit: WorkUnit, bench: Bench) -> tuple[Artefact, ...]:
    """Interior, cover and ticket for a printer, and what was asked for beside them; all in a folder of their own."""
    from guidepress.export.pressing import press_job  # noqa: PLC0415 - few jobs are for printers
    from guidepress.press.prepare import INTERIOR, prepare  # noqa: PLC0415 - likewise

    if unit.press is None:
        return ()
    made = prepare(press_job(unit, unit.press, bench.guide(unit)))
    if not made.proofs.passed:
        raise FaultsFound(errors_in(made.proofs.diagnostics))
    plain = [Artefact("press", f"{unit.name}/{each.name}", each.data) for each in made.files]
    return tuple(
        replace(
            each,
            pages=made.settled.count,
            diagnostics=made.diagnostics,
            left_out=made.settled.document.left_out,
        )
        if each.name.endswith(f"/{INTERIOR}")
        else each
        for each in plain
    )


def _key(unit: WorkUnit, bench: Bench) -> tuple[Artefact, ...]:
    """The key of a version; none where the guide has no answers that the layout would print."""
    try:
        layout, name = copy_key(unit, bench)
        built = build(bench.guide(unit), layout, tools=bench.tools(layout, name))
    except FaultsFound as faults:
        if all(each.code == "nothing-to-print" for each in faults.diagnostics):
            return ()
        raise
    return (replace(_artefact("key", unit.name, built), version=unit.version),)


def copy_key(unit: WorkUnit, bench: Bench) -> tuple[Layout, tuple[object, ...]]:
    """The layout of the key to a version's copies, and what tells it apart.

    Where copies must fit so many pages, the key has answers to what they had room for, and to nothing else.
    """
    base = bench.layout(unit)
    share = _versions(unit, bench).share if base.fit.pages else 1000
    return key_layout(base, unit.version, share), (*_layout_key(unit), f"key {unit.version} {share}")


def copy_set(unit: WorkUnit, bench: Bench) -> tuple[CopySet, dict[str, Composed]]:
    """Compose the versions of a unit's copies and get them ready to be copied."""
    versions = _versions(unit, bench)
    first = unit.letters[0]
    layout = versions.layouts[first]
    fonts = bench.tools(layout, (*_layout_key(unit), versions.part(first))).fonts
    labels = layout.labels_in(bench.guide(unit).language)
    copies = CopySet(
        {letter: each.book for letter, each in versions.books.items()},
        layout,
        fonts,
        labels,
        unit.printing.personalise,
    )
    copies.prepare(unit.copies)
    return copies, versions.books


@record
class _Versions:
    """The versions of a unit's copies, by letter.

    Attributes:
        layouts: of each.
        books: of each.
        share: how much of the text all of them have (`Document.share`).
        even: the layouts are those in which all have that share, since some had room for more.
    """

    layouts: dict[str, Layout]
    books: dict[str, Composed]
    share: int
    even: bool = False

    def part(self, letter: str) -> str:
        """What tells the layout of a version from others of the unit."""
        return f"pupil {letter} {self.share}" if self.even else f"pupil {letter}"


def _versions(unit: WorkUnit, bench: Bench) -> _Versions:
    """Compose each version.

    Where a sheet has not room for all, one order of questions leaves room for more of them than another; but neighbours
    write the same test, so that all get what the fullest has room for.
    """
    base, scanned = bench.layout(unit), unit.printing.answer_sheets
    layouts = {letter: pupil_layout(base, letter, scanned=scanned) for letter in unit.letters}
    books = {letter: bench.composed(unit, layout, f"pupil {letter}") for letter, layout in layouts.items()}
    shares = {each.document.share for each in books.values()}
    found = _Versions(layouts, books, min(shares))
    if len(shares) == 1:
        return found
    cut = {letter: with_share(layout, found.share) for letter, layout in layouts.items()}
    found = replace(found, layouts=cut, even=True)
    even = {letter: bench.composed(unit, layout, found.part(letter)) for letter, layout in cut.items()}
    return replace(found, books={letter: _cut(each, cut[letter].fit.pages) for letter, each in even.items()})


def _cut(composed: Composed, pages: int) -> Composed:
    """A book whose text was lessened beforehand, with the true reason for what is left out."""
    left_out = that_do_not_fit(composed.document.left_out, counted(pages, "page"))
    return replace(composed, document=replace(composed.document, left_out=left_out))


def _volume(unit: WorkUnit, bench: Bench) -> tuple[Artefact, ...]:
    from guidepress.export.copies.printing import printed_volume  # noqa: PLC0415 - not all units print

    copies, books = copy_set(unit, bench)
    leaves, ranges = arranged(copies, unit)
    data, seen = printed_volume(unit, copies, leaves)
    documents = [each.document for each in books.values()]
    said = [
        each
        for composed in books.values()
        for each in (*composed.document.diagnostics, *composed.book.diagnostics)
    ]
    return (
        Artefact(
            "volume",
            f"{unit.name}.pdf",
            data,
            pages=len(leaves),
            ranges=ranges,
            diagnostics=tuple(dict.fromkeys((*said, *seen))),
            left_out=tuple(dict.fromkeys(gone for document in documents for gone in document.left_out)),
        ),
    )


def _copies(unit: WorkUnit, bench: Bench) -> tuple[Artefact, ...]:
    """A file for each copy: a book with tags."""
    from guidepress.export.copies.printing import Singles  # noqa: PLC0415 - likewise

    copies, books = copy_set(unit, bench)
    singles = Singles(copies, unit.copies, bench.layout(unit).standards)
    made = []
    for copy, name in zip(unit.copies, unit.names, strict=True):
        document, book = books[copy.version].document, books[copy.version].book
        made.append(
            Artefact(
                "copy",
                f"{name}.pdf",
                singles.write(copy),
                version=copy.version,
                code=copy.code,
                pages=len(book.pages),
                diagnostics=(*document.diagnostics, *book.diagnostics),
                left_out=document.left_out,
            )
        )
    return tuple(made)


def _artefact(kind: str, name: str, built: Built) -> Artefact:
    pages = len(built.book.pages)
    return Artefact(
        kind,
        f"{name}.pdf",
        built.pdf,
        pages=pages,
        diagnostics=built.diagnostics,
        left_out=built.left_out,
        reading_time=built.reading_time,
    )


def _layout_key(unit: WorkUnit) -> tuple[object, ...]:
    entry = unit.layout
    sets = tuple(entry.sets.items())
    return entry.layout, entry.paper, sets, unit.versions, unit.seed, unit.printing.standards


def _class_sheet(unit: WorkUnit, bench: Bench) -> tuple[Artefact, ...]:
    """The sheet for the copy room that belongs to a volume."""
    from guidepress.compose.inks import works_in_grey  # noqa: PLC0415 - likewise
    from guidepress.export.class_sheet import class_sheet  # noqa: PLC0415 - likewise
    from guidepress.export.copies.printing import write_alone  # noqa: PLC0415 - likewise

    _, books = copy_set(unit, bench)
    layout = bench.layout(unit)
    grey = all(works_in_grey(each.document.sections, layout.colours["paper"]) for each in books.values())
    each_version = {version: each.book for version, each in books.items()}
    book = class_sheet(unit, bench.guide(unit), each_version, grey=grey)
    data = write_alone(book, layout.standards)
    return (Artefact("class-sheet", f"{unit.name}.pdf", data, pages=len(book.pages)),)


def _sheets(unit: WorkUnit, bench: Bench) -> tuple[Artefact, ...]:
    """What is where on the answer sheets, for whoever reads them back; none where no question is marked by boxes."""
    from guidepress.export.sheets import sheets_json  # noqa: PLC0415 - likewise

    copies, _ = copy_set(unit, bench)
    data = sheets_json(unit, copies)
    return (Artefact("sheets", f"{unit.name}.json", data),) if data else ()


_MAKERS: dict[str, Callable[[WorkUnit, Bench], tuple[Artefact, ...]]] = {
    "book": _book,
    "volume": _volume,
    "copies": _copies,
    "key": _key,
    "class-sheet": _class_sheet,
    "sheets": _sheets,
    "press": _press,
}
"""What makes the files of each kind of unit."""
