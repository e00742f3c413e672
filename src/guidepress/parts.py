"""In: a guide and a layout. Out: what is handed out and what is kept back as files of their own, all of one build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import record, replace
from guidepress.build import Tools, finished, make_book
from guidepress.compose.sections.answer_key import KIND as ANSWER_KEY
from guidepress.guide import Guide, load_guide
from guidepress.layout import Layout, load_layout
from guidepress.sample.copies import copies, parts_of

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.sources import Readable
    from guidepress.document.blocks import Document
    from guidepress.document.left_out import LeftOut
    from guidepress.page.book import Book
    from guidepress.verify.report import Report

__all__ = ["HandedCopy", "Parted", "build_parts", "in_copies"]


@record
class HandedCopy:
    """A file that is handed out, or kept back.

    Attributes:
        name: what tells it from the others: "version-a", "answer-sheet", "answer-key", "answer-key-a".
        title: as the file says it.
        book: its pages, numbered by themselves.
        pdf: the file's bytes.
        report: what the verifier says; None if it was not asked.
    """

    name: str
    title: str
    book: Book
    pdf: bytes
    report: Report | None


@record
class Parted:
    """What one build gave: its copies, in the layout's order.

    Attributes:
        document: what was composed.
        book: all its pages.
        copies: what is handed out or kept back.
        unparted: titles of the sections that are in none of them.
    """

    document: Document
    book: Book
    copies: tuple[HandedCopy, ...]
    unparted: tuple[str, ...]

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What the layout was to print and does not, and why."""
        return self.document.left_out

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Warnings of every stage, in the order of the stages."""
        found = (each for copy in self.copies if copy.report for each in copy.report.diagnostics)
        return (*self.document.diagnostics, *self.book.diagnostics, *found)


def in_copies(layout: Layout) -> Layout:
    """The same layout, its pages numbered in each copy by itself, and each version's key a copy of its own."""
    sections = tuple(
        replace(spec, options=replace(spec.options, apart=True)) if spec.kind == ANSWER_KEY.name else spec
        for spec in layout.sections
    )
    return replace(layout, numbering="copies", sections=sections)


def build_parts(
    guide: Guide | Readable,
    layout: Layout | Readable = "exam",
    *,
    tools: Tools | None = None,
    check: bool = True,
) -> Parted:
    """Build a guide once, and write each version, sheet and answer sheet, and the key of each, as files of their own.

    Args:
        guide: what to print: a guide, or what `load_guide` takes.
        layout: how it looks: a layout, or what `load_layout` takes.
        tools: faces and words of an earlier build with `in_copies` of the same layout, to be used again.
        check: read each file back and check it against its Book.

    Raises:
        FaultsFound: as `build` does; or nothing in the layout is handed out by itself.
        ValueError: the tools are those of another layout.
    """
    layout = in_copies(layout if isinstance(layout, Layout) else load_layout(layout))
    guide = guide if isinstance(guide, Guide) else load_guide(guide)
    tools = tools or Tools(layout)
    tools.begin(layout)
    document, book = make_book(guide, layout, tools)
    parts = parts_of(document)
    if not parts:
        message = f"The layout {layout.name!r} prints nothing that is handed out by itself."
        raise fault("no-parts", message, "Choose one with tests or sheets, such as exam, or build it whole.")
    colon = layout.labels_in(guide.language).colon
    made = []
    for name, cut in copies(book, document).items():
        title = f"{guide.title}{colon}{document.sections[parts[name][0]].title}"
        titled = replace(cut, metadata=replace(cut.metadata, title=title))
        made.append(HandedCopy(name, title, titled, *finished(titled, layout, tools, check=check)))
    inside = {index for indices in parts.values() for index in indices}
    unparted = tuple(each.title for index, each in enumerate(document.sections) if index not in inside)
    return Parted(document, book, tuple(made), unparted)
