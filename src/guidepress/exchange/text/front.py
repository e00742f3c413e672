"""In: what stands above the first section of a file, and what the file says of itself. Out: title, author, language."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING

from guidepress.exchange.text.headings import common_words, language_of_heading, section_named
from guidepress.labels.shipped import languages, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.exchange.text.gathered import Gathered
    from guidepress.exchange.text.source import SourceBlock

__all__ = ["author_of", "find_author", "language_of", "take_title"]

_ENOUGH = 5
"""So many common words of a language, more than of any other, make it the language of a text."""

_NAME = r"(?:[A-ZÀ-Þ][\w.’'-]*\s+(?:(?:de|van|von|du|la|le|da|di|of)\s+)*){1,3}[A-ZÀ-Þ][\w’'-]+"

_ONE_NAME = r"[A-ZÀ-Þ][\w’'-]{2,}"
"""A name that is one word: Voltaire, Saki."""


def take_title(heading: SourceBlock, gathered: Gathered) -> None:
    """Take a heading for the title of the work, without the words that say that this is a guide to it."""
    title = heading.plain
    for words in _guide_words():
        match = re.fullmatch(
            rf"(?:(?P<after>.+?)\s*[:–—|-]?\s*\(?(?:an?\s+|the\s+)?{words}\)?|{words}\s*(?:[:–—|-]|for|to|of|on|zu|de|di|do|av|af|på)?\s*(?P<before>.+))",
            title,
            re.IGNORECASE,
        )
        if match:
            bare = (match["after"] or match["before"]).strip(" :–—-|")
            title = bare.removeprefix("the ").strip() or title
            gathered.lose(
                heading, title if title == heading.plain else heading.plain, "every book says what it is"
            )
            break
    by = re.fullmatch(rf"(?P<title>.+?),?\s+(?:{_by()})\s+(?P<author>{_NAME})", title)
    if by:
        title = by["title"]
        gathered.words.setdefault("author", by["author"])
        gathered.guess(heading, "author, behind the title", by["author"])
    title = title.strip("“”\"'«»„ ") or title
    gathered.words["title"] = title
    gathered.guess(heading, "title", title)


def author_of(block: SourceBlock) -> str:
    """The name that a line by itself gives ("by Charles Dickens"); "" where it is no such line."""
    match = re.fullmatch(
        rf"(?:{_by()}|author:?|written by)\s+(?P<name>(?:{_NAME}|(?-i:{_ONE_NAME}))(?:\s*\({_NAME}\))?)\.?",
        block.plain,
        re.IGNORECASE,
    )
    return match["name"] if match and len(block.plain.split()) <= 8 else ""


def find_author(blocks: Sequence[SourceBlock]) -> tuple[str, SourceBlock] | None:
    """The first name behind "by" in the first paragraphs: "a novella by Charles Dickens"."""
    for block in blocks[:12]:
        match = re.search(rf"\b(?:{_by()})\s+(?P<name>{_NAME})", block.plain)
        if match:
            return match["name"], block
    return None


def language_of(blocks: Iterable[SourceBlock]) -> tuple[str, bool]:
    """The language of a text by its headings and its common words, and whether that is sure.

    Returns:
        A tag, "en" where nothing tells.
    """
    votes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    words = common_words()
    for block in blocks:
        if block.kind in {"heading", "title"} and section_named(block.plain):
            votes[language_of_heading(block.plain)] += 1
        counts.update(re.findall(r"[^\W\d_]+", block.plain.casefold()))
    for language, common in words.items():
        votes[language] += sum(counts[word] for word in common)
    votes.pop("", None)
    best = votes.most_common(2)
    if not best or best[0][1] < 1:
        return "en", False
    second = best[1][1] if len(best) > 1 else 0
    return best[0][0], best[0][1] >= _ENOUGH and best[0][1] > 2 * second


@functools.cache
def _guide_words() -> tuple[str, ...]:
    """What a study guide is called in every language, and what people write instead."""
    found = {
        "summary and study guide",
        "reading guide",
        "teacher's guide",
        "teaching guide",
        "book guide",
        "study notes",
    }
    for tag in languages():
        language = shipped(tag)
        words = language.words.get("study-guide", "") if language else ""
        if isinstance(words, str) and words:
            found.add(words)
    return tuple(re.escape(each) for each in sorted(found, key=len, reverse=True))


@functools.cache
def _by() -> str:
    """What stands before the name of an author in every language: "by"."""
    found = set()
    for tag in languages():
        language = shipped(tag)
        words = language.words.get("by", "") if language else ""
        if isinstance(words, str) and words.endswith(" {name}"):
            found.add(words.removesuffix(" {name}"))
    return "|".join(re.escape(each) for each in sorted(found))
