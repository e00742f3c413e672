"""In: a file of GIFT. Out: its Quiz."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.exchange.doors import read_text
from guidepress.exchange.markup.escaping import from_plain
from guidepress.exchange.quiz.asked import (
    with_blanks,
    with_choices,
    with_numbers,
    with_pairs,
    with_texts,
    with_truth,
)
from guidepress.exchange.quiz.cloze import read_gap
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.naming import with_name, with_tags
from guidepress.exchange.quiz.options import (
    BLANK,
    QuizOption,
)
from guidepress.guide.model import Markdown, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported

__all__ = ["read_gift"]


_ESCAPES = {
    "\\\\": "\ue010",
    "\\:": "\ue011",
    "\\#": "\ue012",
    "\\=": "\ue013",
    "\\{": "\ue014",
    "\\}": "\ue015",
}
_ESCAPES |= {"\\~": "\ue016", "\\n": "\ue017"}
_ESCAPED = re.compile(r"\\[\\:#={}~n]")
_MEANT = str.maketrans({mark: "\n" if said == "\\n" else said[1] for said, mark in _ESCAPES.items()})
_GROUP = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]\s*", re.IGNORECASE)
_WEIGHT = re.compile(r"\s*%(-?[0-9]{1,3}(?:\.[0-9]*)?)%")
_COMMENTED = re.compile(r"\[(id|tag):((?:\\.|[^\]])*)\]")
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#([^#]*))?(?:#([^#]*))?", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"\s*(-?[0-9.eE+-]+?)\s*(?:(:|\.\.)\s*(-?[0-9.eE+-]+))?\s*")


@record
class _Block:
    """A paragraph of the file: its text with escapes held, its line, and what its comments say."""

    text: str
    line: int
    id: str
    tags: tuple[str, ...]

    @property
    def place(self) -> str:
        return f"line {self.line}"


def read_gift(name: str, data: bytes) -> Imported[Quiz]:
    """Read a file.

    Raises:
        FaultsFound: it is no text, or holds no question.
    """
    intake = Intake(name)
    reading = _Reading(intake)
    category = ""
    for block in _blocks(read_text(data, name)):
        if block.text.startswith("$CATEGORY:"):
            category = block.text.partition(":")[2].translate(_MEANT).strip()
            continue
        question = reading.question(block)
        if question is not None:
            intake.add(replace(question, category=category))
    return intake.imported(hint="A question of GIFT has its answers in braces.")


def _blocks(text: str) -> Iterator[_Block]:
    """Part the file at its blank lines; one between the braces of a question parts nothing."""
    lines: list[str] = []
    begins, identity = 1, ""
    tags: list[str] = []
    for number, raw in enumerate((*text.split("\n"), ""), 1):
        line = raw.strip()
        if line.startswith("//"):
            for key, value in _COMMENTED.findall(line):
                said = re.sub(r"\\(.)", r"\1", value)
                identity, tags = (said, tags) if key == "id" else (identity, [*tags, said])
            continue
        held = _ESCAPED.sub(lambda match: _ESCAPES[match[0]], line)
        whole = "\n".join(lines)
        if held and held.startswith("$CATEGORY:"):
            yield _Block(held, number, "", ())
        elif held:
            begins = begins if lines else number
            lines.append(held)
        elif lines and not (whole.count("{") > whole.count("}") and _closes(text, number)):
            yield _Block(whole, begins, identity, tuple(tags))
            lines, identity, tags = [], "", []


def _closes(text: str, after: int) -> bool:
    """Whether the brace that is open at a blank line is closed before another is opened."""
    rest = "\n".join(text.split("\n")[after : after + 40])
    found = re.search(r"(?<!\\)[{}]", rest)
    return found is not None and found[0] == "}"


class _Reading:
    """Reads blocks into questions."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._format = "moodle"

    def question(self, block: _Block) -> Question | None:
        """Read a question; None for a block that asks nothing."""
        self._intake.place = block.place
        text = block.text
        name = _NAME.match(text)
        text = text[name.end() :] if name else text
        form = _FORMAT.match(text)
        self._format = form[1].lower() if form else "moodle"
        text = text[form.end() :] if form else text
        groups = list(_GROUP.finditer(text))
        if not groups:
            why = "a brace is missing in it" if re.search("[{}]", text) else "it asks nothing"
            self._intake.lose(block.text.translate(_MEANT), why, whole=True)
            return None
        if len(groups) > 1:
            asked = self._several(text, groups)
        else:
            after = text[groups[0].end() :].rstrip()
            prompt = self._text(text[: groups[0].start()] + (f"____{after}" if after else ""))
            asked = self._answered(Question(prompt), groups[0][1].strip())
        said = name[1].translate(_MEANT) if name else ""
        return with_name(with_tags(asked, block.tags), block.id, said)

    def _several(self, text: str, groups: list[re.Match[str]]) -> Question:
        """Several groups of answers are gaps, though GIFT knows one."""
        self._intake.guess("several groups of answers", "fill_blank")
        blanks = [read_gap(each[1].translate(_MEANT)) or self._gap(each[1]) for each in groups]
        prompt = self._text(_GROUP.sub("____", text))
        options = [gap if isinstance(gap, tuple) else gap.options for gap in blanks]
        points = [None if isinstance(gap, tuple) else gap.points for gap in blanks]
        return with_blanks(Question(prompt), options, points if any(points) else ())

    def _gap(self, text: str) -> tuple[QuizOption, ...]:
        entries = list(self._entries(text.lstrip("#"), plain=True))
        return tuple(entries) or (QuizOption(Markdown(from_plain(text.translate(_MEANT))), 100.0),)

    def _answered(self, question: Question, text: str) -> Question:
        """Tell the type by the signs in the braces, in the order of Moodle's importer."""
        text, _, general = text.partition("####")
        text = text.strip()
        if general.strip():
            question = replace(question, explanation=self._text(general))
        gap = read_gap(text.translate(_MEANT)) if re.match(r"\d*:", text) else None
        if gap is not None:
            blank = "" if BLANK.search(question.prompt.source) else " ____"
            asked = replace(question, prompt=Markdown(f"{question.prompt.source}{blank}".strip()))
            return with_blanks(asked, [gap.options], [gap.points] if gap.points else ())
        if not text:
            return replace(question, type="long_answer")
        if text.startswith("#"):
            return self._numbers(question, text[1:])
        if "~" in text:
            return with_choices(question, list(self._entries(text)), single="=" in text)
        return self._worded(question, text)

    def _worded(self, question: Question, text: str) -> Question:
        """Pairs, true or false, or words."""
        if "=" in text and "->" in text:
            return self._matching(question, text)
        truth = _TRUTH.fullmatch(text)
        if truth:
            return self._truth(question, truth)
        options = list(self._entries(text if "=" in text else f"={text}", plain=True))
        if len(BLANK.findall(question.prompt.source)) == 1:
            return with_blanks(question, [options])
        return with_texts(question, options)

    def _truth(self, question: Question, found: re.Match[str]) -> Question:
        truth = found[1].upper().startswith("T")
        wrong, right = (self._text(each) if each and each.strip() else None for each in found.groups()[1:])
        true, false = (right, wrong) if truth else (wrong, right)
        return with_truth(question, truth=truth, true_feedback=true, false_feedback=false)

    def _matching(self, question: Question, text: str) -> Question:
        pairs, decoys = [], []
        for entry in filter(str.strip, text.split("=")):
            left, _, right = entry.partition("->")
            said = Markdown(from_plain(right.translate(_MEANT)))
            if left.strip():
                pairs.append((self._text(left), said))
            else:
                decoys.append(said)
        return with_pairs(question, pairs, decoys)

    def _numbers(self, question: Question, text: str) -> Question:
        options = []
        for entry in self._entries(text if re.match(r"\s*[=~]", text) else f"={text}", plain=True):
            found = _NUMBER.fullmatch(entry.text.source.replace("\\", ""))
            if found is None:
                wrong = entry.feedback if not entry.right else None
                question = replace(question, feedback=question.feedback | ({"wrong": wrong} if wrong else {}))
                if entry.text.source.strip("* "):
                    self._intake.lose(f'the answer "{entry.text.source}"', "it is no number")
                continue
            number, tolerance = _around(found)
            options.append(replace(entry, text=Markdown(number), tolerance=tolerance))
        return with_numbers(question, options)

    def _entries(self, text: str, *, plain: bool = False) -> Iterator[QuizOption]:
        for sign, body in re.findall(r"([=~])([^=~]*)", text):
            weight = _WEIGHT.match(body)
            said, _, feedback = (body[weight.end() :] if weight else body).partition("#")
            share = float(weight[1]) if weight else 100.0 if sign == "=" else 0.0
            words = Markdown(from_plain(said.translate(_MEANT))) if plain else self._text(said)
            yield QuizOption(words, share, self._text(feedback) if feedback.strip() else None)

    def _text(self, held: str) -> Markdown:
        """Make Markdown of a text in its format; what it has before it is a format of its own."""
        form = _FORMAT.match(held)
        kind = form[1].lower() if form else self._format
        text = (held[form.end() :] if form else held).strip()
        if kind == "markdown":
            return Markdown(text.translate(_MEANT))
        if kind == "plain" or not re.search("[<&]", text):
            return Markdown(from_plain(text.replace("\n", " ").translate(_MEANT)))
        said = text.replace("\n", " ") if kind == "html" else text.replace("\ue017", "<br>")
        return self._intake.html(said.translate(_MEANT))


def _around(found: re.Match[str]) -> tuple[str, float]:
    """A number and how far off an answer may be; a range is its middle and half its width."""
    first, kind, second = found.groups()
    try:
        if kind == "..":
            low, high = float(first), float(second)
            return f"{(low + high) / 2:.10g}", float(f"{abs(high - low) / 2:.10g}")
        return first, abs(float(second)) if second else 0.0
    except ValueError:
        return first, 0.0
