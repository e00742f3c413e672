"""Barcodes of books: their bars by the tables, their size by the module, and read back from the printed picture."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from tests.composing import fonts_of

from guidepress.base.colour import BLACK, WHITE
from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.layout import load_layout
from guidepress.page.book import Metadata
from guidepress.paginate import GalleyMeasurer
from guidepress.paginate.resolve import unknown
from guidepress.paginate.setter import Setter
from guidepress.pdf import write_pdf
from guidepress.press.barcode import (
    BarcodeOrder,
    barcode,
    barcode_size,
    checked_order,
    ean5,
    ean13,
    largest_in,
)
from guidepress.press.cover.painting import painted
from guidepress.press.isbn import Isbn, read_isbn

if TYPE_CHECKING:
    from guidepress.document.blocks import Drawing
    from guidepress.press.barcode import Bar

ORDER = BarcodeOrder(Isbn("9780306406157"))
PRICED = replace(ORDER, price="51499")
LAYOUT = load_layout("study-guide")


def modules(bars: tuple[Bar, ...], count: int) -> str:
    """A 1 for each dark module, a 0 for each light one."""
    dark = {bar.left + place for bar in bars for place in range(bar.width)}
    return "".join("1" if place in dark else "0" for place in range(count))


def drawn(order: BarcodeOrder, layout: str = "study-guide") -> Drawing:
    laid_out = load_layout(layout)
    measurer = GalleyMeasurer(laid_out, fonts_of(laid_out), "en")
    return barcode(order, laid_out.styles["barcode"], measurer)


def pdf_of(drawing: Drawing) -> bytes:
    labels = LAYOUT.labels_in("en")
    setter = Setter(fonts_of(LAYOUT), labels, unknown(labels))
    size = drawing.width, drawing.height
    return write_pdf(painted([(0, 0, drawing)], size, Metadata("Barcode", language="en"), setter))


def read(pdf: bytes, dpi: int) -> list[tuple[str, str]]:
    """What a reader of barcodes sees on the page at a resolution: kind and text, first of the symbol, then with its add-on."""
    document = pypdfium2.PdfDocument(pdf)
    picture = np.asarray(document[0].render(scale=dpi / 72).to_pil().convert("L"))
    document.close()
    found = zxingcpp.read_barcodes(picture, ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Read)
    return [(each.format.name, each.text) for each in found]


def test_the_bars_of_thirteen_digits_are_those_of_the_standard() -> None:
    # 9 asks for ABBABA on the left. 7 A 0111011, 8 B 0001001, 0 B 0100111, 3 A 0111101, 0 B 0100111, 6 A 0101111;
    # on the right all are C: 4 1011100, 0 1110010, 6 1010000, 1 1100110, 5 1001110, 7 1000100.
    left = "011101100010010100111011110101001110101111"
    right = "101110011100101010000110011010011101000100"
    assert modules(ean13("9780306406157"), 95) == f"101{left}01010{right}101"


def test_the_bars_of_an_add_on_are_those_of_the_standard() -> None:
    # 3 * (5 + 4 + 9) + 9 * (1 + 9) = 54 + 90 = 144: 4 asks for ABBAA. 5 A 0110001, 1 B 0110011, 4 B 0011101,
    # 9 A 0001011, 9 A 0001011; 1011 begins, 01 stands between.
    bars = "10110110001010110011010011101010001011010001011"
    assert modules(ean5("51499"), 47) == bars


def test_six_guards_reach_below_the_other_bars() -> None:
    guards = [bar.left for bar in ean13("9780306406157") if bar.guard]
    assert guards == [0, 2, 46, 48, 92, 94]


@given(st.from_regex(r"97[89][1-9][0-9]{8}", fullmatch=True), st.from_regex(r"[0-9]{5}", fullmatch=True))
def test_every_digit_has_two_bars_in_seven_modules(body: str, price: str) -> None:
    made = ean13(body + "0"), ean5(price)
    assert [len(bars) for bars in made] == [12 * 2 + 6, 2 + 5 * 2 + 4]
    for bars, count in zip(made, (95, 47), strict=True):
        assert bars[-1].left + bars[-1].width <= count
        assert all(before.left + before.width < after.left for before, after in pairwise(bars))


@pytest.mark.parametrize(
    ("order", "modules_wide"),
    [
        (ORDER, 11 + 95 + 7),  # 113 X * 0.330 mm = 37.29 mm
        (PRICED, 11 + 95 + 9 + 47 + 5),  # 167 X = 55.11 mm
    ],
)
@pytest.mark.parametrize("share", [0.8, 1, 2])
def test_its_width_is_that_of_the_standard(order: BarcodeOrder, modules_wide: int, share: float) -> None:
    sized = replace(order, magnification=round(1000 * share))
    width, _ = barcode_size(sized)
    assert width == round(modules_wide * 0.330 * share * 72_000 / 25.4)


def test_its_bars_are_as_high_and_as_black_as_they_must_be() -> None:
    drawing = drawn(PRICED)
    ground, *bars = drawing.shapes
    assert [(each.fill, each.stroke) for each in drawing.shapes] == [
        (WHITE, None),
        (BLACK, None),
        (BLACK, None),
    ]
    assert ground.path == (("r", (0, 0, *barcode_size(PRICED))),)
    millimetre = 72_000 / 25.4
    heights = {round(numbers[3] / millimetre, 2) for each in bars for _, numbers in each.path}
    # Bars 22.85 mm, guards 5 * 0.33 more; those of the add-on leave room for figures of 2.75 mm and 0.33 mm above.
    assert heights == {22.85, 24.5, 21.42}
    lefts = [numbers[0] for each in bars for _, numbers in each.path]
    ends = [numbers[0] + numbers[2] for each in bars for _, numbers in each.path]
    module = 0.33 * millimetre
    assert min(lefts) == round(11 * module)  # the quiet zone at the left
    assert drawing.width - max(ends) == pytest.approx(5 * module, abs=1)  # the one after the add-on


@pytest.mark.parametrize("layout", ["study-guide", "dyslexia-friendly", "giant-print"])
@pytest.mark.parametrize("magnification", [800, 1000, 2000])
def test_its_figures_stay_on_their_ground_and_off_the_bars(layout: str, magnification: int) -> None:
    laid_out = load_layout(layout)
    measurer = GalleyMeasurer(laid_out, fonts_of(laid_out), "en")
    order = replace(PRICED, magnification=magnification)
    drawing = drawn(order, layout)
    for label in drawing.labels:
        (line,) = measurer.label(label)
        face, size = line.runs[0].face, label.style.size
        assert size >= 7000
        assert label.x >= 0
        assert label.x + line.width <= drawing.width
        assert label.y - size * face.cap_height // face.units_per_em >= 0
        assert label.y <= drawing.height


@pytest.mark.parametrize(("magnification", "dpi"), [(800, 300), (800, 600), (1000, 300), (2000, 300)])
def test_it_is_read_back_from_the_picture(magnification: int, dpi: int) -> None:
    sized = replace(ORDER, magnification=magnification)
    alone = ("EAN13", "9780306406157")
    assert read(pdf_of(drawn(sized)), dpi) == [alone]
    priced = pdf_of(drawn(replace(sized, price="51499")))
    assert read(priced, dpi) == [alone, ("EAN13", "978030640615751499")]


@pytest.mark.parametrize("price", [f"{digit}{9 - digit}0{digit}7" for digit in range(10)])
def test_every_first_digit_and_check_value_is_read_back(price: str) -> None:
    order = BarcodeOrder(read_isbn("979-10-347-0421-7"), price)
    assert read(pdf_of(drawn(order)), 300)[-1] == ("EAN13", f"9791034704217{price}")


def test_the_number_above_it_can_be_read_by_people() -> None:
    assert drawn(ORDER).labels[0].inlines[0].text == "ISBN 978-0-306-40615-7"  # type: ignore[union-attr]


def test_it_is_made_smaller_to_fit_a_box_but_never_larger_nor_below_80_per_cent() -> None:
    inch = 72_000
    assert largest_in(ORDER, 2 * inch, round(1.2 * inch)) == ORDER  # 37.29 mm of 50.8, 30.4 of 30.48
    priced = largest_in(PRICED, 2 * inch, round(1.2 * inch))
    assert priced is not None
    assert priced.magnification == 921  # 50.8 mm of 55.11
    small = largest_in(PRICED, round(1.75 * inch), inch)
    assert small is not None
    assert small.magnification == 806  # 44.45 mm of 55.11
    assert largest_in(PRICED, round(1.7 * inch), inch) is None  # 0.783


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (replace(ORDER, price="1499"), "wrong-price"),
        (replace(ORDER, price="5149x"), "wrong-price"),
        (replace(ORDER, magnification=799), "barcode-size"),
        (replace(ORDER, magnification=2001), "barcode-size"),
    ],
)
def test_a_price_of_other_digits_and_a_size_nobody_reads_are_refused(order: BarcodeOrder, code: str) -> None:
    with pytest.raises(FaultsFound) as caught:
        checked_order(order)
    assert [each.code for each in caught.value.diagnostics] == [code]
    assert checked_order(PRICED) == PRICED
