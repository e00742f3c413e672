"""What a sheet says of its ink is so: legible text of any colour works in grey, pale text and pictures do not."""

from __future__ import annotations

import pytest

from guidepress.base.colour import BLACK, WHITE, Colour
from guidepress.compose.inks import works_in_grey
from guidepress.document.blocks import (
    Block,
    Cell,
    Columns,
    Drawing,
    Figure,
    Group,
    Label,
    MarginNote,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
)
from guidepress.document.inlines import InlinePicture, Look, Text
from guidepress.document.shapes import rectangle
from guidepress.document.style import Style
from guidepress.page.items import Image

YELLOW = Colour(0xFF, 0xFF, 0)  # luminance 0.93: 1.07 to 1 on white, 19.6 to 1 on black
RED = Colour(0xA5, 0x34, 0x1B)  # luminance 0.10: 6.9 to 1 on white
PLAIN = Style("body")
PALE = Style("pale", colour=YELLOW)


def text(style: Style = PLAIN, look: Look | None = None) -> Paragraph:
    return Paragraph(style, (Text("words", look or Look()),))


def label(style: Style, x: int) -> Label:
    return Label(x, 10, (Text("words"),), style, 100)


def grey(*blocks: Block) -> bool:
    return works_in_grey((Section("overview", "Overview", "overview", blocks),), WHITE)


DARK_BOX = rectangle((0, 0, 50, 20), fill=BLACK)


@pytest.mark.parametrize(
    "block",
    [
        text(),
        text(look=Look(colour=RED)),
        text(look=Look(colour=YELLOW, highlight=BLACK)),
        Group((text(PALE),), Style("box", background=BLACK)),
        Table((1000,), (), (Row((Cell((text(PALE),), background=BLACK),)),), PLAIN),
        Figure(Drawing(100, 20, (DARK_BOX,), (label(PALE, 10),)), "", PLAIN),
    ],
)
def test_what_is_dark_enough_for_its_ground_works_in_grey(block: Block) -> None:
    assert grey(text(), block)


@pytest.mark.parametrize(
    "block",
    [
        text(PALE),
        text(look=Look(colour=YELLOW)),
        text(look=Look(highlight=BLACK)),
        Paragraph(PLAIN, (Text("words"),), marker=(Text("1.", Look(colour=YELLOW)),)),
        Group((text(PALE),)),
        Columns((text(PALE),), 2, 0),
        MarginNote((text(PALE),)),
        Table((1000,), (), (Row((Cell((text(),), background=BLACK),)),), PLAIN),
        Table((1000,), (Row((Cell((text(PALE),)),)),), (), PLAIN),
        Table((1000,), (), (), PLAIN, caption=text(PALE)),
        Figure(Drawing(100, 20, (DARK_BOX,), (label(PALE, 60),)), "", PLAIN),
        Figure(Drawing(100, 20, ()), "", PLAIN, caption=text(PALE)),
        Figure(Drawing(100, 20, (), (), ((Image("heart.png", 0, 0, 10, 10), "A heart."),)), "", PLAIN),
        Picture("heart.png", "A heart.", 10, 10, PLAIN),
        Paragraph(PLAIN, (InlinePicture("heart.png", "A heart.", 10, 10),)),
    ],
)
def test_pale_text_and_pictures_want_colour(block: Block) -> None:
    assert not grey(text(), block)
