"""In: a page with its ink, and places on it. Out: a drawing as SVG: what the page shows, its boxes, the places marked.

Letters are the outlines of their own fonts; pictures are grey fields with a cross, since a printer's fault is where
they stand and not what they show.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.bind.leaves import leaves_of
from guidepress.cos import open_file, reading
from guidepress.press.ink.canvas import Budget, Shelf
from guidepress.press.ink.marks import InkedGlyph, InkedShape
from guidepress.press.ink.page import ink_of
from guidepress.press.ink.places import grown
from guidepress.press.preflight.run import taken_for
from guidepress.press.preflight.sheets import ordered_of, sheet_of
from guidepress.press.preflight.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.cos.pages import Box
    from guidepress.press.ink.colours import Paint
    from guidepress.press.ink.marks import InkedPicture, Mark
    from guidepress.press.ink.places import Path
    from guidepress.press.preflight.model import PreflightFinding, PreflightReport
    from guidepress.press.preflight.run import PreflightJob
    from guidepress.press.preflight.subject import Sheet

__all__ = ["DrawnPage", "draw_failing", "page_drawing"]

_MOST_DRAWN = 24
"""Pages with findings that a report draws of a file."""
_MOST_MARKS = 6000
"""Marks of one drawing: half a megabyte."""
_LOOKS = {
    "media": 'fill="#fff" stroke="#999" stroke-width=".5"',
    "bleed": 'fill="none" stroke="#2a6fb0" stroke-width=".6" stroke-dasharray="4 3"',
    "trim": 'fill="none" stroke="#111" stroke-width=".8"',
    "safe": 'fill="none" stroke="#1b7a3d" stroke-width=".6" stroke-dasharray="2 2"',
    "field": 'fill="#d6d3cb"',
    "error": 'fill="#b3261e" fill-opacity=".12" stroke="#b3261e" stroke-width="1.2"',
    "warning": 'fill="#c98a00" fill-opacity=".12" stroke="#c98a00" stroke-width="1.2"',
}
"""How each kind of box is drawn; said at each, so that a drawing can be taken out of its page."""
_MARGIN = 12.0
"""Points of white around the page."""
_AROUND = 1.5
"""Points between a place and its frame."""
_SMALLEST = 6.0
"""Points: a frame is no smaller, so that it is seen."""


@record
class DrawnPage:
    """A page drawn.

    Attributes:
        number: from 1.
        svg: the drawing.
        left_out: marks that it does not show, because there are too many.
    """

    number: int
    svg: str
    left_out: int = 0


def draw_failing(
    pdf: bytes, job: PreflightJob, report: PreflightReport, *, most: int = _MOST_DRAWN
) -> tuple[DrawnPage, ...]:
    """Draw the pages on which something was found, the first ones.

    Args:
        pdf: the file that the report is of.
        job: what it was held against.
        report: what was found.
        most: no more pages.

    Raises:
        FaultsFound: the file cannot be opened.
    """
    found: dict[int, list[PreflightFinding]] = {}
    for finding in report.findings:
        if 0 < finding.page <= report.pages:
            found.setdefault(finding.page, []).append(finding)
    if not found:
        return ()
    file = open_file(pdf, report.name, job.password)
    with reading(report.name):
        subject = Subject(file, len(pdf), leaves_of(file))
        taken = taken_for(subject, job)
        ordered = ordered_of(subject, job.printer, taken.spec, job.pages, cover=job.cover)
        shelf, budget = Shelf(file), Budget()
        return tuple(
            page_drawing(
                sheet_of(
                    ink_of(file, subject.leaves[number - 1], shelf, budget),
                    subject.leaves[number - 1],
                    number,
                    ordered,
                ),
                found[number],
                part="c" if job.cover else "i",
            )
            for number in sorted(found)[:most]
        )


def page_drawing(sheet: Sheet, findings: Sequence[PreflightFinding], *, part: str) -> DrawnPage:
    """Draw a page.

    Args:
        sheet: the page with its boxes.
        findings: what was found on it; each place gets a frame.
        part: told apart by it, drawings of an interior and of a cover can stand on one page of HTML.
    """
    marks = sheet.ink.marks[:_MOST_MARKS]
    view = grown(sheet.ink.media, _MARGIN)
    width, height = view[2] - view[0], view[3] - view[1]
    alphabet = _Alphabet(f"{part}{sheet.number}-")
    drawn = "".join(_drawn(mark, alphabet) for mark in marks)
    outlines = "".join(alphabet.outlines)
    frames = "".join(_frames(findings))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {height:.1f}" role="img" '
        f'aria-label="{escape(f"Page {sheet.number}")}"><defs>{outlines}</defs>'
        f'<g transform="matrix(1 0 0 -1 {-view[0]:.2f} {view[3]:.2f})">'
        f"{_box(sheet.ink.media, 'media')}{drawn}{_box(sheet.bleed, 'bleed')}{_box(sheet.trim, 'trim')}"
        f"{_box(sheet.safe, 'safe') if sheet.safe != sheet.trim else ''}{frames}</g></svg>"
    )
    return DrawnPage(sheet.number, svg, len(sheet.ink.marks) - len(marks))


def _box(box: Box, kind: str) -> str:
    left, bottom, right, top = box
    return f'<rect {_LOOKS[kind]} x="{left:.2f}" y="{bottom:.2f}" width="{right - left:.2f}" height="{top - bottom:.2f}"/>'


def _frames(findings: Sequence[PreflightFinding]) -> Iterator[str]:
    for finding in findings:
        for box in finding.boxes:
            left, bottom, right, top = grown(box, _AROUND)
            wide, high = (max(0.0, (_SMALLEST - side) / 2) for side in (right - left, top - bottom))
            framed = left - wide, bottom - high, right + wide, top + high
            yield _box(framed, finding.severity)


class _Alphabet:
    """The outlines of a drawing, each of which stands in it once.

    Args:
        prefix: of their names.
    """

    def __init__(self, prefix: str) -> None:
        self.outlines: list[str] = []
        self._prefix = prefix
        self._names: dict[tuple[int, int], str] = {}

    def name(self, mark: InkedGlyph) -> str:
        """The name of a glyph's outline."""
        key = id(mark.string.font), mark.code
        if key not in self._names:
            name = self._names[key] = f"{self._prefix}{len(self._names)}"
            written = _written(mark.string.font.outline(mark.code).path, 4)
            self.outlines.append(f'<path id="{name}" d="{written}"/>')
        return self._names[key]


