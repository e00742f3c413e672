"""In: a line of text. Out: what it is: a stem, a choice, an answer, a reason, a heading, or more of what stood before."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from guidepress.base.record import record

__all__ = ["LineKind", "QuizLine", "line_of", "right_by_itself"]

LineKind: TypeAlias = Literal[
    "stem", "choice", "answer", "reason", "remark", "type", "title", "points", "key", "blank", "more"
]

_STEM = re.compile(
    r"(?:Q(?:uestion)?\.?\s*|Frage\s*|Pregunta\s*)?#?(\d{1,3})\s*[.):]\s+(\S.*)", re.IGNORECASE
)
_NAMED_STEM = re.compile(r"(?:Question|Frage|Pregunta)\s+#?(\d{1,3})\s*[.:)]?\s*(.*)", re.IGNORECASE)
_CHOICE = re.compile(r"(\*?)\s*\(?([A-Ja-j])\s*[.):]\s*(\S.*)")
_BULLET = re.compile(r"[-•○◦☐☑✓✔]\s*(?=\(?[A-Ja-j][.)])|- \[( |x|X)\]\s*")
_ANSWER = re.compile(
    r"(?:the\s+)?(?:(?:correct|right|richtige|bonne)\s+)?"
    r"(?:ans(?:wers?)?|key|solution|correct|antwort|l[öo]sung|r[ée]ponses?|respuestas?|risposta)"
    r"(?:\s+is)?\s*[:.=–-]\s*(\S.*)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:explanation|rationale|reason(?:ing)?|feedback|because|erkl[äa]rung|explication|explicaci[óo]n)\s*[:.–-]\s*(\S.*)",
    re.IGNORECASE,
)
_TYPE = re.compile(r"type\s*:\s*(\S+.*)", re.IGNORECASE)
_TITLE = re.compile(r"title\s*:\s*(\S.*)", re.IGNORECASE)
_POINTS = re.compile(r"(?:points?|marks?)\s*:\s*([\d.,]+)", re.IGNORECASE)
_KEY = re.compile(
    r"(?:#+\s*)?(?:the\s+)?(?:(?:correct|quiz|test)\s+)?(?:answers?(?:\s+key)?|key|solutions?|l[öo]sung(?:en)?|corrig[ée]"
    r"|r[ée]ponses|respuestas)\s*:?",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"\s*(?:\((?:correct|right|richtig|vrai|✓)(?: answer)?\)|[✓✔☑✅]|←.*|<--.*|\*)\s*$", re.IGNORECASE
)
_BOLD = re.compile(r"\*\*(.+?)\*\*\s*|__(.+?)__\s*")


@record
class QuizLine:
    """A line and what it is.

    Attributes:
        kind: what it is.
        number: its line in the file, from 1.
        mark: the number of a stem, the letter of a choice in capitals; else "".
        text: what it says, marks left out.
        right: a choice that is marked as right: by a star, a tick, or bold.
        strong: it is bold, which marks a choice only where not all choices are so.
    """

    kind: LineKind
    number: int
    mark: str
    text: str
    right: bool = False
    strong: bool = False


def line_of(raw: str, number: int) -> QuizLine:
    """Say what a line is."""
    text = re.sub(r"^(?:#{1,6}|>)\s+", "", raw.strip())
    if not text or re.fullmatch(r"[-_*=]{3,}", text):
        return QuizLine("blank", number, "", "")
    bold = _BOLD.fullmatch(text)
    if bold:
        text = (bold[1] or bold[2]).strip()
    else:  # only the number or the word at the beginning is bold
        text = re.sub(r"^\*\*([^*]{1,24}?[.:)])\s*\*\*\s*", r"\1 ", text)
        text = re.sub(r"^\*\*([^*]{1,24})\*\*\s*(?=[.:)])", r"\1", text)
    bullet = _BULLET.match(text)
    ticked = bool(bullet and (bullet[0][0] in "☑✓✔" or (bullet[1] or "").lower() == "x"))
    rest = text[bullet.end() :] if bullet else text
    choice = _CHOICE.fullmatch(rest)
    if choice:
        said, right = right_by_itself(choice[3])
        strong = bool(bold) or _BOLD.fullmatch(choice[3].strip()) is not None
        return QuizLine("choice", number, choice[2].upper(), said, bool(choice[1]) or ticked or right, strong)
    return _worded(text, number)


def _worded(text: str, number: int) -> QuizLine:
    for kind, pattern in (
        ("answer", _ANSWER),
        ("reason", _REASON),
        ("type", _TYPE),
        ("title", _TITLE),
        ("points", _POINTS),
    ):
        found = pattern.fullmatch(text)
        if found:
            return QuizLine(kind, number, "", found[1].strip(" *"))  # type: ignore[arg-type] # a row of kinds
    if _KEY.fullmatch(text):
        return QuizLine("key", number, "", text)
    if text[0] in "@~" and len(text) > 1:
        return QuizLine("remark" if text[0] == "@" else "reason", number, "", text[1:].strip())
    stem = _STEM.fullmatch(text) or _NAMED_STEM.fullmatch(text)
    if stem:
        return QuizLine("stem", number, stem[1], stem[2].strip())
    return QuizLine("more", number, "", text)


def right_by_itself(text: str) -> tuple[str, bool]:
    """A choice without the sign that marks it as right, and whether there was one."""
    bold = _BOLD.fullmatch(text.strip())
    plain = (bold[1] or bold[2]).strip() if bold else text.strip()
    found = _MARKED.search(plain)
    return (plain[: found.start()].strip(), True) if found else (plain, False)
