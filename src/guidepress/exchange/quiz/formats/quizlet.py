"""Quizlet and Anki text: a card a line, front and back parted by a tab, or by what the head of the file says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import whole_number
from guidepress.exchange.doors import read_text
from guidepress.exchange.markup.html_out import as_plain
from guidepress.exchange.quiz.asked import with_blanks, with_texts
from guidepress.exchange.quiz.cards import cards_of, kind_lost
from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.holding import left_out, markup_lost, named, unheld
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.naming import with_tags
from guidepress.exchange.quiz.options import BLANK, QuizOption
from guidepress.exchange.report import Loss, QuizFile
from guidepress.guide.model import Question

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported
    from guidepress.guide.model import Markdown

__all__ = ["FORMAT"]

_NAMES = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_HEAD = re.compile(
    r"#(separator|html|notetype|deck|tags|tags column|notetype column|deck column|guid column|columns):(.*)",
    re.IGNORECASE,
)
_LATER = re.compile(r"(?<=\S)(?:\s+[-–—=:]\s+|\s*=>\s*)(?=\S)")
"""What parts the two where there is no tab."""


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    lines: list[str] = []
    for number, question in enumerate(quiz.questions, 1):
        place = named(number, question)
        cards = cards_of(question, _line, html=False)
        if not cards:
            losses.append(left_out(place, question, "a card has a back, and it has no answer"))
            continue
        losses.extend(unheld(place, question, "Quizlet", ()))
        losses.extend(markup_lost(place, (question.prompt, *question.choices, *question.answer), "Quizlet"))
        losses.extend(kind_lost(place, question, "Quizlet"))
        lines += [f"{card.front}\t{card.back}" for card in cards]
    return QuizFile("".join(f"{line}\n" for line in lines).encode(), tuple(losses))


def _line(text: Markdown) -> str:
    return " ".join(as_plain(text).split())


def _read(name: str, data: bytes) -> Imported[Quiz]:
    intake = Intake(name)
    head: dict[str, str] = {}
    deck = ""
    for number, line in enumerate(read_text(data, name).split("\n"), 1):
        intake.place = f"line {number}"
        said = _HEAD.fullmatch(line.strip())
        if said:
            head[said[1].lower()] = said[2].strip()
            deck = head.get("deck", "")
        elif line.strip():
            asked = _card(line, head, intake)
            if asked is not None:
                intake.add(asked)
    return intake.imported(deck, hint="Each line has a front, a tab and a back.", rooted=False)


def _card(line: str, head: dict[str, str], intake: Intake) -> Question | None:
    separator = head.get("separator", "\t")
    cells = line.split(_NAMES.get(separator.lower(), separator) or "\t")
    if len(cells) < 2:
        cells = _LATER.split(line, maxsplit=1)
    column = whole_number(head.get("tags column")) or 0
    tags = cells.pop(column - 1).split() if 0 < column <= len(cells) else []
    cells = [cell.strip().strip('"') for cell in cells]
    if len(cells) < 2 or not cells[0] or not cells[1]:
        intake.lose(line, "it has no front or no back", whole=True)
        return None
    for rest in filter(None, cells[2:]):
        intake.lose(f'the field "{rest[:60]}"')
    html = head.get("html", "").lower() == "true"
    front, back = (intake.html(cell) if html else intake.plain(cell) for cell in cells[:2])
    asked, options = Question(front), [QuizOption(back, 100.0)]
    if len(BLANK.findall(front.source)) == 1:
        return with_tags(with_blanks(asked, [options]), tags)
    return with_tags(with_texts(asked, options, ""), tags)


def _fits(name: str, data: bytes) -> bool:
    if not name.lower().endswith((".txt", ".tsv")):
        return False
    lines = [line for line in data[:20000].lstrip(b"\xef\xbb\xbf").split(b"\n")[:-1] if line.strip()][:40]
    if any(line.startswith((b"#separator:", b"#notetype:", b"#deck:")) for line in lines):
        return True
    return len(lines) > 1 and all(line.strip().count(b"\t") == 1 for line in lines)


FORMAT = QuizFormat("Quizlet", ".txt", _write, _read, _fits)
