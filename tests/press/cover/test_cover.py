"""Covers: as large as their interior makes them, their text where it is safe, their barcode read back from the picture."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from tests.pdf.helpers import content
from tests.press.cover.covers import SYMBOL, cover_of, guide_of, spec_of

from guidepress.base.colour import BLACK, WHITE
from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.page.items import Frame, Run, Shape
from guidepress.page.trace import trace
from guidepress.pdf import write_pdf
from guidepress.pdf.press_ink import PressInk
from guidepress.pdf.write import write_press
from guidepress.press.cover.safety import text_boxes
from guidepress.press.inks import FileWish, cover_ink
from guidepress.press.isbn import Isbn
from guidepress.press.preflight.run import PreflightJob, preflight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from guidepress.page.items import Item
    from guidepress.press.barcode import BarcodeOrder
    from guidepress.press.cover.cover import PrintCover
    from guidepress.press.zone import Zone

INCH = 72_000


def picture(made: PrintCover, dpi: int) -> Image:
    document = pypdfium2.PdfDocument(io.BytesIO(write_pdf(made.book, ())))
    image: Image = document[0].render(scale=dpi / 72).to_pil()
    document.close()
    return image


def texts(made: PrintCover) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Each piece of text that an independent reader finds on the page, and its ink's left, bottom, right, top, points."""
    document = pypdfium2.PdfDocument(io.BytesIO(write_pdf(made.book, ())))
    page = document[0]
    text_page = page.get_textpage()
    found = []
    for index in range(text_page.count_chars()):
        said = text_page.get_text_range(index, 1)
        if said.strip():
            found.append((said, text_page.get_charbox(index)))
    document.close()
    return found


@pytest.mark.parametrize(
    ("pages", "printer", "width", "height"),
    [
        # KDP 6 x 9, white: 2 * 6.125 + 300 * 0.002252 = 12.9256 in, 2 * 6.125 + 200 * 0.002252 = 12.7004 in.
        (300, "kdp", 12.9256 * 72, 9.25 * 72),
        (200, "kdp", 12.7004 * 72, 9.25 * 72),
        # Lulu 6 x 9: 2 * 6.125 + 140 / 444 + 0.06 = 12.6253 in, printed as 12.625 by 9.25 in.
        (140, "lulu", 12.6253 * 72, 9.25 * 72),
    ],
)
def test_the_sheet_is_as_large_as_the_printer_says(
    pages: int, printer: str, width: float, height: float
) -> None:
    made = cover_of(count=pages, spec=spec_of(printer))
    page = made.book.pages[0]
    assert (page.width / 1000, page.height / 1000) == pytest.approx((width, height), abs=0.02)
    assert (page.width, page.height) == (made.geometry.media.width, made.geometry.media.height)


@pytest.mark.parametrize("dpi", [300, 600])
def test_the_barcode_is_read_back_from_the_picture_of_the_cover(dpi: int) -> None:
    made = cover_of()
    zone, media = made.geometry.barcode_zone, made.geometry.media
    scale = dpi / INCH
    whole = picture(made, dpi)
    box = (zone.left, media.top - zone.top, zone.right, media.top - zone.bottom)
    code = whole.crop(tuple(round(each * scale) for each in box)).convert("L")  # type: ignore[arg-type]
    found = zxingcpp.read_barcodes(np.asarray(code), ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Read)
    assert found[-1].text == "978030640615751499"


def test_it_is_read_from_the_whole_sheet_too() -> None:
    found = zxingcpp.read_barcodes(np.asarray(picture(cover_of(), 300).convert("L")))
    assert [each.text for each in found] == ["9780306406157"]


def test_without_a_number_the_zone_is_left_free() -> None:
    made = cover_of(symbol=None)
    zone, media = made.geometry.barcode_zone, made.geometry.media
    scale = 100 / INCH
    box = (zone.left, media.top - zone.top, zone.right, media.top - zone.bottom)
    pixels = np.asarray(picture(made, 100).crop(tuple(round(each * scale) for each in box)).convert("L"))  # type: ignore[arg-type]
    assert made.barcode is None
    assert pixels[2:-2, 2:-2].min() == 255


