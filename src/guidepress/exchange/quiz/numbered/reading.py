"""In: numbered questions as text. Out: their Quiz; the answers by star, tick, bold, a line below, or a key at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.exchange.quiz.asked import with_blanks, with_choices, with_pairs, with_texts, with_truth
from guidepress.exchange.quiz.numbered.lines import line_of
from guidepress.exchange.quiz.options import BLANK, QuizOption
from guidepress.guide.model import Markdown, Question
from guidepress.guide.rules_marking import is_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.exchange.quiz.intake import Intake
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.quiz.numbered.lines import QuizLine
    from guidepress.exchange.report import Imported

__all__ = ["NumberedItem", "items_of", "read_lines"]

_KEY_ENTRY = re.compile(
    r"#?(\d{1,3})\s*[.):=–-]?\s*\(?([A-Ja-j](?:\s*[,&]\s*[A-Ja-j])*|True|False|T|F)\)?(?=[\s.,;]|$)[.,;]?",
    re.IGNORECASE,
)
_KEY_WORDS = re.compile(r"#?(\d{1,3})\s*[.):]\s+(\S.*)")
_TRUE, _FALSE = (
    {"true", "t", "wahr", "richtig", "vrai", "verdadero", "vero"},
    {"false", "f", "falsch", "faux", "falso"},
)
_ARROW = re.compile(r"\s+(?:=|→|->|=>)\s+")


@record
class NumberedItem:
    """A question as it was collected: its lines, and what was said of it."""

    number: str
    line: int
    stem: tuple[str, ...]
    choices: tuple[QuizLine, ...] = ()
    answers: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    remarks: dict[int, str] = {}  # noqa: RUF012 - a record copies its defaults
    type: str = ""
    points: str = ""


def read_lines(lines: Iterable[str], intake: Intake, title: str = "") -> Imported[Quiz]:
    """Read numbered questions.

    Args:
        lines: of the text; Markdown, where bold means something.
        intake: gets the questions.
        title: of the quiz, "" for the first line that says one.

    Raises:
        FaultsFound: there is no question.
    """
    items, key, outside, named = items_of(lines)
    for line in outside:
        intake.place = f"line {line.number}"
        intake.lose(line.text, "it belongs to no question", whole=True)
    for index, item in enumerate(items):
        intake.place = f"line {item.line}"
        said = key.get(item.number) or (key.get(str(index + 1)) if item.number not in key else None)
        if said and not item.answers and _answers(said, item, items):
            intake.guess("answer, from the key", said)
            item = replace(item, answers=(said,))  # noqa: PLW2901 - the same item, with its answer
        asked = _question(item, intake)
        if asked is not None:
            intake.add(asked)
    return intake.imported(title or named, hint="A question has a number, its choices letters.", rooted=False)


def _answers(said: str, item: NumberedItem, items: Sequence[NumberedItem]) -> bool:
    """Whether an answer of the key is this question's: of several with one number, that of the last which may be answered so."""
    alike = [each for each in items if each.number == item.number]
    fitting = [each for each in alike if _fits(said, each)]
    return alike == [item] or (bool(fitting) and fitting[-1] is item)


def _fits(said: str, item: NumberedItem) -> bool:
    """Whether a letter of the key is that of a choice; other answers fit where there are no choices."""
    letters = {each.upper() for each in re.findall(r"\b[A-Ja-j]\b", said)}
    return letters <= {each.mark for each in item.choices} if letters else not item.choices


def items_of(lines: Iterable[str]) -> tuple[list[NumberedItem], dict[str, str], list[QuizLine], str]:
    """Collect the questions, the key at the end by number, the lines that belong to neither, and the title."""
    items: list[NumberedItem] = []
    key: dict[str, str] = {}
    outside: list[QuizLine] = []
    title, pending, in_key, gap = "", "", False, False
    for number, raw in enumerate(lines, 1):
        line = line_of(raw, number)
        if line.kind == "key" and items:
            in_key = True
        elif in_key:
            if not _key_line(raw, key):
                outside.append(line)
        elif line.kind == "title":
            title = line.text
        elif line.kind == "type":
            pending = line.text
        elif line.kind == "stem":
            items.append(NumberedItem(line.mark, number, (line.text,) if line.text else (), type=pending))
            pending = ""
        elif line.kind == "blank":
            gap = True
            continue
        elif not items or (line.kind == "more" and gap and items[-1].choices):
            outside.append(line)
        else:
            items[-1] = _more(items[-1], line)
        gap = False
    return items, key, outside, title


def _key_line(raw: str, key: dict[str, str]) -> bool:
    """Take the answers of a line of the key; False where it says more than answers."""
    text = re.sub(r"[*#>|]", " ", raw).strip()
    found = list(_KEY_ENTRY.finditer(text))
    if found:
        for each in found:
            key.setdefault(each[1], each[2])
        return not re.search(r"\w", _KEY_ENTRY.sub("", text))
    worded = _KEY_WORDS.fullmatch(text)
    if worded:
        key.setdefault(worded[1], worded[2])
    return bool(worded) or not text


