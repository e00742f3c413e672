"""Layouts that are right in their syntax and wild in what they ask for: keys of stock layouts, each with another value."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import yaml
from tests.fuzz.mutating import TOKENS
from tests.fuzz.seeds import ROOT, layout_names

if TYPE_CHECKING:
    from random import Random

__all__ = ["wild_layout"]

_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|in|mm|em|%|ch|)$")
_SKIPPED = frozenset({"format", "extends", "description", "package", "files"})
_FACTORS = (0.0, 0.1, 0.5, 0.9, 1.1, 2.0, 5.0, 20.0, -1.0)

_PAGES: dict[str, tuple[str, ...]] = {
    "size": ("letter", "a4", "a6", "5x8", "6x9", "2in x 9in", "12in x 3in", "19in x 19in", "1in x 1in"),
    "columns": ("1", "2", "3", "9"),
    "column_gap": ("0pt", "1pt", "20pt", "300pt"),
    "grid": ("0", "1pt", "14pt", "90pt"),
    "margins": tuple(
        f"{{{side}: {wide}pt}}" for side in ("top", "bottom", "inside", "outside") for wide in (0, 5, 40, 200)
    ),
    "margin_column": ("none", "{width: 60pt, gap: 5pt}", "{width: 200pt, gap: 0pt}"),
    "mirrored": ("true", "false"),
}
"""Keys of a page with values of the right kind."""


@cache
def _keys() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Each key of each stock layout, as a path, with what stands there."""
    found: dict[tuple[tuple[str, ...], str], None] = {}
    for name in ("base", *layout_names()):
        data = yaml.safe_load((ROOT / "layouts" / f"{name}.yaml").read_text(encoding="utf-8"))
        _walk(data, (), found)
    return tuple(found)


def _walk(value: object, path: tuple[str, ...], found: dict[tuple[tuple[str, ...], str], None]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _SKIPPED:
                _walk(inner, (*path, str(key)), found)
    elif isinstance(value, list):
        found[path, yaml.safe_dump(value, default_flow_style=True, width=10**6).strip()] = None
    elif path:
        found[path, "none" if value is None else str(value)] = None


def _other(path: tuple[str, ...], value: str, chance: Random) -> str:
    """Another value: longer, shorter, that of another layout, one of another kind."""
    match = _LENGTH.match(value)
    if match and chance.random() < 0.7:
        return f"{float(match[1]) * chance.choice(_FACTORS):g}{match[2]}"
    if chance.random() < 0.8:
        others = [there for key, there in _keys() if key[-1] == path[-1]]
        return chance.choice(others)
    return chance.choice(TOKENS)


def wild_layout(chance: Random) -> str:
    """A layout of one to five keys over a stock one."""
    made: dict[str, object] = {}
    for _ in range(chance.randint(1, 4)):
        path, value = chance.choice(_keys())
        if chance.random() < 0.5:  # styles have most of the keys, and all books use them
            path, value = chance.choice([each for each in _keys() if each[0][0] == "styles"])
        inner = made
        for key in path[:-1]:
            below = inner.setdefault(key, {})
            if not isinstance(below, dict):
                break
            inner = below
        else:
            inner[path[-1]] = _other(path, value, chance)
    if chance.random() < 0.5:
        page = made.setdefault("page", {})
        for key in chance.sample(sorted(_PAGES), chance.randint(1, 3)):
            if isinstance(page, dict):
                page[key] = chance.choice(_PAGES[key])
    return f"format: 1\nextends: {chance.choice(layout_names())}\n" + _written(made, "")


def _written(made: dict[str, object], indent: str) -> str:
    """As YAML, each value as it was drawn: what looks like a list or a number is one."""
    lines = []
    for key, value in made.items():
        if isinstance(value, dict):
            lines.append(f"{indent}{key}:\n" + _written(value, f"{indent}  "))
        else:
            quoted = (
                f'"{value}"' if str(value).startswith(("#", "{")) and "}" not in str(value)[-1:] else value
            )
            lines.append(f"{indent}{key}: {quoted}\n")
    return "".join(lines)
