"""In: a guide, its interior and what was ordered. Out: the cover: back, spine and front in one page.

The front is the guide's own design, carried into the bleed. The spine is bound in cloth of the colour of the theme that
leads most of the book, which laps over both panels, so that a fold which is a little off is not seen.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.colour import BLACK, WHITE, contrast
from guidepress.base.diagnostics import Diagnostic, FaultsFound, errors_in, fault
from guidepress.base.lengths import format_length
from guidepress.base.record import record, replace
from guidepress.compose.context import Context
from guidepress.compose.cover import CROWDED, cover
from guidepress.compose.marks import READABLE
from guidepress.document.blocks import Drawing
from guidepress.document.shapes import rectangle
from guidepress.paginate import GalleyMeasurer
from guidepress.paginate.resolve import Resolved
from guidepress.paginate.setter import Setter
from guidepress.press.barcode import SMALLEST, barcode, barcode_size, checked_order, largest_in
from guidepress.press.cover.back import back_of
from guidepress.press.cover.guides import guides
from guidepress.press.cover.painting import painted
from guidepress.press.cover.safety import unsafe_text
from guidepress.press.cover.sheet import sheet_of
from guidepress.press.cover.spine import spine_labels
from guidepress.press.geometry import cover_geometry

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.document.blocks import Label
    from guidepress.document.left_out import LeftOut
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide
    from guidepress.layout import Layout
    from guidepress.page.book import Book, Metadata
    from guidepress.page.items import Shape
    from guidepress.press.barcode import BarcodeOrder
    from guidepress.press.cover.back import Back
    from guidepress.press.cover.interior import Interior
    from guidepress.press.cover.sheet import CoverSheet
    from guidepress.press.geometry import CoverGeometry
    from guidepress.press.spec import PressSpec
    from guidepress.typeset import Fonts

__all__ = ["PrintCover", "make_cover"]


@record
class PrintCover:
    """A finished cover.

    Attributes:
        book: one page, back, spine and front.
        shown: the same with the printer's zones drawn over it, for the eye.
        geometry: those zones.
        barcode: the symbol as it is printed; None where the zone is left free.
        diagnostics: warnings: a spine without text, a cover without a barcode.
        left_out: sections that the back does not name.
    """

    book: Book
    shown: Book
    geometry: CoverGeometry
    barcode: BarcodeOrder | None
    diagnostics: tuple[Diagnostic, ...]
    left_out: tuple[LeftOut, ...]


def make_cover(
    guide: Guide,
    layout: Layout,
    interior: Interior,
    spec: PressSpec,
    *,
    symbol: BarcodeOrder | None,
    fonts: Fonts,
) -> PrintCover:
    """Make the cover of a book.

    Args:
        guide: whose book it is.
        layout: whose faces, styles and colours it has.
        interior: the pages that it is bound around.
        spec: what was ordered of which printer.
        symbol: the barcode; None leaves the printer's zone free.
        fonts: the layout's faces, with what they have shaped so far.

    Raises:
        FaultsFound: a text does not fit, the barcode has no room, or a character has no glyph.
    """
    geometry = cover_geometry(spec, interior.count)
    sheet = sheet_of(geometry)
    context = Context(guide, layout, GalleyMeasurer(layout, fonts, guide.language))
    setter = Setter(fonts, context.labels, Resolved({}, interior.pages, interior.reading_time, {}))
    cloth = _cloth(context)
    order = _symbol(symbol, sheet)
    spine, warned = spine_labels(context, geometry, sheet, cloth)
    back = back_of(context, interior.sections, sheet, cloth)
    drawings = _drawings(context, sheet, back, (_bound(sheet, cloth), spine), order)
    size, metadata = (sheet.width, sheet.height), _metadata(interior.metadata, context)
    book = painted(drawings, size, metadata, setter)
    crowded = (replace(each, severity="error") for each in context.diagnostics if each.code == CROWDED)
    faults = (*errors_in(book.diagnostics), *crowded, *unsafe_text(book.pages[0], sheet))
    if faults:
        raise FaultsFound(dict.fromkeys(faults))
    zones = (0, 0, guides(sheet, context.style("barcode")))
    shown = painted([*drawings, zones], size, metadata, setter)
    found = (
        *context.diagnostics, *_converted(order), *warned, *back.diagnostics, *_without_symbol(order, spec), *book.diagnostics
    )  # fmt: skip
    return PrintCover(book, shown, geometry, order, tuple(dict.fromkeys(found)), back.left_out)


def _drawings(
    context: Context,
    sheet: CoverSheet,
    back: Back,
    spine: tuple[Shape, tuple[Label, ...]],
    order: BarcodeOrder | None,
) -> list[tuple[int, int, Drawing]]:
    """All that is printed, one over the other: paper, front, back, the cloth with the spine's labels, the barcode."""
    wide, high = sheet.width, sheet.height
    cloth, labels = spine
    paper = rectangle((0, 0, wide, high), fill=context.colour("paper"))
    drawings = [
        (0, 0, Drawing(wide, high, (paper,))),
        (sheet.front.x, sheet.front.y, _in_black(cover(context.guide, context, sheet.face))),
        (0, 0, _in_black(Drawing(wide, high, back.shapes, back.labels))),
        (0, 0, Drawing(wide, high, (cloth,), labels)),
    ]
    if order is not None:
        drawings.append((*_placed(order, sheet), barcode(order, context.style("barcode"), context.measurer)))
    return drawings


