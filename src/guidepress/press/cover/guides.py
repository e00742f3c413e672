"""In: the zones of a cover. Out: a drawing that shows them, to lie over the cover in a file for the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import Colour
from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Text
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from guidepress.document.style import Style
    from guidepress.press.cover.sheet import CoverSheet, SheetBox

__all__ = ["guides"]

_TRIM = Colour(214, 0, 60)
_SAFE = Colour(0, 140, 60)
_FOLD = Colour(0, 90, 220)
_CODE = Colour(200, 0, 200)
_HINGE = Colour(230, 120, 0)

_WIDTH = 500  # mpt: a hairline that no one takes for art
_DASH = (4_000, 3_000)
_SIZE = 5_000  # mpt: small enough to stand in the bleed, and never printed


def guides(sheet: CoverSheet, style: Style) -> Drawing:
    """Draw what is cut off, folded, kept clear and left to the barcode, each named at its edge.

    Args:
        sheet: the zones.
        style: the family of the names.
    """
    small = replace(
        style, name="guides", size=_SIZE, leading=_SIZE, least=0, align="left", hyphenate=False, tracking=0
    )
    spine, hinge = sheet.spine, sheet.hinge
    folds = sorted({spine.x, spine.right})
    shapes = [_outline(sheet.trim, _TRIM)]
    shapes += [_upright(x, sheet, _FOLD) for x in folds]
    labels = [
        _name("trim", sheet.trim.x + 2_000, sheet.trim.y - 1_500, _TRIM, small),
        _name("fold", spine.right + 1_500, sheet.trim.y - 1_500, _FOLD, small),
    ]
    if sheet.front.right != sheet.trim.right or sheet.front.y != sheet.trim.y:
        shapes += [_outline(panel, _FOLD) for panel in (sheet.back, sheet.front)]
        labels.append(_name("edge of the board", sheet.back.x + 2_000, sheet.back.y - 1_500, _FOLD, small))
    if hinge:
        shapes += [_upright(x, sheet, _HINGE) for x in (spine.x - hinge, spine.right + hinge)]
        labels.append(
            _name("hinge", spine.right + hinge + 1_500, sheet.trim.y + _SIZE + 1_000, _HINGE, small)
        )
    for box in (sheet.safe_back, sheet.safe_front):
        shapes.append(_outline(box, _SAFE, dash=_DASH))
        labels.append(_name("safe", box.x + 2_000, box.y - 1_500, _SAFE, small))
    if sheet.spine_safe.width > 0:
        shapes.append(_outline(sheet.spine_safe, _SAFE, dash=_DASH))
    shapes.append(_outline(sheet.barcode, _CODE, dash=_DASH))
    labels.append(_name("barcode", sheet.barcode.x + 2_000, sheet.barcode.y - 1_500, _CODE, small))
    return Drawing(sheet.width, sheet.height, tuple(shapes), tuple(labels))


def _outline(box: SheetBox, colour: Colour, *, dash: tuple[int, ...] = ()) -> Shape:
    path = (("r", (box.x, box.y, box.width, box.height)),)
    return Shape(path, stroke=colour, line_width=_WIDTH, dash=dash)


def _upright(x: int, sheet: CoverSheet, colour: Colour) -> Shape:
    return Shape((("m", (x, 0)), ("l", (x, sheet.height))), stroke=colour, line_width=_WIDTH)


def _name(text: str, x: int, y: int, colour: Colour, style: Style) -> Label:
    named = replace(style, name=f"guides-{text}", colour=colour)
    return Label(x, y, (Text(text),), named, 30 * _SIZE, role="P")
