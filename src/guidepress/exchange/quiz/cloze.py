"""Moodle's gaps: {1:SHORTANSWER:=grave#Yes.~%50%tomb}, read from and written into a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import whole_number
from guidepress.base.record import record, replace
from guidepress.exchange.markup.escaping import from_plain
from guidepress.exchange.markup.html_in import from_html
from guidepress.exchange.markup.html_out import as_html, as_plain
from guidepress.exchange.quiz.options import QuizOption
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["GAP", "Gap", "read_gap", "write_gap"]

GAP = re.compile(r"\{\s*(\d*\s*:\s*[A-Z_]+\s*:(?:\\.|[^\\}])*)\}", re.DOTALL)
"""A gap in a text; a brace within it is escaped."""

_INSIDE = re.compile(r"\s*(\d*)\s*:\s*([A-Z_]+)\s*:(.*)", re.DOTALL)
_TEXTS = {"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"}
_EXACT = {"SHORTANSWER_C", "SAC", "MWC"}
_MENUS = re.compile(r"(?:MULTICHOICE|MC|MULTIRESPONSE|MR)(?:_?[VHS]+)?")
_NUMBERS = {"NUMERICAL", "NM"}
_PARTED = re.compile(r"(?<!\\)~")
_SAID = re.compile(r"(?<!\\)(?<!&)(?<!&amp;)#")
"""Before what is said to an answer; Moodle takes the sign of `&#126;` for no such thing."""

_SCORE = re.compile(r"\s*(?:(=)|%(-?[0-9]+(?:\.[0-9]*)?)%)?(.*)", re.DOTALL)


@record
class Gap:
    """A gap: the words for it, its points if they are not 1, and whether capitals count."""

    options: tuple[QuizOption, ...]
    points: float | None = None
    exact: bool = False
    wrong: Markdown | None = None


def read_gap(text: str) -> Gap | None:
    """Read the inside of the braces of a gap; None for what is none."""
    found = _INSIDE.fullmatch(text)
    if found is None:
        return None
    points, kind, body = found.groups()
    number, menu = kind in _NUMBERS, _MENUS.fullmatch(kind) is not None
    if not (number or menu or kind in _TEXTS):
        return None
    options: list[QuizOption] = []
    wrong = None
    for entry in _PARTED.split(body):
        option = _option(entry, number=number)
        if option.text.source.strip("\\") == "*" and not option.right:
            wrong = option.feedback
        elif option.text.source:
            options.append(option)
    share = float(said) if (said := whole_number(points)) is not None and said != 1 else None
    return Gap(tuple(options), share, kind in _EXACT, wrong) if options else None


def _option(entry: str, *, number: bool) -> QuizOption:
    scored = _SCORE.fullmatch(entry)
    if scored is None:
        return QuizOption(Markdown(""))
    sign, share, rest = scored.groups()
    parts = _SAID.split(rest, maxsplit=1)
    words = _bare(parts[0])
    feedback = Markdown(from_html(_unescaped(parts[1])).text) if len(parts) > 1 and parts[1].strip() else None
    option = QuizOption(Markdown(words), 100.0 if sign else float(share or 0), feedback)
    if not number:
        return option
    value, _, tolerance = words.partition(":")
    try:
        return replace(
            option, text=Markdown(value.strip()), tolerance=abs(float(tolerance)) if tolerance else 0.0
        )
    except ValueError:
        return option


def _bare(text: str) -> str:
    said = from_html(_unescaped(text).strip())
    return said.text if "<" in text or "&" in text else from_plain(_unescaped(text).strip())


def _unescaped(text: str) -> str:
    return re.sub(r"\\([}#~/\"\\])", r"\1", text)


def write_gap(
    options: Sequence[QuizOption],
    *,
    points: float | None = None,
    exact: bool = False,
    wrong: Markdown | None = None,
) -> str:
    """Write a gap; wrong words make it a menu, tolerances a number.

    Args:
        options: the words for it.
        points: what it scores; Moodle takes whole numbers.
        exact: capitals count.
        wrong: what is said to any other word.
    """
    numeric = any(each.tolerance is not None for each in options)
    menu = any(not each.right for each in options) and not numeric
    kind = "NUMERICAL" if numeric else "MULTICHOICE" if menu else "SHORTANSWER_C" if exact else "SHORTANSWER"
    entries = [_entry(each) for each in options]
    if wrong:
        entries.append(f"*#{_escaped(as_html(wrong))}")
    return f"{{{round(points or 1)}:{kind}:{'~'.join(entries)}}}"


def _entry(option: QuizOption) -> str:
    sign = "=" if option.weight == 100 else f"%{option.weight:.7g}%" if option.weight else ""
    number = f":{option.tolerance:g}" if option.tolerance else ""
    said = f"#{_escaped(as_html(option.feedback))}" if option.feedback else ""
    words = as_plain(option.text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"{sign}{_escaped(words)}{number}{said}"


def _escaped(text: str) -> str:
    """Escape signs of the format: Moodle takes the backslash off a brace and a hash alone; of others it reads the number."""
    numbered = re.sub(r"[\\~]", lambda sign: f"&#{ord(sign[0])};", text.replace("\n", " ").strip())
    return re.sub(r"\}|(?<!&)#", r"\\\g<0>", numbered)
