"""What a sheet prints beside its questions, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.compose.orders import entry
from tests.compose.outline import texts, words
from tests.composing import compose, context_of
from tests.stock import stock_book, stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.compose.context import Context
from guidepress.compose.name_line import name_line
from guidepress.compose.pick import pick
from guidepress.compose.prose import opened
from guidepress.compose.question_lists import Show, question_items
from guidepress.compose.worksheets.versions import pose
from guidepress.document.blocks import Figure, Group, Lines, Paragraph
from guidepress.guide.model import Essay, Guide, Markdown, Person, Question, Unit, VocabularyWord
from guidepress.layout.areas import areas_of
from guidepress.page.trace import trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.blocks import Block

QUESTION = Question(
    Markdown("Why?"), standards=("RL.9-10.1",), level="stretch", points=2, answer=(Markdown("So."),)
)
GUIDE = Guide(1, "The Lamp", (Person("A"),), overview=Markdown("Text."), questions=(QUESTION,))


@pytest.fixture(scope="module")
def context() -> Context:
    return context_of(GUIDE, stock_layout("student-workbook"))


@pytest.mark.parametrize(
    ("show", "printed"),
    [
        (Show(), "Why?"),
        (Show(points=True), "Why?…2 points"),
        (Show(standards=True, points=True), "Why?…RL.9-10.1 · 2 points"),
        (Show(standards=True, levels=True), "Why?…RL.9-10.1 · Stretch"),
    ],
)
def test_standards_level_and_points_stand_at_the_end_of_the_prompt(
    context: Context, show: Show, printed: str
) -> None:
    (paragraph,) = texts(question_items(context, [pose(QUESTION, 1)], show=show).blocks)
    assert words(paragraph.inlines).replace("\u00a0", " ") == printed


def test_lines_beyond_those_asked_for_are_ruled(context: Context) -> None:
    heights = []
    for extra in ((), (3,)):
        (item,) = question_items(context, [pose(QUESTION, 1)], show=Show(lines=True, extra=extra)).blocks
        assert isinstance(item, Group)
        room = item.blocks[1]
        assert isinstance(room, Group)
        (figure,) = room.blocks
        assert isinstance(figure, Figure)
        heights.append(figure.drawing.height // 25_512)
    assert heights == [2, 5]


def test_questions_of_another_use_can_be_left_out(context: Context) -> None:
    one, other = (
        Question(Markdown("One?"), use=("discussion",)),
        Question(Markdown("Both?"), use=("discussion", "book_club")),
    )
    spec = entry("questions", use=("discussion",), without=("book_club",))
    assert pick((one, other), spec.options.pick, spec.kind, context) == [one]


def test_a_sheet_that_is_marked_has_room_for_the_score(context: Context) -> None:
    plain, marked = name_line(context), name_line(context, score="24")
    assert [words(label.inlines).strip("*") for label in plain.drawing.labels if label.slot is None] == [
        "Name",
        "Class",
        "Date",
    ]
    assert [words(label.inlines).strip("*") for label in marked.drawing.labels if label.slot is None] == [
        "Name",
        "Class",
        "Date",
        "Score",
        "/ 24",
    ]
    # They are read as text; the rules are decoration.
    assert (plain.alt, {label.role for label in marked.drawing.labels if label.inlines}) == ("", {"P"})
    last = marked.drawing.labels[-1]
    rule_end = marked.drawing.shapes[0].path[-1][1][0]
    assert (last.x, last.align) == (marked.drawing.width, "right")
    assert rule_end < last.x - 10_000  # what stands behind the rule keeps clear of it


def test_every_quiz_says_what_work_it_is_about() -> None:
    guide = stock_guide("macbeth")
    for name in ("quiz", "exam"):
        sheets = [each for each in compose(guide, stock_layout(name)).sections if each.kind == "quiz"]
        assert sheets
        for sheet in sheets:
            assert "Macbeth · William Shakespeare" in [words(each.inlines) for each in texts(sheet.blocks)]


def test_teachers_find_the_outline_of_an_essay_on_its_lines() -> None:
    essay = Essay(Markdown("Write about light."), outline=Markdown("Three lamps."))
    guide = replace(GUIDE, essays=(essay,))
    found = []
    for name in ("student-workbook", "teacher-workbook"):
        section = next(each for each in compose(guide, stock_layout(name)).sections if each.kind == "essays")
        found.append(_figure(section.blocks[2]))  # below the heading and the line for the name
    pupil, teacher = found
    assert pupil.drawing.shapes == teacher.drawing.shapes
    assert pupil.drawing.labels == ()
    assert [words(label.inlines) for label in teacher.drawing.labels] == ["Three lamps."]


def _figure(block: object) -> Figure:
    while isinstance(block, Group):
        block = block.blocks[-1]
    assert isinstance(block, Figure)
    return block


def test_the_lines_of_an_essay_fill_its_page() -> None:
    layout = stock_layout("student-workbook")
    guide = replace(GUIDE, essays=(Essay(Markdown("Write.")), Essay(Markdown("Write more."))))
    section = next(each for each in compose(guide, layout).sections if each.kind == "essays")
    kinds = [type(block).__name__ for block in section.blocks[1:]]
    assert kinds == ["Figure", "Group", "Break", "Figure", "Group"]
    left = areas_of(layout.page, layout.styles).height - _figure(section.blocks[5]).drawing.height
    names = name_line(context_of(guide, layout))
    above = names.drawing.height + names.style.space_after + 14_000  # the line for the name, the prompt
    assert above < left < above + 25_512 + 35_000  # less than a line, and what is kept free


def test_verse_on_a_card_has_strokes_where_its_lines_end() -> None:
    word = VocabularyWord(
        "broil",
        Markdown("a quarrel"),
        sentence=Markdown("the knowledge of the broil\\\nAs thou didst leave it."),
    )
    section = next(
        each
        for each in compose(replace(GUIDE, vocabulary=(word,)), stock_layout("flash-cards")).sections
        if each.kind == "flash-cards"
    )
    back = [block for block in section.blocks if isinstance(block, Figure)][1]
    assert [words(label.inlines) for label in back.drawing.labels][1:] == [
        "the knowledge of the broil\u00a0/ As thou didst leave it."
    ]


def test_the_key_says_what_a_question_scores_for_whom_it_is_and_what_standards_it_serves() -> None:
    guide = replace(GUIDE, questions=(replace(QUESTION, use=("quiz",)),))
    key = compose(guide, stock_layout("quiz")).sections[-1]
    (answer,) = [each for each in texts(key.blocks) if each.style.name == "key"]
    assert words(answer.inlines).replace("\u00a0", " ") == "So.\u2002 2 points · Stretch · RL.9-10.1"


def test_the_key_does_not_name_a_place_twice() -> None:
    """Scene 1.3, and 1.3 as the place in it, is Scene 1.3; a place within a unit is cited with it."""
    unit = Unit("All Hail", covers="1.3", number=1, summary=Markdown("Text."))
    cited = []
    for locator in ("1.3", "1.3.38"):
        question = replace(
            QUESTION, use=("quiz",), unit=1, locator=locator, level="", standards=(), points=None
        )
        guide = replace(GUIDE, questions=(question,), units=(unit,), unit_name="Scene")
        key = compose(guide, stock_layout("quiz")).sections[-1]
        (answer,) = [each for each in texts(key.blocks) if each.style.name == "key"]
        cited.append(words(answer.inlines).replace("\u00a0", " "))
    assert cited == ["So. (Scene 1.3)", "So. (Scene 1.3, 1.3.38)"]


@pytest.mark.parametrize(
    ("name", "heads"),
    [("study-guide", [1, 1, 1, 1]), ("large-print", [1, 2, 2, 2]), ("giant-print", [1, 2, 2, 2])],
)
def test_fields_that_find_no_room_to_write_in_take_another_line(name: str, heads: list[int]) -> None:
    context = context_of(stock_guide("a-christmas-carol"), stock_layout(name))
    drawing = name_line(context, score="24").drawing
    bases = sorted({label.y for label in drawing.labels})
    labels = [label for label in drawing.labels[:-1] if label.slot is None]
    assert [bases.index(label.y) + 1 for label in labels] == heads
    starts, ends = drawing.shapes[0].path[::2], drawing.shapes[0].path[1::2]
    lengths = [end[1][0] - start[1][0] for start, end in zip(starts, ends, strict=True)]
    assert len(lengths) == len(labels)
    assert min(lengths) >= context.style("directions").size


def test_an_answer_in_words_is_printed_once_and_referred_to_with_its_page() -> None:
    """Of two quizzes that both ask a question, the second's key says where the first's has the answer."""
    choice = replace(
        QUESTION, type="multiple_choice", choices=(Markdown("Tom"), Markdown("Ann")), right=(0,), answer=()
    )
    guide = replace(
        GUIDE, questions=tuple(replace(each, use=("quiz", "exam")) for each in (QUESTION, choice))
    )
    sections = (entry("quiz", use=("quiz",)), entry("quiz", use=("exam",)), entry("answer-key"))
    key = compose(guide, replace(stock_layout("quiz"), sections=sections)).sections[-1]
    answers = [each for each in texts(key.blocks) if each.style.name == "key"]
    assert [words(each.inlines).partition("\u2002")[0].replace("\u00a0", " ") for each in answers] == [
        "*A. *Tom",
        "So.",
        "*A. *Tom",
        "[See Quiz, 2][ (page ]<answer-1>).",
    ]
    assert answers[1].anchor == "answer-1"


def test_bookmarks_of_a_set_have_one_size_of_type() -> None:
    """Their units have words of unlike lengths; each in its own size, neighbours on a sheet would not match."""
    document = compose(stock_guide("a-christmas-carol"), stock_layout("flash-cards"))
    section = next(each for each in document.sections if each.kind == "bookmarks")
    word = context_of(GUIDE, stock_layout("flash-cards")).style("bookmark-word").name
    labels = [
        label for block in section.blocks if isinstance(block, Figure) for label in block.drawing.labels
    ]
    sizes = {label.style.size for label in labels if label.style.name.startswith(word)}
    assert len(sizes) == 1


def test_all_sheets_of_exit_tickets_are_headed_alike() -> None:
    document = compose(stock_guide("a-christmas-carol"), stock_layout("flash-cards"))
    section = next(each for each in document.sections if each.kind == "exit-tickets")
    headed = [
        block.heading.title for block in section.blocks if isinstance(block, Paragraph) and block.heading
    ]
    assert headed == ["Exit Tickets"] * 5  # a sheet a stave


def test_every_page_of_questions_to_hand_in_has_a_line_for_the_name() -> None:
    """Room above a group's heading, which the line for the name does not take up, pushed its last question overleaf."""
    book = stock_book("macbeth", "student-workbook").book
    sheets = [page for page in book.pages if page.section == "questions"]
    assert sheets
    for page in sheets:
        assert "| Name\n" in trace(replace(book, pages=(page,))), page.label


