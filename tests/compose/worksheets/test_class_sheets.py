"""Prompts to begin a lesson with, and the log of what was read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.compose.orders import entry
from tests.compose.outline import texts, words
from tests.composing import compose, context_of
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.compose.sections.reading_checks import reading_checks
from guidepress.document.blocks import Figure, Section, Table
from guidepress.document.inlines import plain_text
from guidepress.document.kinds import SectionKind
from guidepress.guide.model import Guide, Markdown, Person, Question, Quote, Schedule, Unit
from guidepress.paginate import paginate
from guidepress.typeset import Fonts

UNITS = tuple(
    Unit(f"Part {n}", summary=Markdown("Text."), recap=Markdown(f"It begins {n}."), number=n, pages="1-9")
    for n in (1, 2)
)
GUIDE = Guide(
    1,
    "The Lamp",
    (Person("A"),),
    units=UNITS,
    quotes=(Quote(Markdown("The lamp\\\nmust burn."), unit=2, locator="p. 3"),),
    questions=(Question(Markdown("What is duty?"), stage="pre_reading"), Question(Markdown("Why?"))),
)


def composed(kind: SectionKind, guide: Guide = GUIDE, **options: object) -> Section:
    layout = replace(stock_layout("flash-cards"), sections=(entry(kind, **options),))
    (section,) = compose(guide, layout).sections
    return section


def test_lessons_begin_with_what_is_asked_before_reading_then_with_words_of_each_unit() -> None:
    sheets = [block.drawing for block in composed("bell-ringers").blocks if isinstance(block, Figure)]
    said = [[plain_text(label.inlines) for label in sheet.labels if label.role == "P"] for sheet in sheets]
    recap = "It begins 1. Would you have acted in the same way? Write for five minutes."
    quote = "What do these words tell you, and which of them matter most? Write for five minutes."
    before, chapter = "Before reading", "Chapter\u00a0"
    first, asked = recap.split(". ", 1)
    assert said[0] == [
        before, "Date", "What is duty?", f"{chapter}1: Part 1", "Date", f"{first}.", asked,
    ]  # fmt: skip
    assert said[1] == [f"{chapter}2: Part 2", "Date", "The lamp\u00a0/ must burn. (p.\u00a03)", quote] * 2


def test_prompts_stand_two_on_a_page_with_lines_nine_millimetres_apart() -> None:
    first = next(block for block in composed("bell-ringers").blocks if isinstance(block, Figure))
    half = first.drawing.height // 2
    assert [label.y > half for label in first.drawing.labels] == [False] * 3 + [True] * 4
    points = [point for op, point in first.drawing.shapes[-1].path if op == "m"]
    rows = [y for x, y in points if x == points[1][0] and y < half]
    assert {low - high for high, low in pairwise(rows)} == {25_512}
    assert len(rows) >= 8


def test_the_last_sheet_has_two_of_a_kind_rather_than_an_empty_half() -> None:
    *_, last = (block for block in composed("bell-ringers").blocks if isinstance(block, Figure))
    said = [words(label.inlines) for label in last.drawing.labels]
    assert said[: len(said) // 2] == said[len(said) // 2 :]


def test_prompts_can_be_limited() -> None:
    assert sum(isinstance(block, Figure) for block in composed("bell-ringers", limit=2).blocks) == 1


@pytest.mark.parametrize("count", [1, 5, 14, 30])
def test_a_reading_log_fills_its_last_page(count: int) -> None:
    units = tuple(replace(UNITS[0], title=f"Part {n}", number=n) for n in range(1, count + 1))
    guide = replace(GUIDE, units=units, quotes=())
    layout = replace(stock_layout("student-workbook"), sections=(entry("reading-log"),), cover="none")
    document = compose(guide, layout)
    (section,) = document.sections
    tables = [block for block in section.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows]
    names = [words(paragraph.inlines) for row in rows for paragraph in texts(row.cells[0].blocks)]
    assert names == [f"Chapter\u00a0{n}: Part {n} (1–9)" for n in range(1, count + 1)]
    pages = len(paginate(document, layout, Fonts(layout.fonts)).pages)
    assert len(tables) == pages  # each page is a leaf with a line for the name
    assert sum(isinstance(block, Figure) for block in section.blocks) == pages
    fuller = replace(tables[-1], rows=(*tables[-1].rows, *tables[-1].rows[-1:] * 2))
    more = replace(document, sections=(replace(section, blocks=(*section.blocks[:-1], fuller)),))
    assert len(paginate(more, layout, Fonts(layout.fonts)).pages) == pages + 1  # two rows more do not fit


def test_a_blank_on_an_exit_ticket_is_ruled() -> None:
    check = Question(Markdown("The lamp is ____."), "fill_blank", answer=(Markdown("lit"),))
    guide = replace(GUIDE, units=(replace(UNITS[0], checks=(check,)),))
    figure = next(block for block in composed("exit-tickets", guide).blocks if isinstance(block, Figure))
    prompts = [words(label.inlines) for label in figure.drawing.labels if "lamp" in words(label.inlines)]
    assert prompts == ["*The lamp is *{[blank] 70pt}*.*"] * 4


@pytest.mark.parametrize(
    ("check", "below", "ruled"),
    [
        (
            Question(Markdown("It burns."), "true_false", truth=True),
            "{☐ 8pt}\u00a0True\u2003{☐ 8pt}\u00a0False",
            2,
        ),
        (
            Question(
                Markdown("Who?"), "multiple_choice", choices=(Markdown("Tom"), Markdown("Ann")), right=(0,)
            ),
            "*A\u2002*Tom // *B\u2002*Ann",
            2,
        ),
        (Question(Markdown("Why?")), "", 3),
    ],
)
def test_a_ticket_has_boxes_to_tick_or_choices_or_lines(check: Question, below: str, ruled: int) -> None:
    guide = replace(GUIDE, units=(replace(UNITS[0], checks=(check,)),))
    figure = next(block for block in composed("exit-tickets", guide).blocks if isinstance(block, Figure))
    asked = words(
        next(label for label in figure.drawing.labels if check.prompt.source in words(label.inlines)).inlines
    )
    assert asked.partition("*")[2].partition("*")[2].removeprefix(" // ") == below
    ys = sorted({point[1] for op, point in figure.drawing.shapes[-1].path if op == "m"})
    steps = [low - high for high, low in pairwise(ys) if low < figure.drawing.height // 2]
    assert steps.count(25_512) >= ruled  # 9 mm


def test_what_a_card_has_no_room_for_is_left_to_the_sheets() -> None:
    pairs = ((Markdown("a"), Markdown("b")), (Markdown("c"), Markdown("d")))
    checks = (Question(Markdown("Why?")), Question(Markdown("Match."), "matching", pairs=pairs))
    guide = replace(GUIDE, units=(replace(UNITS[0], checks=checks),))
    figure = next(block for block in composed("exit-tickets", guide).blocks if isinstance(block, Figure))
    said = [words(label.inlines) for label in figure.drawing.labels]
    assert ("*Why?*" in said, "*Match.*" in said) == (True, False)


def test_a_calendar_to_write_in_has_a_column_for_notes_and_rows_of_twelve_millimetres() -> None:
    guide = replace(GUIDE, schedule=Schedule(sessions=2))
    layout = stock_layout("student-workbook")
    section = next(each for each in compose(guide, layout).sections if each.kind == "schedule")
    table = next(block for block in section.blocks if isinstance(block, Table))
    assert [words(each.inlines) for each in texts((table,))][:4] == ["Session", "Read", "Date", "My notes"]
    last = texts([row.cells[-1].blocks[0] for row in table.rows])
    # 25.512 pt, and 4 pt of padding above and below: 33.5 pt, 11.8 mm.
    assert [(each.style.leading, table.style.padding) for each in last] == [(25_512, 4000)] * 2


def test_a_unit_of_several_sessions_says_which_part_is_read_in_words() -> None:
    guide = Guide(1, "T", (Person("A"),), units=UNITS[:1], schedule=Schedule(sessions=2))
    section = next(
        each for each in compose(guide, stock_layout("study-guide")).sections if each.kind == "schedule"
    )
    said = " ".join(words(each.inlines) for each in texts(section.blocks))
    assert "part\u00a01\u00a0of\u00a02" in said
    assert "part\u00a02\u00a0of\u00a02" in said


def test_quotations_without_a_place_on_a_reading_check_are_told() -> None:
    quote = Quote(Markdown("He went."), unit=1)
    long = replace(quote, text=Markdown("And then he went on, and on. " * 75))
    guide = replace(GUIDE, units=UNITS[:1], quotes=(quote, quote, long, quote))
    context = context_of(guide, stock_layout("student-workbook"))
    spec = next(each for each in context.layout.sections if each.kind == "reading-checks")
    reading_checks(guide, context.enter(spec), context)
    assert list(map(str, context.left_out)) == [
        "reading-checks: 1 of 4 quotations left out: a sheet takes 3 at most",
        "reading-checks: 1 of 4 quotations left out: their sheets have no room for lines below them",
    ]
