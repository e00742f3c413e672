"""In: the keys that a guide has. Out: every common section that it has not, as a commented example.

The examples are `starter.yaml`, a guide that builds by itself. Lines to be read begin with two signs of a comment, so
that taking one sign away from an example leaves valid YAML.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from guidepress.base.yaml_writing import Writable

__all__ = ["STARTER", "examples_without", "started"]

STARTER = Path(__file__).with_name("starter.yaml")

_KEY = re.compile(r"([a-z_]+):")

_TELLS = (
    "The rest is examples: take the sign # and the space behind it away from one, and write your own words.",
    "All keys are in docs/guide-format.md.",
)


def started(title: str, author: str, language: str) -> dict[str, Writable]:
    """The least that a guide needs, with a text to be written over."""
    return {
        "format": 1,
        "title": title,
        "author": author,
        "language": language,
        "overview": f"Say here in two or three paragraphs what *{title}* is and why it matters."
        if not re.search(r"[*_\\`\[\]<&]", title)
        else "Say here in two or three paragraphs what the work is and why it matters.",
    }


def examples_without(values: Mapping[str, object] | Collection[str]) -> str:
    """Write the examples of all sections that a guide has not, as comments."""
    blocks = STARTER.read_text(encoding="utf-8").strip().split("\n\n")
    lines = [f"## {sentence}" for sentence in _TELLS]
    for block in _whole(blocks)[1:]:
        key = next(match[1] for line in block.split("\n") if (match := _KEY.match(line)))
        if key in values or (key == "unit_name" and "units" in values):
            continue
        lines += [
            "",
            *(f"#{line}" if line.startswith("#") else f"# {line}".rstrip() for line in block.split("\n")),
        ]
    return "\n".join(lines) + "\n"


def _whole(blocks: list[str]) -> list[str]:
    """Blocks that each begin with a remark or a key, at the margin."""
    found: list[str] = []
    for block in blocks:
        if found and block.startswith(" "):
            found[-1] += f"\n\n{block}"
        else:
            found.append(block)
    return found