def _drawn(mark: Mark, alphabet: _Alphabet) -> str:
    if isinstance(mark, InkedGlyph):
        return _glyph(mark, alphabet)
    if isinstance(mark, InkedShape):
        return _shape(mark)
    return _picture(mark)


def _glyph(mark: InkedGlyph, alphabet: _Alphabet) -> str:
    if not mark.string.paints:
        return ""
    a, b, c, d, _, _ = mark.string.matrix
    numbers = " ".join(f"{number:.4g}" for number in (a, b, c, d))
    place, colour = f"{mark.x:.2f} {mark.y:.2f}", _shown(mark.string.paints[0])
    return f'<use href="#{alphabet.name(mark)}" transform="matrix({numbers} {place})" fill="{colour}"/>'


def _shape(mark: InkedShape) -> str:
    if not mark.path:
        return _box(mark.box, "field")
    colour = _shown(mark.paint)
    if mark.line is None:
        return f'<path d="{_written(mark.path, 2)}" fill="{colour}"/>'
    width = max(mark.line, 0.1)
    return f'<path d="{_written(mark.path, 2)}" fill="none" stroke="{colour}" stroke-width="{width:.2f}"/>'


def _picture(mark: InkedPicture) -> str:
    left, bottom, right, top = mark.box
    cross = f"M{left:.1f} {bottom:.1f}L{right:.1f} {top:.1f}M{left:.1f} {top:.1f}L{right:.1f} {bottom:.1f}"
    return f'{_box(mark.box, "field")}<path d="{cross}" fill="none" stroke="#aaa" stroke-width=".5"/>'


def _written(path: Path, digits: int) -> str:
    letters = {"m": "M", "l": "L", "c": "C", "h": "Z"}
    return "".join(
        letters[step] + " ".join(f"{number:.{digits}f}" for number in numbers) for step, numbers in path
    )


def _shown(paint: Paint) -> str:
    """A colour for the screen, near enough to know the page by."""
    inks = dict(paint.inks)
    if inks:
        black = inks.get("Black", 0.0)
        parts = [(1 - min(1.0, inks.get(name, 0.0))) * (1 - black) for name in ("Cyan", "Magenta", "Yellow")]
    else:
        parts = list(paint.values) if len(paint.values) == 3 else [0.5, 0.5, 0.5]
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in parts)
