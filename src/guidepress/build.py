"""In: a guide and a layout, or what they are read from. Out: a finished, verified PDF, through every stage in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import FaultsFound, errors_in, fault
from guidepress.base.record import record, replace
from guidepress.compose.compose import compose
from guidepress.compose.context import place_of_language
from guidepress.compose.drafts import Drafts
from guidepress.compose.kind import kind_of
from guidepress.compose.pick import picking
from guidepress.finish import Finisher, finish_here
from guidepress.guide import Guide, proper_names
from guidepress.guide.places import CharacterPlaces
from guidepress.layout import Layout
from guidepress.paginate import GalleyMeasurer, Memory, paginate
from guidepress.typeset import Fonts
from guidepress.typeset.borrowing import missing_character

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.sources import Readable
    from guidepress.document.blocks import Document
    from guidepress.document.left_out import LeftOut
    from guidepress.finish import Finish
    from guidepress.fitting import Attempts
    from guidepress.layout.model import SectionSpec
    from guidepress.page.book import Book
    from guidepress.pdf.coded import CodedPages
    from guidepress.pdf.text import Coders
    from guidepress.verify.report import Report

__all__ = ["Built", "Tools", "build", "find_faults", "finished", "make_book"]


_MOST_WORDS = 20_000
"""Words kept from book to book: those of three long guides in all their faces, with their codes about 35 MB.

To begin without any makes a book a quarter slower (measured), so that to forget them now and then costs little, and a
worker is as large after a hundred books as after five hundred.
"""


@record
class Built:
    """A finished book.

    Attributes:
        document: what was composed.
        book: its pages.
        pdf: the file's bytes.
        report: what the verifier says; None if it was not asked.
    """

    document: Document
    book: Book
    pdf: bytes
    report: Report | None

    @property
    def pages(self) -> int:
        """Pages of the book block, as printed on its cover; the cover itself is not counted."""
        return self.book.page_count

    @property
    def reading_time(self) -> str:
        """How long the book takes to read, in the words of its cover ("1 hour read")."""
        return self.book.reading_time

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What sections did not print of the entries, texts and pictures that they take, each with the reason."""
        return self.document.left_out

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Warnings of every stage, in the order of the stages."""
        found = self.report.diagnostics if self.report else ()
        return (*self.document.diagnostics, *self.book.diagnostics, *found)


class Tools:
    """What a caller keeps that builds several books with one layout: faces, words and their encodings, the last book.

    Args:
        layout: the layout of all of them.
        finish: who writes and verifies; by default this process.
    """

    def __init__(self, layout: Layout, finish: Finish = finish_here) -> None:
        self.layout = layout
        self.finish = finish
        self.forget()

    def forget(self) -> None:
        """Forget all that books have left."""
        self.fonts = Fonts(self.layout.fonts)
        self.memory = Memory()
        self.drafts = Drafts()
        self.attempts: Attempts | None = None
        self.coders: Coders | None = None
        self.coded: CodedPages | None = None

    def begin(self, layout: Layout) -> None:
        """Begin a book; when very many words have been met, all are forgotten, since each book brings words of its own.

        Raises:
            ValueError: its layout is another.
        """
        if self.layout is not layout and self.layout != layout:
            raise ValueError(
                f"these tools are those of the layout {self.layout.name!r}, not of {layout.name!r}"
            )
        if self.fonts.words > _MOST_WORDS:
            self.forget()


def make_book(guide: Guide, layout: Layout, tools: Tools | None = None) -> tuple[Document, Book]:
    """Compose and paginate a guide.

    Raises:
        FaultsFound: the guide cannot be set with this layout (nothing that it prints, a missing glyph, references
            that do not settle).
    """
    layout.labels_in(
        guide.language, place_of_language(guide)
    )  # a guide without words is told so at its place
    tools = tools or Tools(layout)
    fonts = tools.fonts
    if fonts.keep_whole(proper_names(guide)):
        # lines of the book before may divide what is a name here
        tools.memory, tools.attempts = Memory(), None
    if layout.fit.pages:
        from guidepress.fitting import Attempts, fitted  # noqa: PLC0415 - few layouts must fit so many pages

        tools.attempts = tools.attempts or Attempts()
        document, book = fitted(guide, layout, fonts, tools.attempts)
    else:
        document = compose(guide, layout, GalleyMeasurer(layout, fonts, guide.language), tools.drafts)
        book = paginate(document, layout, fonts, tools.memory)
    made_for = {spec.kind for spec in _reasons(layout)}
    if not any(section.kind in made_for for section in document.sections):
        raise _nothing_for(layout)
    if layout.sampler.open:
        from guidepress.sample import sampled  # noqa: PLC0415 - few layouts are samplers

        book = sampled(book, document, layout, fonts)
    faults = errors_in((*document.diagnostics, *book.diagnostics))
    if faults:
        places = CharacterPlaces(guide)
        raise FaultsFound(dict.fromkeys(_exact(each, places) for each in dict.fromkeys(faults)))
    return document, book


def _exact(found: Diagnostic, places: CharacterPlaces) -> Diagnostic:
    """Move the place of a character that no font has from the beginning of its text to the character."""
    character = missing_character(found)
    if not character or found.span is None:
        return found
    return replace(found, span=places.find(character, found.span))


def find_faults(
    guide: Readable,
    layout: Layout | Readable = "study-guide",
    *,
    name: str = "guide",
    folder: Path | None = None,
    root: Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Find all faults and warnings of a guide: those that `load_guide` finds, then those of a build up to its PDF objects.

    Args:
        guide: as `load_guide` takes it.
        layout: in which it is to be set, as `build` takes it.
        name: as `load_guide` takes it.
        folder: likewise.
        root: likewise.

    Returns:
        The faults; where there are errors in the guide itself, these and its warnings alone.
    """
    from guidepress.guide.loader import load_guide  # noqa: PLC0415 - see `_laid_out`
    from guidepress.pdf.lower import lower  # noqa: PLC0415 - imported while the engine's faults come first

    try:
        read = load_guide(guide, name=name, folder=folder, root=root)
    except FaultsFound as faults:
        return faults.diagnostics
    try:
        laid_out = _laid_out(layout)
        document, book = make_book(read, laid_out)
        lower(book, laid_out.standards)
    except FaultsFound as faults:
        return tuple(dict.fromkeys((*read.diagnostics, *faults.diagnostics)))
    return (*document.diagnostics, *book.diagnostics)


