"""In: a sheet of questions, anybody's. Out: its Quiz."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast, get_args

from guidepress.base.diagnostics import Span, fault
from guidepress.base.numbers import whole_number
from guidepress.base.record import replace
from guidepress.exchange.quiz.asked import (
    with_blanks,
    with_choices,
    with_order,
    with_pairs,
    with_texts,
    with_truth,
)
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.naming import with_name, with_tags
from guidepress.exchange.quiz.options import BLANK, QuizOption
from guidepress.exchange.quiz.tables.columns import columns_of
from guidepress.exchange.sheets.reading import read_rows
from guidepress.guide.model import Level, Markdown, Question
from guidepress.guide.question_faults import LETTERS
from guidepress.guide.rules_marking import is_number

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.quiz.tables.columns import SheetColumns
    from guidepress.exchange.report import Imported
    from guidepress.exchange.sheets.reading import SheetRow

__all__ = ["read_table"]

_TRUE = {"true", "t", "yes", "wahr", "richtig", "vrai", "verdadero", "vero"}
_FALSE = {"false", "f", "no", "falsch", "faux", "falso"}
_YES = {"yes", "no"}
"""Of a question that is not said to be true or false these stay what they are: a pupil would have other words to tick."""

_TYPES: tuple[tuple[str, str], ...] = (
    ("multiple_answer", r"multiple ?(?:answers?|select|response)|checkbox(?:es)?|ma|mr"),
    ("multiple_choice", r"multiple ?choices?|mc|mcq|quiz|single ?choice|radio|choice"),
    ("true_false", r"true ?(?:/|or)? ?false|t/?f|truefalse"),
    ("fill_blank", r"fill ?(?:in)? ?(?:the)? ?blanks?|blanks?|fib|cloze"),
    ("matching", r"match(?:ing)?|mat"),
    ("ordering", r"order(?:ing)?|reorder|sequence|ord"),
    ("long_answer", r"long ?answers?|essays?|open ?ended|esr?|poll|draw"),
    ("short_text", r"short ?text"),
    ("short_answer", r"short ?answers?|text|sa|sr|numeric(?:al)?"),
)
"""What sheets call types, in small letters."""

_ARROW = re.compile(r"\s*→\s*")
_TYPED_ARROW = re.compile(r"\s*(?:=>|->)\s*")
_FORM = re.compile(r"\s*\|\s*")


def read_table(name: str, data: bytes) -> Imported[Quiz]:
    """Read a sheet. Texts are Markdown, as our own sheets have them; plain words are that too.

    Raises:
        FaultsFound: it is no table, or no column of it holds questions.
    """
    rows = read_rows(name, data)
    columns = columns_of(rows)
    if columns is None:
        message = f"No column of {name} can be told to hold questions."
        raise fault(
            "no-questions", message, "Give the columns headings: Question, A, B, C, Answer.", Span(name, 1, 1)
        )
    intake = Intake(name)
    _understood(rows, columns, intake)
    for row in rows[columns.first :]:
        intake.place = f"row {row.number}"
        question = _question(row, columns, intake)
        if question is not None:
            said = (
                row.cells[columns.one["id"]] if columns.one.get("id", len(row.cells)) < len(row.cells) else ""
            )
            intake.add(with_name(question, said))
    return intake.imported(hint="A row has a question and its answer.", rooted=False)


def _understood(rows: tuple[SheetRow, ...], columns: SheetColumns, intake: Intake) -> None:
    """Say what the columns were taken for."""
    intake.place = f"row {rows[max(columns.first - 1, 0)].number}"
    letters = {name: LETTERS[column : column + 1] or str(column + 1) for name, column in columns.one.items()}
    said = ", ".join(f"{name} in {letter}" for name, letter in letters.items())
    said += f", {len(columns.choices)} columns of choices" if columns.choices else ""
    intake.guess("columns", said, "likely" if columns.headed else "doubtful")
    for column, heading in columns.others:
        if any(column < len(row.cells) and row.cells[column] for row in rows[columns.first :]):
            intake.lose(f'the column "{heading}"')


def _question(row: SheetRow, columns: SheetColumns, intake: Intake) -> Question | None:
    said = {name: row.cells[column] for name, column in columns.one.items() if column < len(row.cells)}
    kind, told = _type(said.get("type", ""))
    prompt = said.get("question", "")
    if not prompt or (said.get("type") and not told and row.number <= 2 + columns.first):
        if any(row.cells) and not told:
            intake.lose(" | ".join(filter(None, row.cells)), "it is no question", whole=True)
        return None
    choices = [row.cells[column] for column in columns.choices if column < len(row.cells)]
    wrong = [row.cells[column] for column in columns.wrong if column < len(row.cells) and row.cells[column]]
    asked = _common(prompt, said, intake)
    if wrong:
        options = [said.get("answer", ""), *wrong]
        return with_choices(asked, _options(options, {0}), single=True)
    return _typed(asked, kind, choices, said, intake)


def _type(cell: str) -> tuple[str, bool]:
    plain = " ".join(re.sub(r"[_-]+", " ", cell.casefold()).split())
    for name, pattern in _TYPES:
        if re.fullmatch(pattern, plain):
            return name, True
    return "", False


def _common(prompt: str, said: dict[str, str], intake: Intake) -> Question:
    points = said.get("points", "").replace(",", ".")
    asked = Question(
        Markdown(prompt),
        explanation=Markdown(said["explanation"]) if said.get("explanation") else None,
        points=float(points) if is_number(points) and 0 <= float(points) <= 1000 else None,
        category=said.get("category", ""),
    )
    asked = with_tags(asked, re.split(r"\s*[;,]\s*", said.get("tags", "")))
    level = said.get("level", "").casefold()
    if level and level in get_args(Level):
        asked = replace(asked, level=cast("Level", level))
    elif level:
        asked = replace(asked, tags=(*asked.tags, level))
    unit = said.get("unit", "")
    number = whole_number(unit)
    if number is not None:
        return replace(asked, unit=number)
    if unit:
        intake.guess("unit", f"the tag {unit}")
    return replace(asked, tags=(*asked.tags, unit)) if unit else asked


def _typed(
    asked: Question, kind: str, cells: list[str], said: dict[str, str], intake: Intake
) -> Question | None:
    """Give a question its type: the one that is said, or that its cells look like."""
    answer, choices = said.get("answer", ""), [cell for cell in cells if cell]
    if kind == "matching":
        pairs = [(_ARROW if "→" in cell else _TYPED_ARROW).split(cell, maxsplit=1) for cell in choices]
        whole = [
            (Markdown(left), Markdown(right)) for left, right in (p for p in pairs if len(p) == 2) if left
        ]
        decoys = [Markdown(pair[1]) for pair in pairs if len(pair) == 2 and not pair[0]]
        return with_pairs(asked, whole, decoys)
    if kind in {"ordering", "long_answer"}:
        essay = replace(asked, type="long_answer", answer=(Markdown(answer),) if answer else ())
        return with_order(asked, [Markdown(cell) for cell in choices]) if kind == "ordering" else essay
    return _marked(asked, kind, cells, said, intake)


def _marked(asked: Question, kind: str, cells: list[str], said: dict[str, str], intake: Intake) -> Question:
    """True or false, words, or choices."""
    answer, choices = said.get("answer", ""), [cell for cell in cells if cell]
    folded = answer.strip().casefold()
    shown = [cell.casefold() for cell in choices]
    two = len(choices) == 2 and shown[0] in _TRUE - _YES and shown[1] in _FALSE
    if two or kind == "true_false" or (not kind and not choices and folded in (_TRUE | _FALSE) - _YES):
        truth = folded in _TRUE or (two and (folded in {"1", "a"}))
        return with_truth(asked, truth=truth)
    blanks = len(BLANK.findall(asked.prompt.source))
    if blanks and (kind == "fill_blank" or (not choices and blanks > 1)):
        return _blanks(asked, answer or "|".join(choices), said)
    if kind == "fill_blank" and choices:
        return with_texts(asked, [QuizOption(Markdown(each), 100.0) for each in choices])
    if not choices or kind in {"short_answer", "short_text"}:
        return _texts(asked, kind, answer or (choices[0] if choices else ""), said)
    right = _right(answer, cells)
    if not right:
        intake.lose(f'the answer "{answer}"', "it names none of the choices")
    kept = [index for index, cell in enumerate(cells) if cell]
    indices = {kept.index(index) for index in right if index in kept}
    single = kind != "multiple_answer" and len(indices) < 2
    return with_choices(asked, _options(choices, indices), single=single)


def _options(texts: list[str], right: set[int]) -> list[QuizOption]:
    wrong = len(texts) - len(right)
    share = 100.0 / max(len(right), 1)
    cost = -100.0 / wrong if len(right) > 1 and wrong else 0.0
    return [QuizOption(Markdown(text), share if index in right else cost) for index, text in enumerate(texts)]


def _blanks(asked: Question, answer: str, said: dict[str, str]) -> Question:
    words = _FORM.split(answer)
    if len(BLANK.findall(asked.prompt.source)) == 1:
        words = [answer]
    others = filter(None, _FORM.split(said.get("accept", "")))
    accept = [QuizOption(Markdown(each), 100.0) for each in others]
    return with_blanks(asked, [[QuizOption(Markdown(word), 100.0), *accept] for word in words if word])


def _texts(asked: Question, kind: str, answer: str, said: dict[str, str]) -> Question:
    others = [Markdown(each) for each in filter(None, _FORM.split(said.get("accept", "")))]
    if not answer:
        return replace(asked, type="short_answer" if kind else "long_answer")
    options = [QuizOption(text, 100.0) for text in (Markdown(answer), *others)]
    if BLANK.search(asked.prompt.source) and kind not in {"short_answer", "short_text"}:
        return with_blanks(asked, [options])
    by_machine = bool(others) or kind == "short_text" or len(answer.split()) < 5
    return with_texts(asked, options, "any_case" if by_machine else "")


def _right(answer: str, cells: list[str]) -> set[int]:
    """Which choices an answer names: by text, by letters or by numbers."""
    folded = [cell.casefold() for cell in cells]
    if answer.casefold() in folded:
        return {folded.index(answer.casefold())}
    found = set()
    for part in re.split(r"\s*[,;&+]\s*|\s+and\s+|\s+", answer):
        bare = re.sub(r"^(?:answer|option|choice)?\s*|[).:]$", "", part.strip(), flags=re.IGNORECASE)
        if bare.casefold() in folded and bare:
            found.add(folded.index(bare.casefold()))
        elif len(bare) == 1 and bare.upper() in LETTERS:
            found.add(LETTERS.index(bare.upper()))
        elif 0 < (number := whole_number(bare) or 0) <= len(cells):
            found.add(number - 1)
        else:
            return set()
    return {index for index in found if index < len(cells) and cells[index]}
