"""In: a language tag. Out: the label file of that language that comes with the engine."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from guidepress.base.record import field, record
from guidepress.labels.shape import ADDRESSES, CUSTOMS

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Span
    from guidepress.base.yaml import Node

__all__ = [
    "LANGUAGES",
    "Language",
    "Word",
    "chain",
    "complete",
    "english_words",
    "languages",
    "read_so_far",
    "shipped",
    "take_over",
]

LANGUAGES = Path(__file__).with_name("languages")
"""Where the files are, one a language or country, named by its tag."""

Word: TypeAlias = str | dict[str, str]
"""What a label says: a text, or a text for each plural form."""


@record
class Language:
    """What one file says of its language.

    Attributes:
        tag: BCP 47.
        plurals: rule by plural form, as CLDR writes it; numbers that none names take "other". None where the file
            says nothing of it.
        words: what is printed, by label.
        addressed: by way to speak to a pupil, the words that are then printed instead.
        customs: the rest, by key.
        place: where a file of a user's own names its language; None for those that come with the engine.
    """

    tag: str
    plurals: dict[str, str] | None
    words: dict[str, Word]
    addressed: dict[str, dict[str, Word]]
    customs: dict[str, Word] = field(default_factory=dict)
    place: Span | None = None


@functools.cache
def languages() -> tuple[str, ...]:
    """List the tags of the files that come with the engine, English first."""
    return tuple(sorted((path.stem for path in LANGUAGES.glob("*.yaml")), key=lambda tag: (tag != "en", tag)))


def complete() -> tuple[str, ...]:
    """List the tags of whole languages, English first; those of countries change some of their words."""
    return tuple(tag for tag in languages() if "-" not in tag)


_READ: dict[str, Language | None] = {}
"""What the files said, by the tag that was asked for: a process reads each once."""


def shipped(tag: str) -> Language | None:
    """Find what the file of a tag says, its capitals as they come; None if there is none."""
    if tag not in _READ:
        _READ[tag] = _read(tag)
    return _READ[tag]


def read_so_far() -> dict[str, Language | None]:
    """What this process has read, for another one."""
    return dict(_READ)


def take_over(languages: dict[str, Language | None]) -> None:
    """Take over what another process has read."""
    _READ.update(languages)


def _read(tag: str) -> Language | None:
    from guidepress.base.yaml import read_yaml  # noqa: PLC0415 - a process that takes over needs no parser

    name = next((each for each in languages() if each.casefold() == tag.casefold()), None)
    if name is None:
        return None
    said = _said(read_yaml(LANGUAGES / f"{name}.yaml").root)
    return Language(
        name,
        said.get("plurals"),
        said.get("words", {}),
        {way: said[way] for way in ADDRESSES if way in said},
        {key: said[key] for key in CUSTOMS if key in said},
    )


def english_words() -> dict[str, Word]:
    """The words of English, which has every label there is.

    Raises:
        LookupError: the package is damaged.
    """
    found = shipped("en")
    if found is None:
        raise LookupError(str(LANGUAGES))
    return found.words


def chain(tag: str) -> tuple[str, ...]:
    """List a tag and what it falls back to, the widest first: "de-CH" is laid over "de"."""
    parts = tag.casefold().split("-")
    return tuple("-".join(parts[:count]) for count in range(1, len(parts) + 1))


def _said(node: Node) -> Any:  # noqa: ANN401 - texts in mappings, as deep as the file has them
    """Read a file that the tests have read before: keys and texts, and nothing in doubt."""
    if isinstance(node.value, str):
        return node.value
    return {key.value: _said(value) for key, value in node.value}