def test_a_printer_that_refuses_covers_without_a_barcode_is_named() -> None:
    codes = [each.code for each in cover_of(symbol=None, spec=spec_of("ingramspark")).diagnostics]
    assert "no-barcode" in codes
    assert "no-barcode" not in [each.code for each in cover_of(symbol=None).diagnostics]


def test_a_number_of_ten_digits_is_said_to_be_printed_as_thirteen() -> None:
    made = cover_of(symbol=replace(SYMBOL, isbn=Isbn("9780306406157", "0-306-40615-2")))
    assert [each.message for each in made.diagnostics] == [
        "The ISBN 0-306-40615-2 is one of ten digits; the cover bears it as 978-0-306-40615-7."
    ]


def test_a_symbol_is_made_as_small_as_the_zone_and_no_smaller_than_it_can_be_read() -> None:
    small = cover_of(spec=spec_of("ingramspark")).barcode
    assert small is not None
    assert small.magnification == 806  # 1.75 in of 55.11 mm
    alone = cover_of(symbol=replace(SYMBOL, price="")).barcode
    assert alone is not None
    assert alone.magnification == 1000


def test_ink_reaches_every_edge_of_the_sheet_that_the_design_touches() -> None:
    """The cloth of the spine runs from edge to edge, the last stripe of the shelf over the right one."""
    image = np.asarray(picture(cover_of(), 50).convert("L"))
    middle = image.shape[1] // 2
    assert image[0, middle] < 200 > image[-1, middle]
    assert image[:, -1].min() < 255
    assert image[:, 0].min() < 255


def test_the_front_says_how_long_the_book_is() -> None:
    said = " ".join(text for text, _ in text_boxes(cover_of().book.pages[0]))
    assert "126 pages · 1 hour read" in said.replace("\u00a0", " ")


def test_the_same_cover_gives_the_same_bytes() -> None:
    assert write_pdf(cover_of().book, ()) == write_pdf(cover_of().book, ())


def test_the_file_for_the_eye_shows_the_zones_and_the_printer_gets_none_of_them() -> None:
    made = cover_of()
    printed, shown = trace(made.book), trace(made.shown)
    assert [name for name in ("trim", "fold", "safe", "barcode") if f"| {name}\n" in shown] == [
        "trim",
        "fold",
        "safe",
        "barcode",
    ]
    assert "| trim\n" not in printed
    # All that is printed is in both, element by element.
    assert (
        shown.splitlines()[1 : printed.splitlines().index("tree")]
        == printed.splitlines()[1 : printed.splitlines().index("tree")]
    )


def holds(zone: Zone, box: tuple[float, float, float, float]) -> bool:
    """Whether ink lies in a zone; a hundredth of a point is what numbers in a file are rounded by."""
    left, bottom, right, top = box
    return (
        zone.left / 1000 - 0.01 <= left
        and zone.bottom / 1000 - 0.01 <= bottom
        and right <= zone.right / 1000 + 0.01
        and top <= zone.top / 1000 + 0.01
    )


WORDS = st.text("abcdefghijklmnopqrstuvwxyzÉÇgjpqyQJW'", min_size=1, max_size=14)
ORDERS = st.sampled_from(
    [
        ("kdp", "5x8", "paperback"),
        ("kdp", "6x9", "paperback"),
        ("kdp", "8.5x11", "paperback"),
        ("kdp", "7x10", "case-wrap"),
        ("lulu", "6x9", "case-wrap"),
        ("lulu", "6x9", "coil"),
        ("ingramspark", "6x9", "paperback"),
        ("ingramspark", "8.5x11", "paperback"),
    ]
)