def _laid_out(layout: Layout | Readable) -> Layout:
    """A layout as it is, or read; whoever is handed what another process has read needs nothing that reads."""
    if isinstance(layout, Layout):
        return layout
    from guidepress.layout.load import load_layout  # noqa: PLC0415 - see above

    return load_layout(layout)


def _reasons(layout: Layout) -> tuple[SectionSpec[Any], ...]:
    """What a book is made for: what the layout says, else all that is no mere help to use it."""
    if layout.made_for:
        return tuple(spec for spec in layout.sections if spec.kind in layout.made_for)
    return tuple(spec for spec in layout.sections if not kind_of(spec).apparatus)


def _nothing_for(layout: Layout) -> FaultsFound:
    """Say what a layout would have printed."""
    what = f"that the layout {layout.name!r} {'is made for' if layout.made_for else 'prints'}"
    kinds = []
    for spec in _reasons(layout):
        picked = picking(spec.options)
        named = f" (questions for the use {', '.join(picked.use)})" if picked and picked.use else ""
        kinds.append(f"{spec.kind}{named}")
    return fault(
        "nothing-to-print",
        f"The guide holds nothing {what}: {', '.join(dict.fromkeys(kinds))}.",
        "Add some of it, as docs/guide-format.md says, or choose another layout.",
    )


def build(
    guide: Guide | Readable,
    layout: Layout | Readable = "study-guide",
    *,
    tools: Tools | None = None,
    check: bool = True,
) -> Built:
    """Build a guide into a PDF and verify it.

    Args:
        guide: what to print: a guide, or what `load_guide` takes.
        layout: how it looks: a layout, or what `load_layout` takes, a stock layout's name among others.
        tools: faces and words of an earlier build with the same layout, to be used again.
        check: read the file back and check it against the Book.

    Raises:
        FaultsFound: the guide or the layout has faults, the guide cannot be set, or the file written does not hold
            what the Book promised.
        ValueError: the tools are those of another layout.
    """
    layout = _laid_out(layout)
    if not isinstance(guide, Guide):
        from guidepress.guide.loader import load_guide  # noqa: PLC0415 - see `_laid_out`

        guide = load_guide(guide)
    tools = tools or Tools(layout)
    tools.begin(layout)
    document, book = make_book(guide, layout, tools)
    return Built(document, book, *finished(book, layout, tools, check=check))


def finished(book: Book, layout: Layout, tools: Tools, *, check: bool) -> tuple[bytes, Report | None]:
    """Write a book as a file and verify it.

    Raises:
        FaultsFound: the file does not hold what the Book promised.
    """
    from guidepress.pdf.coded import CodedPages  # noqa: PLC0415 - imported while the engine's faults come first
    from guidepress.pdf.lower import lower  # noqa: PLC0415 - likewise
    from guidepress.pdf.text import Coders  # noqa: PLC0415 - likewise

    tools.coders, tools.coded = tools.coders or Coders(), tools.coded or CodedPages()
    deflate = tools.finish.deflate if isinstance(tools.finish, Finisher) else None
    objects = lower(book, layout.standards, tools.coders, tools.coded, deflate)
    expectation = None
    if check:
        from guidepress.verify.expectation import expect  # noqa: PLC0415

        expectation = expect(book)
    pdf, report = tools.finish(objects, expectation)
    if report is not None and not report.passed:
        raise FaultsFound(report.diagnostics)
    return pdf, report
