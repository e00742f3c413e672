"""Codes are short, say nothing of pupils, and are read at 150 dpi."""

from __future__ import annotations

import numpy as np
import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from guidepress.export.copies.codes import MOST, Symbols, copy_code, page_code, run_code


def test_a_run_is_named_by_its_parts_in_letters_that_nobody_misreads() -> None:
    run = run_code((b"job", b"roster"))
    assert run == run_code((b"job", b"roster"))
    assert len({run, run_code((b"job", b"other")), run_code((b"jobroster",))}) == 3
    assert len(run) == 5
    assert not set(run) & set("ILOU")


def test_the_longest_code_has_31_characters() -> None:
    assert page_code(copy_code("7K3QX", 12), 3) == "7K3QX-0012-003"
    assert len(page_code("7K3QX-" + "9" * 21, 3)) == MOST
    with pytest.raises(ValueError, match="more than 31"):
        page_code("7K3QX-" + "9" * 22, 3)


@pytest.mark.parametrize("code", ["7K3QX-0012-003", "A" * MOST])
def test_a_symbol_is_read_at_150_dpi(code: str) -> None:
    made = Symbols().symbol(code, 0, 0, 34_016)
    count = len(made.rows)
    pixels = round(12 / 25.4 * 150)  # 71 for 12 mm
    modules = np.array([[row >> (count - 1 - x) & 1 for x in range(count)] for row in made.rows])
    at = np.arange(pixels) * count // pixels
    picture = np.pad(255 - 255 * modules[np.ix_(at, at)], 30, constant_values=255).astype(np.uint8)
    (read,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.barcode_formats_from_str("QRCode"))
    assert read.text == code


@given(st.lists(st.from_regex(r"\A[0-9A-HJKMNP-TV-Z]{5}-[0-9]{4,6}-[0-9]{3}\Z"), min_size=2, max_size=6))
def test_a_symbol_is_the_same_whichever_were_made_before_it(codes: list[str]) -> None:
    symbols = Symbols()
    for code in codes:
        matrix = segno.make_qr(code, error="m", mask=0, boost_error=False).matrix
        rows = tuple(int("".join(map(str, row)), 2) for row in matrix)
        assert symbols.symbol(code, 0, 0, 21).rows == rows