def test_what_stands_by_itself_begins_with_a_capital() -> None:
    """A role above a name and a speaker below a quotation; the guide writes them as they stand in a sentence."""
    assert opened("the narrator") == "The narrator"
    context = context_of(GUIDE, stock_layout("dyslexia-friendly"))
    label, _ = context.kicked("protagonist", context.heading(3, "Scrooge", "h3"))
    assert words(label.inlines) == "Protagonist"


def test_the_parts_of_a_unit_are_not_parted_by_the_end_of_a_line() -> None:
    guide = stock_guide("a-christmas-carol")
    assert guide.schedule
    longer = replace(guide, schedule=replace(guide.schedule, sessions=2 * len(guide.units)))
    sections = compose(longer, stock_layout("study-guide")).sections
    said = [words(each.inlines) for section in sections for each in texts(section.blocks)]
    assert any("part\u00a01\u00a0of\u00a02" in each for each in said)


def test_a_quotation_begins_where_the_lines_below_it_do() -> None:
    """Words to match, questions and quotations had three left edges on one sheet."""
    document = compose(stock_guide("a-christmas-carol"), stock_layout("student-workbook"))
    section = next(each for each in document.sections if each.kind == "reading-checks")
    quoted = [each.style for each in texts(section.blocks) if each.style.name == "quote/to-answer"]
    assert {(style.indent_left, style.indent_right) for style in quoted} == {(0, 0)}


@pytest.mark.parametrize(("name", "ruled"), [("mobile", False), ("study-guide", True)])
def test_a_phone_has_no_rules_to_write_on(name: str, *, ruled: bool) -> None:
    layout = stock_layout(name)
    quiz = next(spec for spec in layout.sections if spec.kind == "quiz")
    (section,) = compose(stock_guide("macbeth"), replace(layout, sections=(quiz,))).sections
    assert any(isinstance(each, Lines) for each in within(section.blocks)) == ruled


def within(blocks: Iterable[Block]) -> Iterator[Block]:
    for each in blocks:
        yield each
        if isinstance(each, Group):
            yield from within(each.blocks)
