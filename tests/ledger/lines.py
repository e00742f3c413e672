"""In: a Book and the layout that it was made with. Out: its ledger: facts, then a line a page that a person can review.

A line names the folio, the section and those that begin on the page, the master, the first and the last line of text
with their baselines, the white lines at the foot, why the page ends there, how many lines and hyphens it has, and a
fingerprint of all that is painted on it, so that no change of a page goes unseen.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tests.ledger.painted import Mark, fingerprint, marks_of

from guidepress.base.lengths import format_length
from guidepress.base.numbers import counted
from guidepress.layout.areas import areas_of
from guidepress.page.items import ARTIFACT, Anchor, Run
from guidepress.paginate.cuts import NOTE_RULE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.layout import Layout
    from guidepress.layout.areas import Areas
    from guidepress.page.book import Book, Page

__all__ = ["Line", "ledger", "lines_of", "white_lines"]

_SHOWN = 34
"""So many characters of a line of text are shown."""

_APART = 8
"""Runs further apart than this part of their size have a space between them."""

_SOFT_HYPHEN = "\u00ad"


class Line(NamedTuple):
    """Words on one baseline, `y` mpt from the page's top, up to a right edge."""

    y: int
    right: int
    text: str


def ledger(book: Book, layout: Layout) -> str:
    """Write the ledger of a book."""
    areas = areas_of(layout.page, layout.styles)
    roles = Counter(node.role for node in book.tree)
    rows = [
        f"{book.metadata.title}, set with {layout.name}",
        f"{book.page_count} pages, {len(book.pages)} in the file; {book.reading_time}",
        f"text from {format_length(areas.top)} to {format_length(areas.foot)} in lines of {format_length(areas.line)}",
        "elements: " + ", ".join(f"{role} {count}" for role, count in sorted(roles.items())),
        *(f"{each.severity}: {each.message}" for each in book.diagnostics),
        "",
    ]
    return "\n".join((*rows, *_pages(book, areas))) + "\n"


def _pages(book: Book, areas: Areas) -> Iterator[str]:
    """Write a line a page; a sampler's pages are fewer than the decisions, which speak of the whole book."""
    titles = {entry.anchor for entry in book.outline if entry.level == 1}
    decisions = enumerate(book.decisions, 1)
    for page in book.pages:
        number, why = 0, ""
        if not page.cover:
            number, said = next(each for each in decisions if each[1].startswith(f"Page {page.label} "))
            why = said.rpartition("ends here: ")[2].removesuffix(".")
        yield " | ".join(_fields(page, book, _Side(areas, number, titles), why))


class _Side(NamedTuple):
    """Where a page's areas are: its number in the whole book tells recto from verso."""

    areas: Areas
    number: int
    titles: set[str]

    @property
    def foot(self) -> int:
        """The lower edge of the text area, mpt from the page's top."""
        return self.areas.foot

    def in_margin(self, mark: Mark) -> bool:
        """A mark stands wholly in the margin column."""
        if not self.areas.note_width:
            return False
        left = self.areas.note_x(verso=self.number % 2 == 0)
        return left - NOTE_RULE < mark.left and mark.right < left + self.areas.note_width + NOTE_RULE


def _fields(page: Page, book: Book, side: _Side, why: str) -> Iterator[str]:
    painted = list(marks_of(page.frames))
    marks = [mark for mark in painted if mark.tag != ARTIFACT]
    yield page.label
    begun = [mark.item.name for mark in marks if type(mark.item) is Anchor and mark.item.name in side.titles]
    yield " ".join(
        [page.section, *(f"+{name}" for name in begun if name != page.section), f"({page.master})"]
    ).strip()
    if page.blank:
        yield "blank"
        return
    if book.excerpt:  # the strip of a sampler stands below the text
        marks = [mark for mark in marks if mark.bottom <= side.foot]
    body = [mark for mark in marks if not side.in_margin(mark)]
    lines = lines_of(body)
    if lines:
        yield f"{_points(lines[0].y)} {_start(lines[0].text)}"
        yield f"{_points(lines[-1].y)} {_end(lines[-1].text)}"
    if not page.cover:
        yield f"{white_lines(body, book, side.foot, side.areas.line)} white, {why}"
    hyphens = sum(line.text.endswith(_SOFT_HYPHEN) for line in lines)
    yield f"{counted(len(lines), 'line')}, {counted(hyphens, 'hyphen')}, {fingerprint(painted)}"


def lines_of(marks: list[Mark]) -> list[Line]:
    """Join the runs that follow each other on one baseline, in reading order."""
    lines: list[Line] = []
    for mark in marks:
        if type(mark.item) is Run:
            text = " ".join(word.text for word in mark.item.words)
            if lines and lines[-1].y == mark.y:
                apart = " " if mark.left - lines[-1].right > mark.item.size // _APART else ""
                lines[-1] = Line(mark.y, mark.right, f"{lines[-1].text}{apart}{text}")
            elif text.strip():
                lines.append(Line(mark.y, mark.right, text))
    return [line._replace(text=" ".join(line.text.split())) for line in lines]


def white_lines(marks: list[Mark], book: Book, foot: int, pitch: int) -> int:
    """Count whole lines between the lowest ink of the text and what stands below it: the page's footnotes, or its foot.

    Fewer than none if something reaches below the text area.
    """
    notes = [mark for mark in marks if type(mark.item) is Run and _in_note(mark.tag, book)]
    if notes:
        first = min(notes, key=lambda mark: mark.y)
        foot = first.y - (first.item.size if type(first.item) is Run else 0) - NOTE_RULE
    rest = [mark for mark in marks if mark.bottom <= foot] if notes else marks
    lowest = max((mark.bottom for mark in rest if type(mark.item) is not Anchor), default=0)
    return (foot - lowest) // pitch


def _in_note(tag: int, book: Book) -> bool:
    """An element belongs to a footnote."""
    while tag >= 0:
        if book.tree[tag].role == "Note":
            return True
        tag = book.tree[tag].parent
    return False


def _start(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _end(text: str) -> str:
    text = text.replace(_SOFT_HYPHEN, "-")
    return text if len(text) <= _SHOWN else f"…{text[-_SHOWN:].lstrip()}"


def _points(mpt: int) -> str:
    return f"{mpt / 1000:.1f}".removesuffix(".0")