def _cloth(context: Context) -> Colour:
    """The colour of the theme that leads most units, of those on which white type is legible as they are.

    Without one it is that of the first theme, darkened; without themes, the layout's accent.
    """
    leading = Counter(unit.themes[0] for unit in context.guide.units if unit.themes)
    marks = [context.themes[anchor] for anchor, _ in leading.most_common()] or [*context.themes.values()]
    dark = (mark.colour for mark in marks if contrast(WHITE, mark.colour) >= READABLE)
    return next(dark, marks[0].ink if marks else context.colour("accent"))


def _in_black(drawing: Drawing) -> Drawing:
    """Set all type in black: in colours it would be screened, and plates never meet to a hair."""
    styles: dict[str, Style] = {}
    for label in drawing.labels:
        own = label.style
        styles.setdefault(f"{own.name} {own.size}", replace(own, colour=BLACK))
    labels = tuple(
        replace(label, style=styles[f"{label.style.name} {label.style.size}"]) for label in drawing.labels
    )
    return replace(drawing, labels=labels)


def _bound(sheet: CoverSheet, colour: Colour) -> Shape:
    cloth = sheet.cloth
    return rectangle((cloth.x, cloth.y, cloth.width, cloth.height), fill=colour)


def _symbol(symbol: BarcodeOrder | None, sheet: CoverSheet) -> BarcodeOrder | None:
    """The symbol as large as asked, or as the printer's zone allows where no size must be kept.

    Raises:
        FaultsFound: it would be too small to be read.
    """
    if symbol is None:
        return None
    zone = sheet.barcode
    found = largest_in(checked_order(symbol), zone.width, zone.height)
    if found is None or (symbol.fixed and found.magnification < symbol.magnification):
        least = symbol.magnification if symbol.fixed else SMALLEST
        wide, high = (format_length(each) for each in barcode_size(replace(symbol, magnification=least)))
        smallest = "" if symbol.fixed else ", its smallest size"
        raise fault(
            "barcode-zone",
            f"The barcode needs {wide} by {high} at {least / 10:g} %{smallest}, and the printer's zone has "
            f"{format_length(zone.width)} by {format_length(zone.height)}.",
            "Leave the price out, or choose a larger trim."
            if found is None
            else "Ask for a smaller one, or for none of a size.",
        )
    return found


def _converted(order: BarcodeOrder | None) -> tuple[Diagnostic, ...]:
    if order is None or not order.isbn.old:
        return ()
    message = (
        f"The ISBN {order.isbn.old} is one of ten digits; the cover bears it as {order.isbn.hyphenated}."
    )
    return (Diagnostic("warning", "isbn-converted", message),)


def _placed(order: BarcodeOrder, sheet: CoverSheet) -> tuple[int, int]:
    """Stand the symbol at the foot of its zone, its right edge under that of the text, as far as the zone goes."""
    zone, (wide, high) = sheet.barcode, barcode_size(order)
    right = sheet.back.right - sheet.lap - sheet.face.side
    return max(zone.x, min(zone.right, right) - wide), zone.foot - high


def _metadata(metadata: Metadata, context: Context) -> Metadata:
    title = f"{metadata.title}{context.labels.colon}{context.labels.text('cover')}"
    return replace(metadata, title=title)


def _without_symbol(order: BarcodeOrder | None, spec: PressSpec) -> tuple[Diagnostic, ...]:
    rule = spec.printer.cover.barcode
    if order is not None or not rule.required:
        return ()
    message = f"{spec.printer.name} refuses covers without a barcode, and this one leaves its zone free ({rule.source})."
    return (Diagnostic("warning", "no-barcode", message, "Give the ISBN."),)