@settings(max_examples=25)
@example(("ingramspark", "6x9", "paperback"), 78, ["Q"], [])
@given(ORDERS, st.integers(76, 500), st.lists(WORDS, min_size=1, max_size=9), st.lists(WORDS, max_size=4))
def test_all_ink_of_text_is_in_the_safe_zones(
    ordered: tuple[str, str, str], count: int, title: list[str], author: list[str]
) -> None:
    """Whatever the printer, the trim, the binding, the count and the title; or the fault names the words."""
    guide = guide_of(title=" ".join(title), author=" ".join(author) or "A")
    try:
        made = cover_of(guide, count - count % 2, spec_of(*ordered))
    except FaultsFound as faults:
        refused = {each.code for each in faults.diagnostics}
        event(f"refused: {sorted(refused)}")
        if refused <= {"text-not-safe", "cover-crowded", "blurb-too-long"}:
            return
        raise
    zones = made.geometry
    safe = (zones.safe_back, zones.safe_front, zones.spine_safe, zones.barcode_zone)
    outside = [(said, box) for said, box in texts(made) if not any(holds(zone, box) for zone in safe)]
    assert outside == []


def test_a_text_that_cannot_be_safe_is_a_fault_that_names_it() -> None:
    with pytest.raises(FaultsFound) as caught:
        cover_of(guide_of(subtitle="A subtitle that does not end " * 90), spec=spec_of("kdp", "5x8"))
    assert {each.code for each in caught.value.diagnostics} == {"cover-crowded", "text-not-safe"}
    assert "outside what the printer calls safe on the cover." in caught.value.diagnostics[-1].message


def items(frame: Frame) -> Iterator[Item]:
    for item in frame.items:
        if isinstance(item, Frame):
            yield from items(item)
        else:
            yield item


def test_bars_and_figures_are_black_alone_on_white_alone() -> None:
    symbol = cover_of().book.pages[0].frames[-1]
    assert isinstance(symbol, Frame)
    assert [item.fill for item in items(symbol) if isinstance(item, Shape)] == [WHITE, BLACK, BLACK]
    assert {item.colour for item in items(symbol) if isinstance(item, Run)} == {BLACK}


def test_for_a_press_all_type_is_black_ink_alone_or_bare_paper() -> None:
    """In the four inks each text is 100 % K, or white on the cloth; nothing is left in RGB."""
    made = cover_of(count=300)
    pdf = write_press(made.book, PressInk("cmyk", "x1a", "CGATS TR 001"))
    operators = content(pdf).splitlines()
    fill, inks = "", set()
    for line in operators:
        fill = line if line.endswith((" k", " g")) else fill
        if line.endswith("TJ"):
            inks.add(fill)
    assert inks == {"0 0 0 1 k", "0 0 0 0 k"}
    assert not [line for line in operators if line.endswith((" rg", " RG"))]


@pytest.mark.parametrize("symbol", [SYMBOL, None], ids=["with-barcode", "without"])
@pytest.mark.parametrize(
    ("printer", "binding", "count"),
    [
        ("kdp", "paperback", 420),
        ("kdp", "case-wrap", 126),
        ("lulu", "case-wrap", 420),
        ("lulu", "coil", 48),
        ("lulu", "saddle", 48),
        ("ingramspark", "paperback", 126),
        ("generic", "paperback", 48),
    ],
)
def test_it_passes_the_rules_of_its_printer(
    printer: str, binding: str, count: int, symbol: BarcodeOrder | None
) -> None:
    """All but the one that IngramSpark has for covers without a barcode."""
    spec = spec_of(printer, binding=binding)
    made = cover_of(count=count, spec=spec, symbol=symbol)
    pdf = write_press(made.book, cover_ink(spec, FileWish(), made.geometry))
    report = preflight(pdf, PreflightJob(spec.printer, spec, cover=True, pages=count))
    missed = ["barcode"] if printer == "ingramspark" and symbol is None else []
    assert [each.rule for each in report.findings] == missed
