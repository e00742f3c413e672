"""A question type is one file: what sheets, keys and loaders would have to know of it is asked of the type."""

from __future__ import annotations

import ast
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import assert_never

import pytest
from tests.composing import context_of

from guidepress.base.record import fields
from guidepress.compose import questions
from guidepress.compose.figures.answer_sheet import answer_circles
from guidepress.compose.question_kind import AnswerMarks, QuestionKind, type_of
from guidepress.compose.worksheets.versions import pose
from guidepress.document.inlines import Text
from guidepress.guide.model import Guide, Markdown, Question, QuestionType
from guidepress.guide.model.questions import DEFAULT_TYPE, QUESTION_TYPES
from guidepress.guide.question_types import declared_type
from guidepress.guide.solutions import (
    BlankSolution,
    ChoiceSolution,
    OrderSolution,
    PairSolution,
    Solution,
    TextSolution,
    TruthSolution,
)
from guidepress.layout import Layout

SOURCE = Path(__file__).parents[2] / "src" / "guidepress"
TYPES = Path(questions.__path__[0])
LIST = SOURCE / "guide" / "model" / "questions.py"
EXCHANGE = SOURCE / "exchange"
"""Formats of others say by names of their own what type a question has; each is one file, and knows both names."""


def texts(*words: str) -> tuple[Markdown, ...]:
    return tuple(map(Markdown, words))


SAMPLES = {
    "multiple_choice": Question(
        Markdown("?"), "multiple_choice", choices=texts("a", "b", "c"), answer=texts("B"), right=(1,)
    ),
    "true_false": Question(Markdown("?"), "true_false", answer=texts("false"), truth=False),
    "fill_blank": Question(Markdown("A ____."), "fill_blank", answer=texts("lamp")),
    "matching": Question(Markdown("?"), "matching", pairs=((Markdown("a"), Markdown("1")),)),
    "ordering": Question(Markdown("?"), "ordering", choices=texts("c", "a", "b"), right=(1, 2, 0)),
    "short_answer": Question(Markdown("?"), "short_answer", answer=texts("So.")),
    "long_answer": Question(Markdown("?"), "long_answer", answer=texts("So it is.")),
}


def said(solution: Solution) -> object:
    """What a program that marks or exchanges questions reads; the type checker sees that no shape is forgotten."""
    match solution:
        case ChoiceSolution():
            return [solution.choices[index].source for index in solution.right]
        case TruthSolution():
            return solution.truth
        case BlankSolution():
            return [word.source for word in solution.words]
        case PairSolution():
            return [(left.source, right.source) for left, right in solution.pairs]
        case OrderSolution():
            return [entry.source for entry in solution.entries]
        case TextSolution():
            return [text.source for text in solution.texts]
        case _:
            assert_never(solution)


def test_each_type_of_the_list_is_a_file_and_each_file_is_in_the_list() -> None:
    assert {TYPES / f"{name}.py" for name in QUESTION_TYPES} == set(TYPES.glob("*.py")) - {
        TYPES / "__init__.py"
    }
    assert DEFAULT_TYPE in QUESTION_TYPES


@pytest.mark.parametrize("name", QUESTION_TYPES)
def test_a_type_declares_itself_under_its_name(name: QuestionType) -> None:
    found = declared_type(name)
    assert isinstance(found, QuestionKind)
    assert found.name == name
    assert found.about
    assert found.takes <= {each.name for each in fields(Question)}


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("multiple_choice", ["b"]),
        ("true_false", False),
        ("fill_blank", ["lamp"]),
        ("matching", [("a", "1")]),
        ("ordering", ["a", "b", "c"]),
        ("short_answer", ["So."]),
        ("long_answer", ["So it is."]),
    ],
)
def test_the_right_answer_is_a_value_that_knows_no_type(name: str, answer: object) -> None:
    question = SAMPLES[name]
    solution = type_of(question).solution(question)
    assert solution is not None
    assert said(solution) == answer


@pytest.mark.parametrize("name", QUESTION_TYPES)
def test_a_question_that_nobody_answered_has_no_solution(name: QuestionType) -> None:
    question = Question(Markdown("?"), name)
    assert type_of(question).solution(question) is None


def test_what_is_written_on_lines_has_nothing_on_an_answer_sheet(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    written = {name for name, question in SAMPLES.items() if type_of(question).lines}
    marked = {name: type_of(question).marks(question, context) for name, question in SAMPLES.items()}
    assert written == {"short_answer", "long_answer"}
    assert marked["multiple_choice"] == AnswerMarks(letters=3)
    assert marked["true_false"] == AnswerMarks(circles=("T", "F"))
    assert marked["ordering"] == AnswerMarks(boxes=3)
    assert not any(marked[name] for name in written)


@pytest.mark.parametrize("count", [3, 9, 14])
def test_boxes_stay_inside_the_answer_sheet_and_apart(guide: Guide, layout: Layout, count: int) -> None:
    drawing, _ = answer_circles(context_of(guide, layout), [(1, AnswerMarks(boxes=count))], (), 2, 600_000)
    boxes = [shape.path[0][1] for shape in drawing.shapes if len(shape.path) == 1 and not shape.fill]
    rows = [box for box in boxes if box[3] == box[2]]  # the letters of the name stand in taller ones
    assert len(rows) == count
    assert all(box[0] >= 0 and box[0] + box[2] <= drawing.width for box in rows)
    assert all(one[0] + one[2] < other[0] for one, other in pairwise(rows))


def test_no_file_but_its_own_and_the_list_names_a_type() -> None:
    naming: dict[str, set[object]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        own = {path.stem} if path.parent == TYPES else set()
        found = constants & ({*QUESTION_TYPES} - own)
        if found and path != LIST and EXCHANGE not in path.parents:
            naming[path.relative_to(SOURCE).as_posix()] = set(found)
    assert naming == {}


def test_a_guide_imports_only_the_types_of_its_questions(tmp_path: Path) -> None:
    guide = tmp_path / "guide.yaml"
    guide.write_text(
        "format: 1\ntitle: T\nauthor: A\noverview: O.\nquestions:\n  - {type: true_false, prompt: P., answer: true}\n"
    )
    code = (
        f"import sys; from guidepress.guide import load_guide; load_guide({str(guide)!r}); "
        "print(*sorted(name for name in sys.modules if name.startswith('guidepress.compose')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "guidepress.compose.questions.true_false" in loaded.split()
    assert "guidepress.compose.questions.matching" not in loaded
    assert "guidepress.compose.compose" not in loaded


def test_missing_words_stand_in_a_key_in_bold(guide: Guide, layout: Layout) -> None:
    """What explains them follows on their line."""
    context = context_of(guide, layout)
    question = SAMPLES["fill_blank"]
    answer = type_of(question).answer(pose(question, 1), context)
    assert [(each.text, each.look.strong) for each in answer if isinstance(each, Text)] == [("lamp", True)]
