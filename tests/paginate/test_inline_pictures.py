"""Pictures in a text are parted from it, to stand below its lines."""

from __future__ import annotations

from guidepress.document.blocks import Group, Paragraph, Picture
from guidepress.document.inlines import InlinePicture, Text
from guidepress.document.style import Style
from guidepress.paginate.inline_pictures import parted

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
