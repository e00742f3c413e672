"""The structure tree: document order, the right roles, inline links, lists, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import BODY, document, heading, layout_of, lines, roles, said, section, spots

from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Figure, Group, Label, MarginNote, Paragraph
from guidepress.document.inlines import Leader, LinkTo, Look, NoteMark, PageRef, Text
from guidepress.document.style import Style
from guidepress.page.items import ARTIFACT, BACKGROUND, Frame, Shape
from guidepress.page.tree import Node
from guidepress.paginate import paginate
from guidepress.paginate.tree import Tree

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


def test_a_caption_stands_in_its_figure(fonts: Fonts) -> None:
    label = Label(10_000, 10_000, (Text("Scrooge"),), BODY, 80_000)
    drawing = Drawing(100_000, 50_000, (Shape((("r", (0, 0, 1, 1)),)),), (label,))
    caption = Paragraph(BODY, (Text("A map"),), role="Caption")
    book = paginate(document(section(Figure(drawing, "Who knows whom", BODY, caption))), layout_of(), fonts)
    assert roles(book)[2:] == ["Document/Sect/Figure", "Document/Sect/Figure/Caption"]
    assert [node.alt for node in book.tree if node.role == "Figure"] == ["Who knows whom"]
    figure = next(frame for frame in book.pages[0].frames if frame.tag == 2)
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


def test_margin_notes_are_read_after_what_they_stand_beside(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (*lines("a"), MarginNote(lines("n")), *lines("b"))
    book = paginate(document(section(*blocks)), layout_of(margin=60_000), fonts)
    assert roles(book)[2:] == [
        "Document/Sect/P",
        "Document/Sect/P",
        "Document/Sect/Aside",
        "Document/Sect/Aside/P",
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


# by hand: elements and their parents


def grown(tree: Tree) -> list[tuple[str, int]]:
    return [(node.role, node.parent) for node in tree.nodes[1:]]


def marked(role: str) -> Paragraph:
    return Paragraph(LIST, (Text("a"),), role=role, marker=(Text("1."),))


def test_what_stands_in_an_artifact_is_one() -> None:
    tree = Tree("en")
    assert tree.add("P", BACKGROUND) == BACKGROUND
    assert tree.add("", 0) == BACKGROUND
    assert tree.role(BACKGROUND) == ""
    assert tree.nodes == (Node("Document", -1),)


def test_a_paragraph_without_a_marker_has_one_element() -> None:
    tree = Tree("en")
    assert tree.paragraph(Paragraph(BODY, (), role="H2", language="fr"), 0) == (1, BACKGROUND)
    assert tree.nodes[1] == Node("H2", 0, language="fr")
    assert tree.paragraph(Paragraph(BODY, (), language="en"), 0) == (2, BACKGROUND)
    assert tree.nodes[2] == Node("P", 0)


def test_an_item_of_its_own_is_label_and_body() -> None:
    tree = Tree("en")
    assert tree.paragraph(marked("LI"), 0) == (3, 2)
    assert grown(tree) == [("LI", 0), ("Lbl", 1), ("LBody", 1)]


def test_the_marker_of_an_item_is_its_label_and_what_follows_goes_into_its_body() -> None:
    tree = Tree("en")
    item = tree.add("LI", 0)
    assert tree.paragraph(marked("P"), item) == (4, 2)
    assert grown(tree) == [("LI", 0), ("Lbl", 1), ("LBody", 1), ("P", 3)]
    assert tree.group(Group((), role="LBody"), item) == 3
    assert len(tree.nodes) == 5


def test_a_group_that_is_a_body_of_no_item_known_is_an_element() -> None:
    tree = Tree("en")
    assert tree.group(Group((), role="LBody"), tree.add("LI", 0)) == 2


def test_the_number_of_a_note_is_its_label() -> None:
    tree = Tree("en")
    note = tree.add("Note", 0)
    assert tree.paragraph(marked("P"), note) == (3, 2)
    assert grown(tree) == [("Note", 0), ("Lbl", 1), ("P", 1)]


def test_any_other_marker_is_a_span_of_its_paragraph() -> None:
    tree = Tree("en")
    assert tree.paragraph(marked("P"), 0) == (1, 2)
    assert grown(tree) == [("P", 0), ("Span", 1)]


def test_a_mute_marker_is_decoration() -> None:
    tree = Tree("en")
    assert tree.paragraph(replace(marked("H2"), mute=True), 0) == (1, BACKGROUND)
    assert grown(tree) == [("H2", 0)]


def test_a_group_that_groups_nothing_a_reader_sees_has_no_element() -> None:
    tree = Tree("en")
    assert tree.group(Group(()), 0) == 0
    assert tree.group(Group((), language="en"), 0) == 0
    seen = (Group((), BODY), Group((), title="A"), Group((), language="fr"), Group((), role="Sect"))
    assert [tree.group(each, 0) for each in seen] == [1, 2, 3, 4]
    assert [(node.title, node.language) for node in tree.nodes[1:]] == [
        ("", ""),
        ("A", ""),
        ("", "fr"),
        ("", ""),
    ]


def test_only_lists_have_a_numbering() -> None:
    tree = Tree("en")
    tree.group(Group((), role="L", numbering="Decimal"), 0)
    tree.group(Group((), role="Sect", numbering="Decimal"), 0)
    assert [node.numbering for node in tree.nodes[1:]] == ["Decimal", ""]


def test_text_without_links_has_no_elements_inside() -> None:
    tree = Tree("en")
    assert tree.inlines((Text("a"),), 0) == ()
    assert tree.inlines((Text("a", link=LinkTo("#a", "A")),), BACKGROUND) == ()


def test_pieces_of_one_link_are_one_element() -> None:
    tree, link = Tree("en"), LinkTo("#a", "A")
    other = LinkTo("#b", "B")
    text = tree.add("P", 0)
    inlines = (Text("x"), Text("a", link=link), Text("b", link=link), Text("c", link=other), Text("y"))
    assert tree.inlines(inlines, text) == (1, 2, 2, 3, 1)
    assert grown(tree) == [("P", 0), ("Link", 1), ("Link", 1)]


def test_a_mark_is_a_link_in_a_reference() -> None:
    tree, link = Tree("en"), LinkTo("#a", "A")
    text = tree.add("P", 0)
    made = tree.inlines((Text("a", link=link), NoteMark("n", 1), Text("b", link=link)), text)
    assert made == (2, 4, 5)
    assert grown(tree) == [("P", 0), ("Link", 1), ("Reference", 1), ("Link", 3), ("Link", 1)]


def test_the_entry_of_a_contents_list_holds_a_reference() -> None:
    tree = Tree("en")
    entry = tree.add("TOCI", 0)
    assert tree.inlines((Text("a", link=LinkTo("#a", "A")), Text("b")), entry) == (3, 2)
    assert grown(tree) == [("TOCI", 0), ("Reference", 1), ("Link", 2)]


def test_emphasis_and_words_in_another_language_are_elements() -> None:
    tree = Tree("en")
    tag = tree.add("P", 0)
    link = LinkTo("#a", "a")
    inlines = (
        Text("a"),
        Text("b", Look(emphasis=True)),
        Text("c", Look(emphasis=True, strong=True), link),
        Text("mot", language="fr"),
        Text("vite", Look(emphasis=True), language="fr"),
    )
    assert tree.inlines(inlines, tag) == (1, 2, 5, 6, 7)
    assert [(node.role, node.parent, node.language) for node in tree.nodes[2:]] == [
        ("Em", 1, ""),
        ("Link", 1, ""),
        ("Strong", 3, ""),
        ("Em", 4, ""),
        ("Span", 1, "fr"),
        ("Em", 1, "fr"),
    ]


def test_title_and_page_of_an_entry_are_one_link() -> None:
    tree = Tree("en")
    tag = tree.add("TOCI", tree.add("TOC", 0))
    link = LinkTo("#a", "a")
    assert tree.inlines((Text("One", link=link), Leader(), PageRef("a", link=link)), tag) == (4, 3, 4)
