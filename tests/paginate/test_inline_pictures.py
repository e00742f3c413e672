"""Pictures in a text are parted from it, to stand below its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import document, layout_of, section

from guidepress.document.blocks import Group, Paragraph, Picture
from guidepress.document.inlines import InlinePicture, Text
from guidepress.document.style import Style
from guidepress.page.items import Frame, Image, Run
from guidepress.paginate import paginate
from guidepress.paginate.inline_pictures import parted, with_small_pictures

if TYPE_CHECKING:
    from guidepress.typeset import Fonts

RING = InlinePicture("ring.png", "a ring", 40, 20)
STYLES = {"figure": Style("figure"), "caption": Style("caption")}
BODY = Style("body", leading=10_000, hang=12_000)


def test_a_paragraph_is_kept_with_the_pictures_below_it() -> None:
    text, picture = parted(Paragraph(BODY, (Text("See "), RING, Text(" here."))), STYLES)
    assert isinstance(text, Paragraph)
    assert (text.inlines, text.style.keep_next) == ((Text("See "), Text(" here.")), True)
    assert picture == Picture("ring.png", "a ring", 40, 20, STYLES["figure"])


def test_of_a_paragraph_of_pictures_nothing_else_is_left() -> None:
    found = parted(Paragraph(BODY, (RING, Text(" "), RING)), STYLES)
    assert [type(block) for block in found] == [Picture, Picture]


def test_a_title_becomes_the_caption() -> None:
    titled = InlinePicture("ring.png", "a ring", 40, 20, "The ring")
    (picture,) = parted(Paragraph(BODY, (titled,)), STYLES)
    assert isinstance(picture, Picture)
    assert picture.caption == Paragraph(STYLES["caption"], (Text("The ring"),), role="Caption")


def test_a_marker_keeps_a_line_to_stand_on_and_its_picture_is_set_in() -> None:
    choice = Paragraph(BODY, (RING,), role="LBody", marker=(Text("A"),))
    text, below = parted(choice, STYLES)
    assert isinstance(text, Paragraph)
    assert isinstance(below, Group)
    assert (text.marker, text.inlines) == ((Text("A"),), (Text("\u00a0"),))
    assert below.style is not None
    assert (below.role, below.style.indent_left) == ("LBody", 12_000)
    (picture,) = below.blocks
    assert isinstance(picture, Picture)
    assert picture.tallest == 80_000  # eight lines of 10 pt


def test_an_item_in_one_paragraph_holds_its_picture() -> None:
    (item,) = parted(Paragraph(BODY, (Text("one"), RING), role="LI", marker=(Text("•"),)), STYLES)
    assert isinstance(item, Group)
    assert (item.role, [block.role for block in item.blocks if isinstance(block, Paragraph | Group)]) == (
        "LI",
        ["LBody", "LBody"],
    )


def test_a_picture_no_higher_than_a_line_gets_the_size_at_which_it_stands_in_it() -> None:
    """3 % of 400 points are 12, at half the width 6 high; at 300 pixels an inch 12 points are 50."""
    small = InlinePicture("ring.png", "a ring", 400, 200, share=3)
    (_, sized, _) = with_small_pictures(
        Paragraph(BODY, (Text("See "), small, Text(" here."))), 400_000, 300
    ).inlines
    assert isinstance(sized, InlinePicture)
    assert (sized.width, sized.height, sized.most) == (12_000, 6_000, 50)


@pytest.mark.parametrize(
    "picture",
    [
        InlinePicture("ring.png", "a ring", 40, 11),  # 11 points at 72 dpi, and a line has 10
        InlinePicture("ring.png", "a ring", 400, 400, share=3),  # 12 points
        InlinePicture("ring.png", "a ring", 4, 4, "The ring"),  # its title is a caption
    ],
)
def test_a_higher_one_and_one_with_a_caption_stand_below(picture: InlinePicture) -> None:
    block = Paragraph(BODY, (Text("See "), picture))
    assert with_small_pictures(block, 400_000, 300) == block


def test_a_small_picture_by_itself_stands_in_no_line() -> None:
    block = Paragraph(BODY, (InlinePicture("ring.png", "a ring", 4, 4),))
    assert with_small_pictures(block, 400_000, 300) == block


def test_what_stands_in_the_line_is_not_parted_from_it() -> None:
    small = InlinePicture("rune.png", "a rune", 8, 8, width=8_000, height=8_000)
    text, picture = parted(Paragraph(BODY, (Text("See "), small, Text(" and "), RING)), STYLES)
    assert isinstance(text, Paragraph)
    assert text.inlines == (Text("See "), small, Text(" and "))
    assert isinstance(picture, Picture)
    assert picture.path == "ring.png"


def test_it_is_a_figure_in_its_paragraph_read_between_the_words(fonts: Fonts) -> None:
    rune = InlinePicture("rune.png", "a rune", 8, 8)
    said = (Text("Press "), rune, Text(" now."))
    block = Paragraph(layout_of().styles["body"], said)
    book = paginate(document(section(block)), layout_of(), fonts)
    (figure,) = [index for index, node in enumerate(book.tree) if node.role == "Figure"]
    assert book.tree[figure].alt == "a rune"
    assert book.tree[book.tree[figure].parent].role == "P"
    (line,) = [
        frame
        for frame in book.pages[0].frames
        if any(isinstance(item, Frame) and item.tag == figure for item in frame.items)
    ]
    assert [type(item) for item in line.items] == [Run, Frame, Run]
    before, picture, after = line.items
    assert isinstance(before, Run)
    assert isinstance(after, Run)
    assert isinstance(picture, Frame)
    (image,) = picture.items
    assert isinstance(image, Image)
    assert image.y + image.height == 0  # on the baseline
    assert before.x + before.width < image.x < image.x + image.width < after.x
