"""In: a heading. Out: the section, the unit or the part of a unit that it names, in any language that has labels.

The words are those of the label files, and what people write beside these (`headings.yaml`).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.base.yaml import ScalarNode, read_yaml
from guidepress.labels.shipped import languages, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.base.yaml import Node

__all__ = [
    "SECTIONS",
    "UNIT_PARTS",
    "UnitName",
    "column_named",
    "common_words",
    "fact_named",
    "folded",
    "furniture",
    "language_of_heading",
    "section_named",
    "unit_named",
    "unit_opening",
    "unit_part_named",
    "unit_words",
]

_WORDS = Path(__file__).with_name("headings.yaml")

SECTIONS = (
    "overview", "poem", "plot", "background", "units", "characters", "themes", "symbols", "quotes", "timeline",
    "trivia", "vocabulary", "glossary", "questions", "quiz", "essays", "activities", "key_facts", "content_warnings",
    "further_reading", "related", "contents",
)  # fmt: skip
"""Keys of a guide that a heading may name; what is printed from these is made anew (contents)."""

_LABELS = {
    "key_figures": "characters",
    "who-is-who": "characters",
    "key-quotes": "quotes",
    "key-terms": "glossary",
    "discussion": "questions",
    "book_club": "questions",
    "content-warning": "content_warnings",
    "symbol": "symbols",
    "motif": "symbols",
    "genre-context": "background",
}
"""Labels that name a section too, by another key than its own."""

UNIT_PARTS = ("summary", "analysis", "recap", "vocabulary", "checks", "setting")
_UNIT_LABELS = {
    "summary": "summary",
    "analysis": "analysis",
    "words-to-know": "vocabulary",
    "vocabulary": "vocabulary",
    "quick-checks": "checks",
    "questions": "checks",
    "setting": "setting",
}

_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{1,3}})?|[ivxlc]{{1,7}}|{'|'.join(_NUMBERS)})"
_JOIN = r"\s*(?:[-–—]|to|and|&|,|bis|und|à|et|a|e|y|i|en|och|og)\s*"


@record
class UnitName:
    """What a heading says of a unit.

    Attributes:
        title: the heading without the words for summary and analysis.
        word: what the unit is called: "Chapter".
        covers: its numbers: "1-4".
        part: the part of the unit that the heading names with it ("summary"), or "".
        rest: the heading has words of its own beside the number.
    """

    title: str
    word: str
    covers: str
    part: str = ""
    rest: bool = False


def folded(text: str) -> str:
    """A heading without capitals, accents and marks, its words parted by single spaces."""
    spelt = text.casefold().replace("ł", "l").replace("ø", "o").replace("&", " and ").replace("’", "'")
    parted = unicodedata.normalize("NFKD", spelt)
    plain = "".join(each for each in parted if not unicodedata.combining(each))
    return " ".join(re.sub(r"[\W_]+", " ", plain.replace("'", "")).split())


def section_named(heading: str) -> str:
    """The key of the guide that a heading names; "" for none."""
    return _sections().get(_bare(heading), ("", ""))[0]


def unit_part_named(heading: str) -> str:
    """The key of a unit that a heading names; "" for none."""
    return _parts().get(_bare(heading), "")


def language_of_heading(heading: str) -> str:
    """The language of the words of a heading that names a section; "" where several share it."""
    return _sections().get(_bare(heading), ("", ""))[1]


def unit_named(heading: str) -> UnitName | None:
    """What a heading says of a unit; None where it names none."""
    text = " ".join(heading.split())
    match = _unit_pattern().match(text)
    if match is None:
        return None
    word = match["word"] or match["after"] or match["last"] or match["alone"]
    covers = match["number"] or match["before"] or match["ordinal"] or ""
    end, covers, word = _within(text, match.end(), covers, word)
    part, rest = _without_part(text[end:])
    if rest and not re.match(r"[\s:.,–—(-]", rest):
        return None
    title = (text[:end] + rest).strip(" :-–—,")
    return UnitName(title, word, _digits(covers), part, bool(rest.strip(" :-–—,.")))


def _within(text: str, end: int, covers: str, word: str) -> tuple[int, str, str]:
    """Go on to a unit within a unit: "Act 1, Scene 2" is the scene 1.2."""
    more = re.match(r"[\s,.:–—-]+", text[end:])
    inner = _unit_pattern().match(text, end + more.end()) if more else None
    if inner is None or not inner["number"] or inner["word"].casefold() == word.casefold() or not covers:
        return end, covers, word
    return inner.end(), f"{_digits(covers)}.{_digits(inner['number'])}", inner["word"]


def _without_part(rest: str) -> tuple[str, str]:
    """Take the words for summary or analysis from the end of a heading, or from behind its number."""
    for words, part in _part_words():
        found = re.match(rf"[\s:,–—-]*{re.escape(words)}(?=$|\s*[:–—-])", rest, re.IGNORECASE)
        if found:
            return part, rest[found.end() :]
        found = re.search(rf"[\s:,–—-]+{re.escape(words)}\s*$", rest, re.IGNORECASE)
        if found:
            return part, rest[: found.start()]
    return "", rest


def _digits(covers: str) -> str:
    def number(match: re.Match[str]) -> str:
        word = match[0].casefold()
        if word in _NUMBERS:
            return str(_NUMBERS.index(word) + 1)
        return str(_ORDINALS.index(word) + 1) if word in _ORDINALS else match[0]

    return re.sub(r"[A-Za-z]+", number, re.sub(r"\s*[–—-]\s*", "-", covers)).strip()


def unit_opening(paragraph: str) -> str | None:
    """The part that a paragraph says it begins ("In Part 2, the second spirit …" begins "Part 2"); None for none."""
    match = _opening_pattern().match(paragraph)
    return match["part"] if match else None


def column_named(head: str) -> str:
    """What stands in a column of a table, by its head: "word", "meaning" and other keys of a word; "" for unknown."""
    return _keyed("column-").get(folded(head), "")


def fact_named(label: str) -> str:
    """The key of a guide's `work`, or "title" or "author", that the label of a key fact means; "" for none."""
    return _facts().get(folded(label), "") or _keyed("fact-").get(folded(label), "")


