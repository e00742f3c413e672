"""Papers by name, by trim, or by two lengths."""

from __future__ import annotations

import pytest

from guidepress.layout.papers import PAPERS, paper_size


@pytest.mark.parametrize(
    ("text", "width", "height"),
    [
        # mm are 72000 / 25.4 mpt
        ("a4", 595_276, 841_890),
        ("A5", 419_528, 595_276),
        ("b5", 498_898, 708_661),
        ("Letter", 612_000, 792_000),
        ("8.5x11", 612_000, 792_000),
        ("8.5 × 14", 612_000, 1_008_000),
        ("11x17", 792_000, 1_224_000),
        ("6 x 9", 432_000, 648_000),
        ("6.14 x 9.21", 442_080, 663_120),
        ("170mm x 240mm", 481_890, 680_315),
        ("5in x 20cm", 360_000, 566_929),
    ],
)
def test_a_paper_is_a_name_or_two_lengths(text: str, width: int, height: int) -> None:
    assert paper_size(text) == (width, height)


@pytest.mark.parametrize(
    "text", ["", "a9", "x", "6x", "x9", "6x9x12", "6mm", "6furlong x 9in", "0.5in x 9in", "5 x 201"]
)
def test_anything_else_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a (paper|length)|1 to 200 in|longer than any page"):
        paper_size(text)


def test_every_named_paper_stands_upright() -> None:
    assert all(width < height for width, height in PAPERS.values())
