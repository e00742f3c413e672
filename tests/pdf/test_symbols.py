"""A code is a mask of one bit a module; of a tagged file it is an artifact, in digits that are no operators."""

from __future__ import annotations

from guidepress.page.leaves import CodeSymbol
from guidepress.pdf.symbols import artifact_symbol, placed_symbol, stencil

CODE = CodeSymbol((0b10, 0b01), 40_000, 30_000, 20_000)


def test_a_place_counts_from_the_foot_of_the_page() -> None:
    # 100 - 30 - 20 points from below.
    assert placed_symbol(CODE, 100_000) == b"q 0 g 20 0 0 20 40 50 cm\n"


def test_a_row_is_whole_bytes_and_its_dark_modules_are_not_set() -> None:
    # 10 and 01 at the left end of eight bits, turned over: 01111111 and 10111111.
    assert stencil(CODE) == b"BI/W 2/H 2/IM true ID \x7f\xbf\nEI Q\n"
    assert stencil(CODE, as_text=True) == b"BI/W 2/H 2/IM true/F/AHx/L 5 ID 7fbf>\nEI Q\n"


def test_in_a_tagged_file_it_is_an_artifact() -> None:
    made = artifact_symbol(CODE, 100_000)
    assert made.startswith(b"/Artifact<</Type/Layout>>BDC\nq 0 g")
    assert made.endswith(b"7fbf>\nEI Q\nEMC\n")
