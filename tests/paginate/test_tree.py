"""The structure tree: document order, the right roles, inline links, lists, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import BODY, document, heading, layout_of, lines, roles, said, section, spots

from guidepress.document.blocks import Drawing, Figure, Group, Label, MarginNote, Paragraph
from guidepress.document.inlines import LinkTo, Text
from guidepress.document.style import Style
from guidepress.page.items import ARTIFACT, BACKGROUND, Frame, Shape
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.typeset import Fonts

LIST = Style("list", size=10_000, leading=14_000, hang=12_000)


def item(text: str, *rest: Paragraph) -> Group:
    first = Paragraph(LIST, (Text(text),), role="LBody", marker=(Text("•"),))
    return Group((first, Group(rest, role="LBody")) if rest else (first,), role="LI")


def test_lists(fonts: Fonts) -> None:
    made = Group((item("one"), item("two", *lines("more"))), role="L", numbering="Disc")
    book = paginate(document(section(made)), layout_of(), fonts)
    assert roles(book)[2:] == [
        "Document/Sect/L",
        "Document/Sect/L/LI",
        "Document/Sect/L/LI/Lbl",
        "Document/Sect/L/LI/LBody",
        "Document/Sect/L/LI",
        "Document/Sect/L/LI/Lbl",
        "Document/Sect/L/LI/LBody",
        "Document/Sect/L/LI/LBody/P",
    ]
    assert [node.numbering for node in book.tree if node.role == "L"] == ["Disc"]
    bullet, text = spots(book.pages[0])[:2]
    assert (bullet.text, bullet.y) == ("•", text.y)
    assert round(text.x - 20_000, -3) == 12_000  # the text stands behind the hang


def test_a_link_is_an_element_in_its_paragraph(fonts: Fonts) -> None:
    link = LinkTo("https://example.org", "Example")
    text = Paragraph(BODY, (Text("see "), Text("there", link=link), Text(" now")))
    book = paginate(document(section(text)), layout_of(), fonts)
    assert roles(book)[2:] == ["Document/Sect/P", "Document/Sect/P/Link"]
    assert [(spot.text, spot.tag) for spot in spots(book.pages[0])] == [("see", 2), ("there", 3), ("now", 2)]


def test_two_places_of_one_link_with_text_between_are_two_elements(fonts: Fonts) -> None:
    link = LinkTo("#a", "A")
    text = Paragraph(BODY, (Text("one", link=link), Text(" and "), Text("two", link=link)))
    book = paginate(document(section(text)), layout_of(), fonts)
    assert roles(book)[3:] == ["Document/Sect/P/Link", "Document/Sect/P/Link"]


def test_a_figure_and_its_caption_stand_side_by_side(fonts: Fonts) -> None:
    label = Label(10_000, 10_000, (Text("Scrooge"),), BODY, 80_000)
    drawing = Drawing(100_000, 50_000, (Shape((("r", (0, 0, 1, 1)),)),), (label,))
    caption = Paragraph(BODY, (Text("A map"),), role="Caption")
    book = paginate(document(section(Figure(drawing, "Who knows whom", BODY, caption))), layout_of(), fonts)
    assert roles(book)[2:] == ["Document/Sect/Div", "Document/Sect/Div/Figure", "Document/Sect/Div/Caption"]
    assert [node.alt for node in book.tree if node.role == "Figure"] == ["Who knows whom"]
    figure = next(frame for frame in book.pages[0].frames if frame.tag == 3)
    assert figure.x == 20_000 + 50_000  # centred in 200 pt
    assert any(isinstance(each, Frame) for each in figure.items)


def test_a_figure_without_alternative_text_is_decoration(fonts: Fonts) -> None:
    drawing = Drawing(100_000, 50_000, (Shape((("r", (0, 0, 1, 1)),)),))
    book = paginate(document(section(Figure(drawing, "", BODY))), layout_of(), fonts)
    assert roles(book) == ["Document", "Document/Sect"]
    assert next(frame.tag for frame in book.pages[0].frames if frame.tag != ARTIFACT) == BACKGROUND


def test_text_without_a_role_is_an_artifact(fonts: Fonts) -> None:
    book = paginate(
        document(section(Paragraph(BODY, (Text("1"),), role=""), *lines("a"))), layout_of(), fonts
    )
    assert said(book.pages[0]) == "a"


def test_margin_notes_are_read_at_their_place(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (*lines("a"), MarginNote(lines("n")), *lines("b"))
    book = paginate(document(section(*blocks)), layout_of(margin=60_000), fonts)
    assert roles(book)[2:] == [
        "Document/Sect/P",
        "Document/Sect/Div",
        "Document/Sect/Div/P",
        "Document/Sect/P",
    ]


def test_outline_and_first_and_last_words(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (
        heading("One", anchor="one"),
        *lines("first"),
        heading("Part", 2),
        *lines("last"),
    )
    book = paginate(document(section(*blocks)), layout_of(), fonts)
    assert [(entry.level, entry.title, entry.anchor) for entry in book.outline] == [
        (1, "One", "one"),
        (2, "Part", "heading-2"),
    ]
    assert [(each.anchor, each.first, each.last) for each in book.sections] == [("one", "first", "last")]


def test_a_role_language_reaches_the_tree(fonts: Fonts) -> None:
    book = paginate(document(section(Paragraph(BODY, (Text("hola"),), language="es"))), layout_of(), fonts)
    assert [node.language for node in book.tree if node.role == "P"] == ["es"]
