"""In: the page of a layout. Out: where text, columns and the margin column stand on rectos and versos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.document.style import Style
    from guidepress.layout.model import Layout, PageSpec

__all__ = ["Areas", "areas_of", "baseline_in"]

_LINE = 14_000
"""A line of a layout that has neither grid nor body, mpt."""

_ABOVE, _BELOW = 770, 230
"""Share of the type size above and below the baseline, per mille: an ascender and a descender of a text face.

Half of what the leading adds stands above the line, half below, so that text stands in the middle of a box.
"""


def baseline_in(style: Style) -> int:
    """From the top of a line down to its baseline, mpt."""
    return (style.leading - style.size * (_ABOVE + _BELOW) // 1000) // 2 + style.size * _ABOVE // 1000


@record
class Areas:
    """The areas of a page. Lengths are mpt from the trim's top left corner.

    Attributes:
        measure: width of a text column.
        full: width of the whole text area, without the margin column.
        wide: width of the text area with the margin column.
        height: of the text area; a whole number of lines where there is a grid.
        note_width: of the margin column, 0 if there is none.
        reference: baseline of the first body line below the top of the text area.
        line: from one line to the next, by which white space is counted: the grid's pitch, else the body's leading.
        section_gap: least white space before a section that begins on a page in use.
    """

    page: PageSpec
    measure: int
    full: int
    wide: int
    height: int
    note_width: int
    reference: int
    line: int
    section_gap: int

    def text_x(self, *, verso: bool, wide: bool = False) -> int:
        """Left edge of the text area on a recto or a verso."""
        margins = self.page.margins
        if not (verso and self.page.mirrored):
            return margins.inside
        return margins.outside + (0 if wide else self.wide - self.full)

    def note_x(self, *, verso: bool) -> int:
        """Left edge of the margin column, at the outer side of the text."""
        margins = self.page.margins
        if verso and self.page.mirrored:
            return margins.outside
        return margins.inside + self.wide - self.note_width

    def column_x(self, column: int) -> int:
        """Left edge of a text column, from the text area's left edge."""
        return column * (self.measure + self.page.column_gap)


def areas_of(layout: Layout) -> Areas:
    """Measure the page of a layout."""
    page = layout.page
    side = page.margin_column
    full = page.measure
    body = layout.styles.get("body")
    line = page.grid or (body.leading if body else _LINE)
    return Areas(
        page,
        page.column_measure,
        full,
        full + (side.width + side.gap if side else 0),
        page.text_height,
        side.width if side else 0,
        baseline_in(body) if body else page.grid * _ABOVE // 1000,
        line,
        page.section_gap or 2 * line,
    )