def unit_words(language: str) -> tuple[str, ...]:
    """What units are called in a language."""
    return _listed("unit").get(language.partition("-")[0], ())


def common_words() -> dict[str, frozenset[str]]:
    """Short words by language that no other language shares."""
    return {language: frozenset(words) for language, words in _listed("common").items()}


def furniture() -> tuple[str, ...]:
    """Lines that sites print around a guide, as the file has them."""
    return tuple(words for listed in _listed("furniture").values() for words in listed)


def _bare(heading: str) -> str:
    """A heading without its number."""
    return re.sub(r"^(?:\d+(?: \d+)*|[ivx]+) (?=\D)", "", folded(heading))


@functools.cache
def _keyed(start: str) -> dict[str, str]:
    """What folded words mean, of the lists whose names begin so."""
    return {
        folded(word): key.removeprefix(start)
        for key, by_language in reversed(_data().items())
        if key.startswith(start)
        for listed in by_language.values()
        for word in listed
    }


@functools.cache
def _facts() -> dict[str, str]:
    """What the labels of key facts mean."""
    found: dict[str, str] = {}
    for tag in languages():
        language = shipped(tag)
        for key in ("title", "author", "form", "audience", "published", "genre"):
            word = language.words.get(key, "") if language else ""
            for words in word.values() if isinstance(word, dict) else (word,):
                found.setdefault(folded(words), key)
    found.pop("", None)
    return found


@functools.cache
def _data() -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        key.value: {language.value: tuple(_texts(words)) for language, words in by_language.value}
        for key, by_language in read_yaml(_WORDS).root.value
    }


def _listed(key: str) -> dict[str, tuple[str, ...]]:
    return _data()[key]


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, ScalarNode):
        yield node.value
    else:
        for each in node.value:
            yield from _texts(each)


@functools.cache
def _labels() -> tuple[tuple[str, str, str], ...]:
    """Every label that is one text: (language, key, words)."""
    found = []
    for tag in languages():
        language = shipped(tag)
        for key, word in language.words.items() if language else ():
            if isinstance(word, str):
                found.append((tag.partition("-")[0], key, word))
    return tuple(found)


@functools.cache
def _sections() -> dict[str, tuple[str, str]]:
    """What each folded heading names, and its language; where two mean different things, what the labels say first."""
    found: dict[str, tuple[str, str]] = {}

    def add(words: str, key: str, language: str) -> None:
        before = found.get(folded(words))
        shared = before is not None and before[1] != language
        found[folded(words)] = (before[0] if before else key, "" if shared else language)

    for language, key, words in _labels():
        section = key if key in SECTIONS else _LABELS.get(key, "")
        if section:
            add(words, section, language)
    for key in SECTIONS:
        for language, listed in _data().get(key, {}).items():
            for words in listed:
                add(words, key, language)
    return found


@functools.cache
def _parts() -> dict[str, str]:
    return {folded(words): part for words, part in _part_words()}


@functools.cache
def _part_words() -> tuple[tuple[str, str], ...]:
    """Words for the parts of a unit, the longest first."""
    found: dict[str, str] = {}
    for _, key, words in _labels():
        if key in _UNIT_LABELS:
            found.setdefault(words, _UNIT_LABELS[key])
        elif key == "units":
            found.setdefault(words, "summary")
    for key in ("summary", "analysis", "recap", "vocabulary", "checks", "setting"):
        for listed in _data().get(key, {}).values():
            for words in listed:
                found.setdefault(words, key)
    for words in ("summary & analysis", "summary and analysis", "summary/analysis"):
        found[words] = "summary"
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


@functools.cache
def _opening_pattern() -> re.Pattern[str]:
    words = {word for listed in _listed("unit").values() for word in listed}
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    short = r"(?:[A-Za-zÀ-ÿ']{1,6}\s+){0,2}"
    return re.compile(rf"{short}(?P<part>(?i:{either})\s+(?i:{_NUMBER}))(?=\s*[,:–—]\s)")


@functools.cache
def _unit_pattern() -> re.Pattern[str]:
    words = {word for listed in _listed("unit").values() for word in listed}
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    numbers = rf"{_NUMBER}(?:{_JOIN}{_NUMBER})*"
    return re.compile(
        rf"(?:the\s+)?(?:(?P<word>{either})s?\s+(?P<number>{numbers})(?!\w)"
        rf"|(?P<before>\d{{1,3}})\.?\s*(?P<after>{either})(?!\w)"
        rf"|(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?P<last>{either})(?!\w)"
        rf"|(?P<alone>prologue|epilogue|prolog|epilog|prologo|epilogo)(?!\w))",
        re.IGNORECASE,
    )
