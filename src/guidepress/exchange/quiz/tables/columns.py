"""In: the rows of a sheet. Out: what each column holds: by its heading, or where there is none by its shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.exchange.sheets.reading import SheetRow

__all__ = ["SheetColumns", "columns_of"]

_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("id", re.compile(r"(?:question )?id(?:number|entifier)?|ident|code")),
    ("type", re.compile(r"(?:question )?(?:type|kind|format)")),
    ("number", re.compile(r"(?:question )?(?:#|no\.?|nr\.?|number)|#")),
    (
        "wrong",
        re.compile(
            r"(?:incorrect|wrong|false) (?:answer|option|choice)s?(?: ?\d+)?|distract[eo]rs?(?: ?\d+)?"
        ),
    ),
    ("accept", re.compile(r"(?:other|alternat\w+|accepted|also) (?:answers?|right)")),
    (
        "answer",
        re.compile(
            r"(?:correct|right)(?: answers?| options?| choices?)?(?: ?(?:letters?|numbers?|\(s\)|key))*"
            r"|answer ?keys?|keys?|solutions?|answers?"
        ),
    ),
    (
        "choice",
        re.compile(
            r"(?:(?:answer|option|choice|alternative|response)s? ?)[-_.]?(?:\d{1,2}|[a-j])|[a-j]|[1-9]"
        ),
    ),
    (
        "explanation",
        re.compile(r"(?:answer )?(?:explanations?|feedbacks?|rationales?|reasons?|comments?|notes?)"),
    ),
    ("points", re.compile(r"points?|marks?|scores?|grades?|weight")),
    ("tags", re.compile(r"tags?|topics?|keywords?|labels?")),
    ("category", re.compile(r"categor(?:y|ies)|folders?|banks?|chapters?")),
    ("unit", re.compile(r"units?")),
    ("level", re.compile(r"levels?|difficulty")),
    (
        "question",
        re.compile(r"(?:the )?(?:questions?|prompts?|stems?|items?)(?: ?(?:text|title|stem))?|text"),
    ),
)
"""Headings, in small letters, without what stands in brackets; the first that fits counts."""

_LOOKED_AT = 15
"""Rows in which the headings are looked for: some templates stand below words of welcome."""


@record
class SheetColumns:
    """What the columns of a sheet hold.

    Attributes:
        first: index of the first row with a question.
        headed: whether there are headings; without, all of this is a guess.
        one: the column of each thing that a question has once, by its name.
        choices: the columns of the choices, in order.
        wrong: those of wrong answers, where a sheet has them apart.
        others: (column, heading) of what nothing is known of.
    """

    first: int
    headed: bool
    one: dict[str, int]
    choices: tuple[int, ...] = ()
    wrong: tuple[int, ...] = ()
    others: tuple[tuple[int, str], ...] = ()


def columns_of(rows: Sequence[SheetRow]) -> SheetColumns | None:
    """Understand the columns of a sheet; None where it holds no questions."""
    for index, row in enumerate(rows[:_LOOKED_AT]):
        found = _headed(row, index)
        if found is not None:
            return found
    return _shaped(rows)


def _headed(row: SheetRow, index: int) -> SheetColumns | None:
    one: dict[str, int] = {}
    choices, wrong, others = list[int](), list[int](), list[tuple[int, str]]()
    for column, cell in enumerate(row.cells):
        name = _named(cell)
        if name == "choice":
            choices.append(column)
        elif name == "wrong":
            wrong.append(column)
        elif name and name not in one:
            one[name] = column
        elif cell:
            others.append((column, cell))
    if "question" not in one or not ({"answer", "type"} & one.keys() or choices):
        return None
    one.pop("number", None)
    return SheetColumns(
        index + 1, headed=True, one=one, choices=tuple(choices), wrong=tuple(wrong), others=tuple(others)
    )


def _named(cell: str) -> str:
    plain = re.sub(r"\([^)]*\)| [-–] (?:max|choose).*| – .*", "", cell.casefold()).strip(" :*_?")
    plain = " ".join(re.sub(r"[_-]+", " ", plain).split())
    return next((name for name, pattern in _NAMES if pattern.fullmatch(plain)), "")


def _shaped(rows: Sequence[SheetRow]) -> SheetColumns | None:
    """A sheet without headings: a question, choices, and behind them which is right; or a question and its answer."""
    widths = [len([cell for cell in row.cells if cell]) for row in rows]
    usual = max(set(widths), key=widths.count, default=0)
    if usual < 2 or widths.count(usual) * 2 < len(rows):
        return None
    full = [row for row, width in zip(rows, widths, strict=True) if width == usual]
    if usual == 2:
        return SheetColumns(0, headed=False, one={"question": 0, "answer": 1})
    last = usual - 1
    keys = sum(_is_key(row.cells[last], row.cells[1:last]) for row in full if len(row.cells) > last)
    if keys * 2 < len(full):
        return None
    return SheetColumns(0, headed=False, one={"question": 0, "answer": last}, choices=tuple(range(1, last)))


def _is_key(cell: str, choices: Sequence[str]) -> bool:
    return cell in choices or re.fullmatch(r"[A-Ja-j]|[1-9]", cell) is not None
