"""In: a number. Out: a guide of about 59 pages that no other number makes, from the texts of the benchmarks.

The prose is real and in the public domain, put together in another order for each number, with names of its own; nobody
would teach from it, but lines, pages and words are those of guides.
"""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from benchmarks.workload import HERE, read_chapters

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["guide_text", "write_guides"]

_UNITS = 11
_SYLLABLES = (
    "ar",
    "bel",
    "cor",
    "dan",
    "el",
    "fen",
    "gar",
    "hol",
    "is",
    "jor",
    "kel",
    "lor",
    "mar",
    "nev",
    "or",
)
_THEMES = ("ambition", "memory", "exile", "mercy", "money", "honour", "silence", "winter")


@cache
def _paragraphs() -> tuple[str, ...]:
    """The paragraphs of both texts that are long enough to be prose, without what Markdown reads as marks."""
    texts = (HERE / "texts" / f"{name}.txt" for name in ("a-christmas-carol", "macbeth"))
    said = (each for text in texts for chapter in read_chapters(text) for each in chapter.paragraphs)
    plain = (each.translate(dict.fromkeys(map(ord, "[]*_`<>\\#"))) for each in said)
    return tuple(each for each in plain if 200 < len(each) < 1500)


class _Writer:
    """Takes paragraphs, names and choices for one guide."""

    def __init__(self, number: int) -> None:
        self._chance = random.Random(number)  # noqa: S311 - the same guide for the same number

    def text(self, paragraphs: int) -> str:
        return "\n\n".join(self._chance.sample(_paragraphs(), paragraphs))

    def name(self) -> str:
        first, second = ("".join(self._chance.choices(_SYLLABLES, k=count)).capitalize() for count in (2, 3))
        return f"{first} {second}"

    def themes(self, count: int) -> list[str]:
        return self._chance.sample(_THEMES, count)

    def line(self) -> str:
        return self._chance.choice(_paragraphs()).partition(". ")[0].rstrip(".;,:!?") + "."


def guide_text(number: int) -> str:
    """The YAML of a guide; JSON is YAML too."""
    writer = _Writer(number)
    people = list(dict.fromkeys(writer.name() for _ in range(10)))
    themes = writer.themes(4)
    guide = {
        "format": 1,
        "title": f"The Book of {writer.name()}",
        "author": {"name": writer.name(), "about": writer.text(2)},
        "work": {"form": "Novel", "category": "Fiction", "genre": writer.themes(2)},
        "language": "en-GB",
        "credits": {"publisher": "guidepress", "date": "2026-11-23"},
        "overview": writer.text(4),
        "plot": writer.text(8),
        "unit_name": "Chapter",
        "units": [
            {"title": writer.name(), "summary": writer.text(9), "analysis": writer.text(12)}
            for _ in range(_UNITS)
        ],
        "characters": [
            {"name": name, "summary": writer.line(), "analysis": writer.text(1)} for name in people
        ],
        "themes": [{"name": name, "text": writer.text(4)} for name in themes],
        "quotes": [
            {"text": writer.line(), "themes": [themes[at % 4]], "analysis": writer.text(1)} for at in range(8)
        ],
        "glossary": [{"term": name, "meaning": writer.line()} for name in people],
    }
    return msgspec.json.format(msgspec.json.encode(guide)).decode()


def write_guides(folder: Path, count: int) -> tuple[Path, ...]:
    """Write so many guides into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"guide-{number:05}.yaml"
        path.write_text(guide_text(number), encoding="utf-8")
        paths.append(path)
    return tuple(paths)
