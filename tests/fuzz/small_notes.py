"""A section whose footnotes mark one another, drawn by chance: chains, notes marked twice, notes in tables, lists and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

__all__ = ["noted_section"]

_PLACES = (
    "A text{mark} goes on.",
    "*A text{mark}* and **another**{mark}.",
    "- one{mark}\n- two\n  - three{mark}",
    "> A quotation{mark}\n> of two lines.",
    "| a | b |\n|---|--:|\n| c{mark} | 1 |\n| d | 2{mark} |",
    "### A heading{mark}\n\nIts text.",
    "A word{mark}{mark}{mark} with three.",
    "[A link{mark}](https://example.org) and `code`{mark}.",
    "A long text that goes on and on, so that it fills a line and more than a line,{mark} and goes on.",
)
_TEXTS = (
    "A note{marks}.",
    "*A note* of **looks**{marks}, H~2~O and \N{LATIN SMALL LETTER A}\N{COMBINING ACUTE ACCENT}.",
    "A long note{marks}. " + "It goes on for many lines of small type. " * 12,
    "A note{marks} in *Latein*{{lang=de}}, see <https://example.org/a-long-way/to/go>.",
    "A note{marks}.\n\n    Its second paragraph.\n\n    - and a list",
)
_MOST_DEEP = 10
"""Notes within one another that a guide may have."""


def noted_section(chance: Random) -> str:
    """One key with a section, in which up to ten chains of notes hang on texts of all kinds."""
    texts: list[str] = []
    notes: list[str] = []
    for chain in range(chance.randint(1, 10)):
        depth = chance.choice((1, 2, 3, _MOST_DEEP))
        names = [f"{chain}-{level}" for level in range(depth)]
        texts.append(chance.choice(_PLACES).replace("{mark}", f"[^{names[0]}]"))
        for level, name in enumerate(names):
            below = names[level + 1 : level + 2] * chance.randint(1, 2)
            marks = "".join(f"[^{each}]" for each in below)
            notes.append(f"[^{name}]: {chance.choice(_TEXTS).format(marks=marks)}")
    if chance.random() < 0.5:
        chance.shuffle(notes)
    blocks = [*notes, *texts] if chance.random() < 0.2 else [*texts, *notes]
    lines = "\n\n".join(blocks).split("\n")
    body = "".join(f"      {line}\n" if line else "\n" for line in lines)
    return f"sections:\n  - title: Notes upon notes\n    text: |-\n{body}"
