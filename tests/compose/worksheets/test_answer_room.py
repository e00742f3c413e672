"""Room for answers: as much as they need, the same for pupils and teachers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from tests.composing import context_of

from guidepress.compose.answer_room import RULED, AnswerRoom, answer_room, blanks, key_look
from guidepress.compose.context import Context
from guidepress.document.blocks import Figure, Lines, Paragraph
from guidepress.document.inlines import Blank, Text
from guidepress.guide.model import Guide, Markdown, Person
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Block, Drawing
    from guidepress.document.inlines import Inline

GUIDE = Guide(1, "T", (Person("A"),), overview=Markdown("Text."))


@pytest.fixture(scope="module")
def context() -> Context:
    return context_of(GUIDE, load_layout("student-workbook"))


def drawn(blocks: tuple[Block, ...]) -> Drawing:
    figure = blocks[0]
    assert isinstance(figure, Figure)
    return figure.drawing


def test_lines_stand_nine_millimetres_apart(context: Context) -> None:
    """9 mm are 9 × 72 / 25.4 = 25.512 pt."""
    assert RULED == 25_512
    (rules,) = drawn(answer_room(context, AnswerRoom(3))).shapes
    feet = [point[1] for op, point in rules.path if op == "m"]
    assert [below - above for above, below in pairwise(feet)] == [25_512, 25_512]


@pytest.mark.parametrize("words", [0, 1, 30, 60, 120, 240])
def test_both_copies_take_the_same_room(context: Context, words: int) -> None:
    answers = (Markdown("word " * words),) if words else ()
    pupil, teacher = (
        drawn(answer_room(context, AnswerRoom(2, shown=shown), answers)) for shown in (False, True)
    )
    assert (pupil.width, pupil.height, pupil.shapes) == (teacher.width, teacher.height, teacher.shapes)
    assert pupil.labels == ()
    assert len(teacher.labels) == min(words, 1)


def test_the_pupils_copy_says_nothing_of_the_answer(context: Context) -> None:
    (figure,) = answer_room(context, AnswerRoom(2), (Markdown("The secret."),))
    assert isinstance(figure, Figure)
    assert figure.alt == ""


def test_a_box_is_as_high_as_the_lines_would_be(context: Context) -> None:
    assert drawn(answer_room(context, AnswerRoom(4, boxed=True))).height == 4 * RULED


def test_lines_that_no_page_holds_beside_their_question_stand_in_equal_parts(context: Context) -> None:
    most = context.areas.height * 3 // 4 // RULED
    drawing, rest = answer_room(context, AnswerRoom(most + 2))
    assert isinstance(drawing, Figure)
    assert isinstance(rest, Lines)
    assert drawing.drawing.height // RULED + rest.count == most + 2
    assert 0 <= drawing.drawing.height // RULED - rest.count <= 1


def test_an_answer_longer_than_a_page_stands_below_the_lines(context: Context) -> None:
    blocks = answer_room(context, AnswerRoom(2, shown=True), (Markdown("word " * 3000),))
    assert [type(block) for block in blocks] == [Lines, Paragraph]


def ruled(inlines: Iterable[Inline]) -> list[Blank]:
    return [each for each in inlines if isinstance(each, Blank)]


def test_all_blanks_of_a_prompt_are_as_long_as_the_longest_answer_needs(context: Context) -> None:
    prompt = (Text("A ____ and a ______ sat."),)
    made = ruled(blanks(context, prompt, ["cat", "hippopotamuses of the Nile"]))
    (length,) = {each.width for each in made}
    style = context.style("question")
    assert len(made) == 2
    assert length > context.width("hippopotamuses of the Nile", style, key_look(context))


def test_a_blank_is_never_shorter_than_25_millimetres(context: Context) -> None:
    """25 mm are 25 × 72 / 25.4 = 70.866 pt."""
    (made,) = ruled(blanks(context, (Text("A ____ sat."),), ["cat"]))
    assert made.width == 70_866


def test_a_blank_is_never_longer_than_a_line(context: Context) -> None:
    (made,) = ruled(blanks(context, (Text("A ____ sat."),), ["cat " * 60]))
    assert made.width < context.measure - context.style("question").hang


def test_a_filled_blank_is_as_long_as_an_empty_one(context: Context) -> None:
    prompt = (Text("A ____ sat."),)
    empty, filled = (blanks(context, prompt, ["covetous"], shown=shown) for shown in (False, True))
    assert ruled(empty)[0].width == ruled(filled)[0].width
    assert [each.text for each in (*ruled(empty), *ruled(filled))] == ["", "covetous"]
    assert ruled(empty)[0].says == "[blank]"
