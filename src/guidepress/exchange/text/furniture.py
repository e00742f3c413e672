"""In: a line of a site's page. Out: whether it is the site's own, a count of pages and time, or the strip of the work."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from guidepress.exchange.text.headings import folded, furniture
from guidepress.labels.shipped import languages, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["furniture_mark", "is_count", "strip_of"]

_STRIP_KEYS = ("category", "form", "audience")


def furniture_mark(line: str) -> str:
    """The words by which a line is known for the site's own; "" for none. "¶" at their end: so is all that follows."""
    bare = folded(line)
    return next(
        (
            words
            for words, wanted in _furniture_words()
            if (bare == wanted if words[-1] not in "…¶" else bare.startswith(wanted))
        ),
        "",
    )


@functools.cache
def _furniture_words() -> tuple[tuple[str, str], ...]:
    return tuple((words, folded(words)) for words in furniture())


def is_count(line: str) -> bool:
    """Whether a line counts pages and reading time: "42 pages 1 hour read"."""
    return _counts().fullmatch(folded(line)) is not None


def strip_of(line: str) -> dict[str, str]:
    """What a strip says, by key of a guide's `work`; empty where the line is none."""
    parts = [part.strip() for part in re.split(r"\s*[|·•]\s*", line) if part.strip()]
    if len(parts) < 2 or len(line) > 120:
        return {}
    match = _published().fullmatch(parts[-1])
    if match is None:
        return {}
    year = next(filter(None, match.groups()))
    return {**dict(zip(_STRIP_KEYS, parts[:-1], strict=False)), "published": year}


@functools.cache
def _published() -> re.Pattern[str]:
    """What a strip ends with in every language that has labels: "Published in 1843"."""
    forms = {str(word) for word in _words("published-in")}
    year = r"(\d{1,4}(?:\s*(?:BCE?|CE|AD))?)"
    return re.compile(
        "|".join(re.escape(form).replace(re.escape("{year}"), year) for form in sorted(forms)), re.IGNORECASE
    )


@functools.cache
def _counts() -> re.Pattern[str]:
    """What counts pages and time in every language that has labels, folded: "42 pages 1 hour read"."""
    forms = {
        folded(form.replace("{n}", " 1 ")).replace("1", r"\d+")
        for key in ("pages", "hours-read", "minutes-read", "hours-short", "minutes-short")
        for word in _words(key)
        for form in (word.values() if isinstance(word, dict) else (word,))
    }
    either = "|".join(sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?:(?:{either})\s*)+")


def _words(key: str) -> Iterator[str | dict[str, str]]:
    for tag in languages():
        language = shipped(tag)
        if language and key in language.words:
            yield language.words[key]
