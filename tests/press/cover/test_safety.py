"""The boxes of type on a sheet, turned or not, and what leaves the safe zones."""

from __future__ import annotations

from tests.composing import fonts_of
from tests.press.cover.covers import layout_of, spec_of

from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Text
from guidepress.page.book import Metadata
from guidepress.paginate.resolve import unknown
from guidepress.paginate.setter import Setter
from guidepress.press.cover.painting import painted
from guidepress.press.cover.safety import text_boxes, unsafe_text
from guidepress.press.cover.sheet import SheetBox, sheet_of
from guidepress.press.geometry import cover_geometry

LAYOUT = layout_of("paperback-6x9")
STYLE = replace(
    LAYOUT.styles["body"], size=10_000, leading=12_000, align="left", protrude=False, expand=0, first_indent=0
)
SHEET = sheet_of(cover_geometry(spec_of(), 300))


def boxes(*labels: Label) -> list[tuple[str, SheetBox]]:
    words = LAYOUT.labels_in("en")
    setter = Setter(fonts_of(LAYOUT), words, unknown(words))
    drawing = Drawing(SHEET.width, SHEET.height, (), labels)
    book = painted([(1_000, 2_000, drawing)], (SHEET.width, SHEET.height), Metadata("T"), setter)
    return list(text_boxes(book.pages[0]))


def label(x: int, y: int, text: str, turn: int = 0) -> Label:
    return Label(x, y, (Text(text),), STYLE, 300_000, role="P", turn=turn)


def test_a_box_reaches_from_the_ascenders_to_the_descenders() -> None:
    ((text, box),) = boxes(label(50_000, 60_000, "type"))
    # 50 + 1, 60 + 2 - 7.7, and 10 high.
    assert (text, box.x, box.y, box.height) == ("type", 51_000, 54_300, 10_000)


def test_capitals_have_no_descenders() -> None:
    ((_, box),) = boxes(label(50_000, 60_000, "TYPE"))
    assert box.foot == 62_000
    assert 6_000 < box.height < 7_700


def test_what_is_turned_stands_upright_in_its_box() -> None:
    ((_, level),) = boxes(label(50_000, 60_000, "type"))
    ((_, down),) = boxes(label(50_000, 60_000, "type", 1))
    ((_, up),) = boxes(label(50_000, 60_000, "type", 3))
    # Read downwards, ascenders point to the right: from 51 - 2.3 to 51 + 7.7, and from 62 down by the width.
    assert down == SheetBox(48_700, 62_000, 10_000, level.width)
    assert up == SheetBox(43_300, 62_000 - level.width, 10_000, level.width)


def test_words_that_leave_every_safe_zone_are_named_with_how_far() -> None:
    words = LAYOUT.labels_in("en")
    setter = Setter(fonts_of(LAYOUT), words, unknown(words))
    inside = label(SHEET.safe_back.x, SHEET.safe_back.y + 20_000, "inside")
    outside = label(SHEET.safe_back.x - 3_000, SHEET.safe_back.y + 20_000, "outside")
    drawing = Drawing(SHEET.width, SHEET.height, (), (inside, outside))
    book = painted([(0, 0, drawing)], (SHEET.width, SHEET.height), Metadata("T"), setter)
    (found,) = unsafe_text(book.pages[0], SHEET)
    assert (found.severity, found.code) == ("error", "text-not-safe")
    assert found.message.startswith("The words 'outside' would stand 3pt outside what the printer calls safe")


def test_the_sheet_is_the_geometry_turned_over() -> None:
    geometry = cover_geometry(spec_of(), 300)
    assert SHEET.back.y == geometry.media.top - geometry.back.top
    assert SHEET.barcode.foot == geometry.media.top - geometry.barcode_zone.bottom
    assert SHEET.spine.x == SHEET.back.right
    assert SHEET.spine.right == SHEET.front.x


def test_the_cloth_laps_over_both_panels_and_leaves_the_barcode_clear() -> None:
    cloth = SHEET.cloth
    assert cloth.x < SHEET.spine.x
    assert cloth.right > SHEET.spine.right
    assert (cloth.y, cloth.height) == (0, SHEET.height)
    assert SHEET.barcode.right < cloth.x
