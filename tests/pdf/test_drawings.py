"""Drawings are printed as another program shows them, as paths, inside their rectangle."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
import resvg_py
from PIL import Image as Pillow

from guidepress.base.diagnostics import FaultsFound
from guidepress.page.items import Frame, Image
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Hand

TREE = (Node("Document", -1), Node("Figure", 0, alt="A drawing"))

SEEN = (
    '<rect x="5" y="5" width="60" height="40" rx="12" fill="#005A9C"/>',
    '<circle cx="110" cy="40" r="30" fill="none" stroke="#D55E00" stroke-width="6"/><ellipse cx="40" cy="70" rx="30" ry="15"/>',
    '<path fill-rule="evenodd" fill="seagreen" d="M60 10h60v60h-60z m15 15h30v30h-30z"/>',
    '<path d="M10 80q20-60 40 0t40 0S120 20 150 60C160 10 190 20 190 80z" fill="purple"/>',
    '<g transform="translate(100 50) rotate(-20) skewX(10)"><path d="M-50 0a30 15 10 1 1 60 0 30 15 0 0 1-60 0z"/></g>',
    '<style>.a,.b{fill:none;stroke:teal}#c{stroke-width:9}</style><polyline class="a" points="10,90 60,10 110,90"/><line id="c" class="b" x1="120" y1="10" x2="190" y2="90"/>',
    '<defs><g id="u"><rect width="20" height="20"/></g></defs><use href="#u" x="10" y="10" fill="red"/><use xlink:href="#u" transform="scale(2)" x="30" y="10"/>',
    '<path d="M10 50A45 30 0 0011 50M100 10a40 40 0 1 0 60 60" fill="none" stroke="black" stroke-width="4" stroke-dasharray="9 5" stroke-linecap="round" stroke-linejoin="round"/>',
)


def svg(inner: str) -> str:
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {space} width="200" height="100" viewBox="0 0 200 100">{inner}</svg>'


def printed(hand: Hand, path: Path, width: int, height: int) -> bytes:
    item = Image(str(path), 0, 0, width, height)
    return write_pdf(hand.book(hand.page(Frame(10_000, 20_000, (item,), 1)), tree=TREE))


@pytest.mark.parametrize("inner", SEEN)
def test_another_program_sees_the_same(hand: Hand, inner: str, tmp_path: Path) -> None:
    path = tmp_path / "d.svg"
    path.write_text(svg(inner), encoding="utf-8")
    page = pypdfium2.PdfDocument(printed(hand, path, 100_000, 50_000))[0]
    ours = page.render(scale=4).to_pil().convert("RGB").crop((40, 80, 440, 280))
    theirs = Pillow.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg(inner), width=400)))).convert(
        "RGBA"
    )
    white = Pillow.new("RGB", theirs.size, "white")
    white.paste(theirs, mask=theirs.split()[3])
    one, other = (np.asarray(each, dtype=int) for each in (ours, white))
    assert other.min() < 200  # something is drawn
    assert np.abs(one - other).mean() < 2.5  # of 255: edges are smoothed in two ways


def test_what_stands_outside_the_drawing_is_not_printed(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "d.svg"
    path.write_text(svg('<rect x="-500" y="-500" width="2000" height="2000"/>'), encoding="utf-8")
    page = pypdfium2.PdfDocument(printed(hand, path, 40_000, 20_000))[0].render(scale=1).to_pil().convert("L")
    dark = np.argwhere(np.asarray(page) < 100)
    assert dark.min(axis=0).tolist() == [20, 10]
    assert dark.max(axis=0).tolist() == [39, 49]


def test_a_drawing_that_has_changed_since_is_said(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "d.svg"
    path.write_text("<svg", encoding="utf-8")
    with pytest.raises(FaultsFound, match="well-formed"):
        printed(hand, path, 40_000, 20_000)
