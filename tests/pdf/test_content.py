"""Items become operators, state written when it changes only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.pdf.conftest import Hand
from tests.pdf.everything import everything
from tests.pdf.helpers import content, open_pdf

from guidepress.base.colour import Colour
from guidepress.page.items import ARTIFACT, Frame, Shape, Word
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf
from guidepress.pdf.content import _shown

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Hand

    from guidepress.page.items import Item


def shown(hand: Hand, *items: Item) -> str:
    """The operators between BT and ET of a page with these items."""
    operators = content(write_pdf(hand.text_book(*items)))
    start, end = operators.index("BT\n") + 3, operators.index("ET\n")
    return operators[start:end]


RULE = Shape((("r", (0, 0, 9000, 1000)),), stroke=None)


def test_state_is_written_when_it_changes_only(hand: Hand) -> None:
    red = Colour(255, 0, 0)
    lines = [
        hand.run("a"),
        hand.run("a", 0, 14_000, expansion=-15),
        hand.run("a", 1500, 28_000, expansion=-15, colour=red),
        hand.run("a", 1500, 42_000, tracking=500, colour=red),
    ]
    glyph = "".join(chr(part) for part in divmod(hand.word("a").glyphs[0], 256))
    operators = shown(hand, *lines).replace(f"[({glyph})]TJ", "show").splitlines()
    expected = "30 360 Td|/F0 10.5 Tf|0 g|show|0 -14 Td|98.5 Tz|show|1.5 -14 Td|1 0 0 rg|show"
    assert "|".join(operators) == expected + "|0 -14 Td|100 Tz|0.5 Tc|show"


def test_a_foreign_word_says_its_language(hand: Hand) -> None:
    operators = shown(hand, hand.run("Wort", language="de"))
    assert operators.index("/Span<</Lang(de)>>BDC") < operators.index("TJ") < operators.index("EMC")


def test_elements_of_inlines_are_tagged(hand: Hand) -> None:
    tree = (Node("Document", -1), Node("P", 0), Node("Span", 1))
    book = hand.text_book(hand.run("a"), hand.run("b", 9000, source=1), tree=tree, tags=(1, 2))
    marks = [line for line in content(write_pdf(book)).splitlines() if "BDC" in line]
    assert marks == ["/P<</MCID 0>>BDC", "/Span<</MCID 1>>BDC"]


def test_marks_above_letters_keep_their_offsets(hand: Hand) -> None:
    plain = hand.word("xx")
    raised = Word("xx", hand.serif, plain.glyphs, (526, 526), plain.clusters, 1052, ((0, 0), (-30, 250)))
    run = hand.run("xx", size=10_000)
    run = type(run)(0, 0, hand.serif, 10_000, run.colour, (raised,), 2500, 0)
    x = "".join(chr(part) for part in divmod(plain.glyphs[0], 256))
    # 250/1000 of 10 pt is a rise of 2.5; 30/1000 to the left is an adjustment of +30, taken back after the glyph.
    expected = f"30 360 Td\n/F0 10 Tf\n0 g\n[({x})]TJ\n2.5 Ts\n[()30({x})-30]TJ\n0 Ts\n"
    assert shown(hand, run) == expected


def test_shapes_outside_figures_are_artifacts(hand: Hand) -> None:
    page = hand.page(Frame(0, 50_000, (RULE, hand.run("text")), 1))
    assert content(write_pdf(hand.book(page))).startswith("/Artifact<</Type/Layout>>BDC\n0 349 9 1 re\n")


def test_a_shape_that_fills_the_page_is_a_background(hand: Hand, tmp_path: Path) -> None:
    operators = content(write_pdf(everything(hand, tmp_path))).splitlines()
    assert operators[0] == "/Artifact<</Type/Background/BBox[0 0 300 400]>>BDC"


def test_furniture_is_a_header_above_the_middle_and_a_footer_below(hand: Hand) -> None:
    frames = (
        Frame(0, 20_000, (hand.run("head"),), ARTIFACT),
        Frame(0, 50_000, (hand.run("text"),), 1),
        Frame(0, 380_000, (hand.run("foot"),), ARTIFACT),
    )
    operators = content(write_pdf(hand.book(hand.page(*frames)))).splitlines()
    assert [line for line in operators if line.endswith("BDC")] == [
        "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
        "/P<</MCID 0>>BDC",
        "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
    ]


def test_a_clip_is_undone(hand: Hand) -> None:
    inner = Frame(0, 0, (hand.run("in"),), clip=(50_000, 10_000))
    data = write_pdf(hand.book(hand.page(Frame(0, 50_000, (inner, hand.run("out", 0, 14_000)), 1))))
    stream: Any = open_pdf(data).pages[0]["/Contents"]
    operators = stream.get_data().decode("latin-1").splitlines()
    assert operators[:2] == ["q", "0 340 50 10 re W n"]
    kinds = [line.split()[-1] for line in operators if line.split()[-1] in {"q", "Q", "Tf"}]
    assert kinds == ["q", "Tf", "Q", "Tf"]  # the face is chosen anew, since Q forgets it


def test_a_turned_group_has_a_matrix_of_its_own_which_is_undone(hand: Hand) -> None:
    down = Frame(10_000, 20_000, (hand.run("down"),), turn=1)
    up = Frame(10_000, 20_000, (hand.run("up"),), turn=3)
    data = write_pdf(hand.book(hand.page(Frame(0, 50_000, (down, up, hand.run("level")), 1))))
    operators = content(data).splitlines()
    # 400 - 50 - 20 = 330: what is read from the top down has its x downwards, what is read upwards has it upwards.
    assert operators[:2] == ["q", "0 -1 1 0 10 330 cm"]
    assert operators[operators.index("Q") + 1 :][:2] == ["q", "0 1 -1 0 10 330 cm"]
    kinds = [line.split()[-1] for line in operators if line.split()[-1] in {"q", "Q", "Tf"}]
    assert kinds == ["q", "Tf", "Q", "q", "Tf", "Q", "Tf"]


def test_a_figure_reaches_around_what_is_turned_in_it(hand: Hand) -> None:
    tree = (Node("Document", -1), Node("Figure", 0, alt="a bar"))
    bar = Frame(100_000, 50_000, (Shape((("r", (0, 0, 30_000, 10_000)),), fill=Colour(0, 0, 0)),), turn=1)
    data = write_pdf(hand.book(hand.page(Frame(0, 0, (bar,), 1)), tree=tree))
    figure = open_pdf(data).trailer["/Root"]["/StructTreeRoot"]["/K"]
    while "/A" not in figure:
        figure = figure["/K"][0] if isinstance(figure["/K"], list) else figure["/K"]
    # 30 wide and 10 high below (100, 350): turned clockwise it is 30 high and 10 wide, at the left of that point.
    box = figure["/A"]["/BBox"] if not isinstance(figure["/A"], list) else figure["/A"][0]["/BBox"]
    assert [float(each) for each in box] == [90, 320, 100, 350]


def test_no_move_stands_before_an_empty_string(hand: Hand) -> None:
    assert _shown("ab)12(") == "[(ab)12]TJ\n"
    assert _shown("ab)12()-5(c") == "[(ab)7(c)]TJ\n"
    assert _shown("ab\\(") == "[(ab\\()]TJ\n"
    spaced = shown(hand, hand.run("a b", space_after=True))
    assert "()]TJ" not in spaced


def test_letters_that_stand_apart_are_read_word_by_word(hand: Hand) -> None:
    """A twelfth of 10.5 pt is 0.875 pt."""
    apart = shown(hand, hand.run("To be", tracking=876, space_after=True))
    assert apart.count("/Span<</ActualText(To)>>BDC") == 1
    assert apart.count("/Span<</ActualText( be)>>BDC") == 1
    assert apart.count("TJ") == 3
    assert "ActualText" not in shown(hand, hand.run("To be", tracking=875))
