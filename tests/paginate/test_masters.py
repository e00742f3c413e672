"""Furniture: on the right pages, on the right side, saying the right things, as artifacts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from tests.paginate.making import document, furniture, heading, layout_of, para, section
from tests.paginate.stacks import LABELS

from guidepress.base.colour import Colour
from guidepress.base.record import replace
from guidepress.document.blocks import Break, Heading
from guidepress.document.style import Style
from guidepress.layout.areas import areas_of
from guidepress.layout.model import Furniture, Logo, Slots
from guidepress.page.items import ARTIFACT, Frame, Image, Run, Shape
from guidepress.paginate import paginate
from guidepress.paginate.masters import FurnitureText, Masters
from guidepress.paginate.resolve import unknown
from guidepress.paginate.setter import Setter

if TYPE_CHECKING:
    from guidepress.typeset import Fonts

FURNITURE = Furniture(
    head_verso=Slots(left="{title}"),
    head_recto=Slots(right="{section}", left="{unit}"),
    foot_verso=Slots(left="{folio}"),
    foot_recto=Slots(right="{folio}", centre="page {page} of {pages}"),
    first_foot=Slots(right="{folio}"),
)


def test_what_stands_where(fonts: Fonts) -> None:
    blocks = (heading("Section"), heading("Stave", 2), para(900))
    book = paginate(document(section(*blocks)), layout_of(furniture=FURNITURE), fonts)
    assert len(book.pages) > 2
    assert furniture(book.pages[0]) == ["1"]  # the first page has no head
    assert furniture(book.pages[1]) == ["A Title", "2"]
    assert furniture(book.pages[2]) == ["Stave", "One", f"page 3 of {book.page_count}", "3"]


def test_folios_stand_at_the_outer_edge(fonts: Fonts) -> None:
    book = paginate(document(section(para(900))), layout_of(furniture=FURNITURE), fonts)

    def edges(number: int) -> tuple[int, int]:
        frame = [f for f in book.pages[number].frames if f.tag == ARTIFACT][-1]
        run = frame.items[0]
        assert isinstance(run, Run)
        return frame.x, frame.x + run.width

    assert edges(1)[0] == 20_000  # a verso: left
    assert edges(2)[1] == 220_000  # a recto: right, 240 less 20
    # the foot's baseline: 340 less 30 of margin, 30 below it
    assert [f.y for f in book.pages[1].frames if f.tag == ARTIFACT][-1] == 340_000


def test_the_first_foot_is_turned_on_a_verso(fonts: Fonts) -> None:
    sections = (section(para(5)), section(para(5), title="Two"))
    book = paginate(document(*sections), layout_of(furniture=FURNITURE), fonts)
    assert [f.x for f in book.pages[1].frames if f.tag == ARTIFACT] == [20_000]


def test_tabs_step_down_by_section(fonts: Fonts) -> None:
    sections = tuple(section(para(5), title=f"S{index}", tab=index) for index in range(3))
    layout = layout_of(furniture=replace(FURNITURE, tabs=True))
    book = paginate(document(*sections), layout, fonts)
    tabs = [next(f for f in page.frames if isinstance(f.items[0], Shape)) for page in book.pages]
    assert [tab.y for tab in tabs] == [30_000, 65_000, 100_000]  # 280 in eighths
    assert [tab.x for tab in tabs] == [240_000 - 11_000, 0, 240_000 - 11_000]


def test_a_blank_page_before_a_right_hand_start_has_lines_for_notes_where_the_layout_asks(
    fonts: Fonts,
) -> None:
    sections = (section(para(5)), section(para(5), title="Two", start="recto"))
    label = Style("label", font="sans", size=8_000, leading=10_000, align="left", expand=0)
    plain = layout_of(furniture=FURNITURE)
    plain = replace(plain, styles={**plain.styles, "label": label})
    ruled = replace(plain, furniture=replace(FURNITURE, blanks="notes"))
    assert paginate(document(*sections), plain, fonts).pages[1].frames == ()
    blank = paginate(document(*sections), ruled, fonts).pages[1]
    assert blank.blank
    assert {frame.tag for frame in blank.frames} == {ARTIFACT}
    lines = [frame.y for frame in blank.frames if isinstance(frame.items[0], Shape)]
    # the first baseline, 39.7, two lines of 25.5 down, and so on to the foot of the text, 310
    assert lines == [90_700 + 25_500 * number for number in range(9)]
    assert [text for text, _ in said(blank.frames) if text == "My notes"] == ["My notes"]


def test_a_plain_master_has_none(fonts: Fonts) -> None:
    book = paginate(document(section(para(5), master="plain")), layout_of(furniture=FURNITURE), fonts)
    assert furniture(book.pages[0]) == []


# by hand: places on a page of 240 by 340 pt, margins of 20 and 30


def test_a_folio_says_what_it_knows_of_its_page() -> None:
    folio = FurnitureText("T", "S", "U", "iv", 4, 90)
    assert folio.fill("{title}/{section}/{unit}/{folio}/{page}/{pages}") == "T/S/U/iv/4/90"
    assert folio.fill("plain") == "plain"


def masters(fonts: Fonts, *, mirrored: bool = True, margin: int = 0, **values: object) -> Masters:
    layout = layout_of(furniture=Furniture(**values), margin=margin)  # type: ignore[arg-type]
    layout = replace(layout, page=replace(layout.page, mirrored=mirrored))
    areas = areas_of(layout.page, layout.styles)
    return Masters(layout, areas, Setter(fonts, LABELS, unknown(LABELS)), "en")


FOLIO = FurnitureText("Title", "Section", "Unit", "7", 7, 90, "Work")


def said(frames: tuple[Frame, ...]) -> list[tuple[str, int]]:
    return [
        (" ".join(word.text for item in frame.items if isinstance(item, Run) for word in item.words), frame.y)
        for frame in frames
    ]


def width(frame: Frame) -> int:
    return sum(item.width for item in frame.items if isinstance(item, Run))


def test_heads_stand_above_the_text_and_feet_below(fonts: Fonts) -> None:
    slots = Slots(centre="x")
    made = masters(fonts, head_recto=slots, foot_recto=slots, head_offset=11_000, foot_offset=13_000)
    # 30 less 11; 340 less 30 and 13 on.
    assert said(made.head(FOLIO, verso=False, first=False)) == [("x", 19_000)]
    assert said(made.foot(FOLIO, verso=False, first=False)) == [("x", 323_000)]


def test_versos_and_first_pages_have_their_own(fonts: Fonts) -> None:
    made = masters(
        fonts,
        head_recto=Slots(left="hr"), head_verso=Slots(left="hv"), first_head=Slots(left="hf"),
        foot_recto=Slots(left="fr"), foot_verso=Slots(left="fv"), first_foot=Slots(left="ff"),
    )  # fmt: skip

    def texts(*, verso: bool, first: bool) -> list[str]:
        frames = made.head(FOLIO, verso=verso, first=first), made.foot(FOLIO, verso=verso, first=first)
        return [text for each in frames for text, _ in said(each)]

    assert texts(verso=False, first=False) == ["hr", "fr"]
    assert texts(verso=True, first=False) == ["hv", "fv"]
    assert texts(verso=False, first=True) == texts(verso=True, first=True) == ["hf", "ff"]


def test_without_mirrored_pages_every_page_is_a_recto(fonts: Fonts) -> None:
    made = masters(fonts, mirrored=False, head_recto=Slots(left="hr"), head_verso=Slots(left="hv"), tabs=True)
    assert said(made.head(FOLIO, verso=True, first=False)) == [("hr", 6_000)]  # 24 above the text
    assert made.tab(0, 1, verso=True)[0].x == 240_000 - 11_000


def test_slots_stand_at_the_edges_and_in_the_middle(fonts: Fonts) -> None:
    slots = Slots(left="one", centre="two", right="three")
    left, centre, right = masters(fonts, head_recto=slots).head(FOLIO, verso=False, first=False)
    assert left.x == 20_000
    assert abs(centre.x + width(centre) // 2 - 120_000) <= 1
    assert abs(right.x + width(right) - 220_000) <= 1
    assert {each.tag for each in (left, centre, right)} == {ARTIFACT}


def test_furniture_reaches_over_the_margin_column(fonts: Fonts) -> None:
    (right,) = masters(fonts, margin=60_000, head_recto=Slots(right="x")).head(
        FOLIO, verso=False, first=False
    )
    assert abs(right.x + width(right) - 290_000) <= 1  # 20 + 200 + 10 + 60


def test_a_first_page_that_is_a_verso_turns_its_head(fonts: Fonts) -> None:
    made = masters(fonts, first_head=Slots(left="a", right="b"))
    assert [text for text, _ in said(made.head(FOLIO, verso=True, first=True))] == ["b", "a"]


def test_a_hairline_stands_between_head_and_text(fonts: Fonts) -> None:
    made = masters(fonts, head_recto=Slots(left="x"), head_offset=12_000, rule=True)
    rule = made.head(FOLIO, verso=False, first=False)[-1]
    colour = Colour(0, 0, 0)
    shape = Shape((("m", (0, 0)), ("l", (200_000, 0))), stroke=colour, line_width=500, tag=ARTIFACT)
    assert rule == Frame(20_000, 24_000, (shape,), ARTIFACT)  # half of 12 above the text
    assert masters(fonts, rule=True).head(FOLIO, verso=False, first=False) == ()


def test_a_folio_alone_is_set_in_its_own_style(fonts: Fonts) -> None:
    alone, among = (
        masters(fonts, foot_recto=Slots(left=text)).foot(FOLIO, verso=False, first=False)[0]
        for text in ("{folio}", "p. {folio}")
    )
    sizes = [[item.size for item in frame.items if isinstance(item, Run)] for frame in (alone, among)]
    assert sizes == [[8_000], [10_000]]


def test_a_tab_is_as_high_as_its_share(fonts: Fonts) -> None:
    made = masters(fonts, tabs=True)
    (tab,) = made.tab(2, 10, verso=False)
    # 280 in tenths; an eighth of each is left white.
    tint = Colour(0, 0, 0).tint(0.55)
    shape = Shape((("r", (0, 0, 11_000, 24_500)),), fill=tint, tag=ARTIFACT)
    assert tab == Frame(229_000, 30_000 + 56_000, (shape,), ARTIFACT)
    assert made.tab(-1, 10, verso=False) == ()
    assert masters(fonts).tab(2, 10, verso=False) == ()


def test_a_place_set_to_none_is_empty(fonts: Fonts) -> None:
    """What a layout extends may fill it."""
    made = masters(fonts, head_recto=Slots(left="a", right="none"))
    assert said(made.head(FOLIO, verso=False, first=False)) == [("a", 6_000)]


def test_furniture_names_the_work_apart_from_the_edition() -> None:
    assert FOLIO.fill("{work} | {title}") == "Work | Title"


def test_a_part_that_names_nothing_is_left_out_with_its_dot() -> None:
    folio = replace(FOLIO, section="Checks", unit="", folio="3", pages=9)
    assert folio.fill("{section} · {unit}") == "Checks"
    assert replace(folio, unit="Stave 1").fill("{section} · {unit}") == "Checks · Stave 1"
    assert folio.fill("{unit} · {folio} / {pages}") == "3 / 9"
    assert replace(folio, theme="Fear").fill("{section} · {unit} · {theme}") == "Checks · Fear"


def test_a_page_that_begins_with_a_heading_is_named_by_it(fonts: Fonts) -> None:
    """Not by the one before, which ended with the page before."""
    blocks = (
        heading("Section"),
        heading("Before", 2),
        para(10),
        Break("page"),
        heading("While", 2),
        para(10),
    )
    shown = replace(FURNITURE, head_verso=Slots(left="{unit}"), first_head=Slots(left="{unit}"))
    book = paginate(document(section(*blocks)), layout_of(furniture=shown), fonts)
    assert [furniture(page)[0] for page in book.pages] == ["Before", "While"]


def test_a_page_names_the_theme_of_its_heading_and_the_next_section_none(fonts: Fonts) -> None:
    checked = replace(heading("Check", 2), heading=Heading(2, "Check", theme="Fear"))
    slots = Slots(left="{theme}", right="{folio}")
    shown = Furniture(head_verso=slots, head_recto=slots, first_head=slots)
    sections = (
        section(heading("One"), checked, para(10), Break("page"), para(10)),
        section(heading("Two"), para(10), title="Two"),
    )
    book = paginate(document(*sections), layout_of(furniture=shown), fonts)
    assert [sorted(furniture(page)) for page in book.pages] == [["1", "Fear"], ["2", "Fear"], ["3"]]


def test_a_head_that_would_meet_its_neighbour_is_shortened(fonts: Fonts) -> None:
    """By whole words, then by letters; what stands alone may fill the line."""
    title = "A title of so many words that no page is wide enough for all of them and the name of a section"
    heads = Furniture(
        head_verso=Slots(left=title, right="{folio}"), head_recto=Slots(centre=title, right="{folio}")
    )
    book = paginate(document(section(para(900))), layout_of(furniture=heads), fonts)
    for page in book.pages[1:3]:
        texts = furniture(page)
        assert texts[0].endswith("…")
        assert title.startswith(texts[0][:-1])
        assert title[len(texts[0]) - 1] == " "
    assert not [each for each in book.diagnostics if each.code in {"overprinted", "off-page"}]


@pytest.mark.parametrize("title", ["9" * 5000, "word " * 1000], ids=["a word", "words"])
def test_a_title_of_thousands_of_letters_is_shortened_in_a_few_steps(fonts: Fonts, title: str) -> None:
    """Halving 5,000 steps takes 13 of them, each for a head of its own."""
    heads = Furniture(head_verso=Slots(left=title, right="{folio}"))
    with patch.object(Masters, "_set", autospec=True, side_effect=Masters._set) as sets:
        book = paginate(document(section(para(300))), layout_of(furniture=heads), fonts)
    assert sets.call_count < 40 * len(book.pages)
    assert furniture(book.pages[1])[0].endswith("…")


def test_a_logo_stands_in_the_middle_of_its_line_as_an_artifact(fonts: Fonts) -> None:
    """12 points high on a line of 8-point type: 6 above and below the middle, which is 8 // 3 above the baseline."""
    owl = Logo("owl.png", "An owl", height=12_000, path="/owl.png", pixel_width=200, pixel_height=100)
    signed = Furniture(head_verso=Slots(left="{title}", right="{logo}"))
    layout = replace(layout_of(furniture=signed), logo=owl)
    book = paginate(document(section(para(900))), layout, fonts)
    (frame,) = [f for f in book.pages[1].frames if f.items and isinstance(f.items[0], Image)]
    size = layout.styles.get("running-head", layout.styles["body"]).size
    assert frame.tag == ARTIFACT
    assert frame.items == (
        Image("/owl.png", 0, -(size // 3) - 6_000, 24_000, 12_000, most=100),
    )  # 24 pt at 300 ppi
    assert frame.x + 24_000 == 220_000  # the outer edge of a verso's text is left
    assert furniture(book.pages[1]) == ["A Title"]


def test_later_pages_of_a_sheet_that_is_handed_in_ask_for_the_name_again(fonts: Fonts) -> None:
    """A rule from behind the word over half of the 200 pt, 2.5 below the baseline; a copy fills the name in there."""
    slots = Slots(left="{name}")
    asked = Furniture(head_verso=slots, head_recto=slots)
    sheet, key = section(para(900)), section(para(900), title="Key", start="recto")
    book = paginate(document(replace(sheet, named=True), key), layout_of(furniture=asked), fonts)
    named = [(page.number, frame) for page in book.pages for frame in page.frames if frame.slot is not None]
    first_of_key = next(page.number for page in book.pages if page.section == key.anchor)
    assert len(named) > 1
    assert [number for number, _ in named] == list(range(2, 2 + len(named)))
    assert named[-1][0] < first_of_key
    label, field = book.pages[1].frames[-2:] if book.pages[1].frames[-1].slot else book.pages[1].frames[:2]
    assert said((label,))[0][0] == "Name"
    slot = field.slot
    assert slot is not None
    assert (slot.name, slot.label, slot.width) == ("name", "Name", 100_000 - 4_000)
    assert (field.x, field.y, field.tag) == (20_000 + width(label) + 4_000, label.y, ARTIFACT)
    colour = Colour(0, 0, 0)
    path = (("m", (0, 2_500)), ("l", (slot.width, 2_500)))
    assert field.items == (Shape(path, stroke=colour, line_width=500, tag=ARTIFACT),)


def test_a_long_title_leaves_a_logo_its_width(fonts: Fonts) -> None:
    owl = Logo("owl.png", path="/owl.png", pixel_width=900, pixel_height=100)
    signed = Furniture(head_verso=Slots(left="{title} {title} {title} {title}", right="{logo}"))
    book = paginate(document(section(para(900))), replace(layout_of(furniture=signed), logo=owl), fonts)
    said, sign = (f for f in book.pages[1].frames if f.tag == ARTIFACT)
    run = said.items[-1]
    assert isinstance(run, Run)
    assert said.x + run.x + run.width <= sign.x
