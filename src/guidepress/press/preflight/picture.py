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

_MOST_MARKS = 6000
"""Marks of one drawing: half a megabyte."""
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
    pdf: bytes, job: PreflightJob, report: PreflightReport, *, most: int
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
            )
            for number in sorted(found)[:most]
        )


def page_drawing(sheet: Sheet, findings: Sequence[PreflightFinding]) -> DrawnPage:
    """Draw a page.

    Args:
        sheet: the page with its boxes.
        findings: what was found on it; each place gets a frame.
    """
    marks = sheet.ink.marks[:_MOST_MARKS]
    view = grown(sheet.ink.media, _MARGIN)
    width, height = view[2] - view[0], view[3] - view[1]
    glyphs: dict[tuple[int, int], str] = {}
    drawn = "".join(_drawn(mark, glyphs) for mark in marks)
    outlines = "".join(glyphs.values())
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
    return f'<rect class="{kind}" x="{left:.2f}" y="{bottom:.2f}" width="{right - left:.2f}" height="{top - bottom:.2f}"/>'


def _frames(findings: Sequence[PreflightFinding]) -> Iterator[str]:
    for finding in findings:
        for box in finding.boxes:
            left, bottom, right, top = grown(box, _AROUND)
            wide, high = (max(0.0, (_SMALLEST - side) / 2) for side in (right - left, top - bottom))
            framed = left - wide, bottom - high, right + wide, top + high
            yield _box(framed, f"found {finding.severity}")


def _drawn(mark: Mark, glyphs: dict[tuple[int, int], str]) -> str:
    if isinstance(mark, InkedGlyph):
        return _glyph(mark, glyphs)
    if isinstance(mark, InkedShape):
        return _shape(mark)
    return _picture(mark)


def _glyph(mark: InkedGlyph, glyphs: dict[tuple[int, int], str]) -> str:
    """A glyph by reference to its outline, which stands in the drawing once."""
    if not mark.string.paints:
        return ""
    key = id(mark.string.font), mark.code
    if key not in glyphs:
        outline = mark.string.font.outline(mark.code)
        glyphs[key] = f'<path id="g{len(glyphs)}" d="{_written(outline.path, 4)}"/>'
    name = glyphs[key].split('"', 2)[1]
    a, b, c, d, _, _ = mark.string.matrix
    numbers = " ".join(f"{number:.4g}" for number in (a, b, c, d))
    place = f"{mark.x:.2f} {mark.y:.2f}"
    return (
        f'<use href="#{name}" transform="matrix({numbers} {place})" fill="{_shown(mark.string.paints[0])}"/>'
    )


def _shape(mark: InkedShape) -> str:
    if not mark.path:
        return f'<g class="picture">{_box(mark.box, "field")}</g>'
    colour = _shown(mark.paint)
    if mark.line is None:
        return f'<path d="{_written(mark.path, 2)}" fill="{colour}"/>'
    width = max(mark.line, 0.1)
    return f'<path d="{_written(mark.path, 2)}" fill="none" stroke="{colour}" stroke-width="{width:.2f}"/>'


def _picture(mark: InkedPicture) -> str:
    left, bottom, right, top = mark.box
    cross = f"M{left:.1f} {bottom:.1f}L{right:.1f} {top:.1f}M{left:.1f} {top:.1f}L{right:.1f} {bottom:.1f}"
    return f'<g class="picture">{_box(mark.box, "field")}<path d="{cross}"/></g>'


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