def _more(item: NumberedItem, line: QuizLine) -> NumberedItem:
    """Give a line to the question above it."""
    if line.kind == "more":
        return _longer(item, line.text)
    if line.kind == "choice":
        return replace(item, choices=(*item.choices, line))
    if line.kind == "remark":
        return replace(item, remarks={**item.remarks, len(item.choices) - 1: line.text})
    if line.kind == "points":
        return replace(item, points=line.text)
    if line.kind == "answer":
        return replace(item, answers=(*item.answers, line.text))
    return replace(item, reason=(*item.reason, line.text))


def _longer(item: NumberedItem, text: str) -> NumberedItem:
    """A line that goes on with the one before."""
    if item.reason:
        return replace(item, reason=(*item.reason, text))
    if item.answers:
        return replace(item, answers=(*item.answers[:-1], f"{item.answers[-1]} {text}"))
    if item.choices:
        last = item.choices[-1]
        return replace(item, choices=(*item.choices[:-1], replace(last, text=f"{last.text} {text}")))
    return replace(item, stem=(*item.stem, text))


def _question(item: NumberedItem, intake: Intake) -> Question | None:
    prompt = _text(" ".join(item.stem), intake)
    if not prompt.source:
        intake.lose(f"number {item.number}", "nothing is asked", whole=True)
        return None
    points = item.points.replace(",", ".")
    asked = Question(
        prompt,
        explanation=_text(" ".join(item.reason), intake) if item.reason else None,
        points=float(points) if is_number(points) and float(points) <= 1000 else None,
    )
    kind = item.type.casefold()
    answered = bool(item.answers) or any(each.right for each in item.choices)
    if item.choices and (
        kind in {"mt", "matching"}
        or (not answered and all(_ARROW.search(each.text) for each in item.choices))
    ):
        pairs = [_ARROW.split(each.text, maxsplit=1) for each in item.choices]
        return with_pairs(
            asked, [(_text(a, intake), _text(b, intake)) for a, b in (p for p in pairs if len(p) == 2)]
        )
    if item.choices:
        return _choices(asked, item, intake)
    return _worded(asked, item, kind, intake)


def _choices(asked: Question, item: NumberedItem, intake: Intake) -> Question:
    texts = [each.text for each in item.choices]
    right = _right(item, texts, intake)
    folded = [text.casefold().strip(" .") for text in texts]
    if len(folded) == 2 and folded[0] in _TRUE and folded[1] in _FALSE:
        return with_truth(asked, truth=0 in right)
    if not right:
        intake.lose("the right answer", "no choice is marked, and no line or key says it")
    wrong = len(texts) - len(right)
    share = 100.0 / max(len(right), 1)
    cost = -100.0 / wrong if len(right) > 1 and wrong else 0.0
    options = [
        QuizOption(
            _text(text, intake),
            share if index in right else cost,
            _text(item.remarks[index], intake) if index in item.remarks else None,
        )
        for index, text in enumerate(texts)
    ]
    return with_choices(asked, options, single=len(right) < 2)


def _right(item: NumberedItem, texts: Sequence[str], intake: Intake) -> set[int]:
    """Which choices are right: by a line, by a mark of their own, or since they alone are bold."""
    letters = {each.mark: index for index, each in enumerate(item.choices)}
    folded = [text.casefold().strip(" .") for text in texts]
    for answer in item.answers:
        head = re.match(
            r"\W*([A-Ja-j](?:\s*(?:,|&|and|und|et|y)\s*[A-Ja-j])*)(?:[.):]|\s*$|\s+[-–]\s|,?\s*\()", answer
        )
        named = (
            {
                letters[each.upper()]
                for each in re.findall(r"\b[A-Ja-j]\b", head[1])
                if each.upper() in letters
            }
            if head
            else set()
        )
        if named:
            return named
        plain = answer.casefold().strip(" .*")
        if plain in folded:
            return {folded.index(plain)}
    marked = {index for index, each in enumerate(item.choices) if each.right}
    if marked:
        return marked
    strong = {index for index, each in enumerate(item.choices) if each.strong}
    if strong and len(strong) < len(item.choices):
        intake.guess("right answer, by its bold letters", ", ".join(texts[index] for index in sorted(strong)))
        return strong
    return set()


def _worded(asked: Question, item: NumberedItem, kind: str, intake: Intake) -> Question:
    answer = " ".join(item.answers).strip()
    folded = answer.casefold().strip(" .")
    if folded in _TRUE | _FALSE:
        return with_truth(asked, truth=folded in _TRUE)
    if kind in {"e", "essay"} or not answer:
        return replace(asked, type="long_answer", answer=(_text(answer, intake),) if answer else ())
    blanks = len(BLANK.findall(asked.prompt.source))
    words = re.split(r"\s*[;|]\s*", answer) if blanks > 1 else [answer]
    if blanks and blanks == len(words):
        return with_blanks(asked, [[QuizOption(_text(word, intake), 100.0)] for word in words])
    return with_texts(asked, [QuizOption(_text(answer, intake), 100.0)], "")


def _text(text: str, intake: Intake) -> Markdown:
    """Words with the emphasis of Markdown, which chat programs write, kept as it is."""
    if re.search(r"\*[^\s*][^*]*\*|`[^`]+`", text):
        return Markdown(text.strip())
    return intake.plain(text.strip())
