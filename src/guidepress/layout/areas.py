"""In: the page of a layout and its styles. Out: Areas: every measure and height of a page, and what stands where on it.

Whoever asks how wide or how high something may be asks here: what a sheet can hold, how pages are filled and where
a sampler greys out the text are one answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.document.style import Style
    from guidepress.layout.model import PageSpec

__all__ = ["Areas", "areas_of", "column_measure"]


def column_measure(measure: int, count: int, gap: int) -> int:
    """Width of each of so many columns that share a measure, `gap` apart, mpt."""
    return (measure - (count - 1) * gap) // count


@record
class Areas:
    """The areas of a page. Lengths are mpt; positions are from the trim's top left corner.

    Attributes:
        measure: width of a text column.
        full: width of all text columns, without the margin column.
        wide: width of all that stands between the margins, the margin column included.
        height: of the text area; a whole number of lines where there is a grid.
        note_width: of the margin column, 0 if there is none.
        top, foot: upper and lower edge of the text area.
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
    top: int
    foot: int
    reference: int
    line: int
    section_gap: int

    def measure_of(self, *, wide: bool) -> int:
        """Measure of a section's text: that of a column; where it is wide, all columns or the margin column as well."""
        if not wide:
            return self.measure
        return self.wide if self.page.columns == 1 else self.full

    def left(self, *, verso: bool) -> int:
        """Left edge of all that stands between the margins."""
        margins = self.page.margins
        return margins.outside if verso and self.page.mirrored else margins.inside

    def text_x(self, *, verso: bool, wide: bool = False) -> int:
        """Left edge of the text area on a recto or a verso; of wide text where it has the margin column's room."""
        left = self.left(verso=verso)
        if not (verso and self.page.mirrored) or (wide and self.page.columns == 1):
            return left
        return left + self.wide - self.full

    def note_x(self, *, verso: bool) -> int:
        """Left edge of the margin column, at the outer side of the text."""
        left = self.left(verso=verso)
        return left if verso and self.page.mirrored else left + self.wide - self.note_width

    def column_x(self, column: int) -> int:
        """Left edge of a text column, from the text area's left edge."""
        return column * (self.measure + self.page.column_gap)


def areas_of(page: PageSpec, styles: Mapping[str, Style]) -> Areas:
    """Measure a page.

    Args:
        page: at least one column.
        styles: "body" gives the first baseline and, without a grid, the height of a line.
    """
    margins, side, body = page.margins, page.margin_column, styles["body"]
    wide = page.width - margins.inside - margins.outside
    full = wide - (side.width + side.gap if side else 0)
    foot = page.height - margins.bottom
    line = page.grid or body.leading
    return Areas(
        page=page,
        measure=column_measure(full, page.columns, page.column_gap),
        full=full,
        wide=wide,
        height=foot - margins.top,
        note_width=side.width if side else 0,
        top=margins.top,
        foot=foot,
        reference=body.baseline,
        line=line,
        section_gap=page.section_gap or 2 * line,
    )
