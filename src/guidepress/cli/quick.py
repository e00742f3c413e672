"""In: the words after `guidepress build`. Out: what they ask for, where they ask for it in the plainest way.

Importing typer takes 40 ms, as long as setting twenty pages. Words that need no more than splitting are read here;
anything else (help, a word that is no option, a value that is missing) is left to typer, which also says what is
wrong. A test holds both readings to be the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BuildWords", "read_build"]

_VALUES = {"--layout": "layout", "-l": "layout", "--paper": "paper", "--output": "output", "-o": "output"}
_SWITCHES = {"--no-verify": "no_verify", "--explain": "explain", "--json": "as_json"}


@record
class BuildWords:
    """The options of `guidepress build`, as they were written."""

    guides: tuple[str, ...]
    layout: str = "study-guide"
    paper: str | None = None
    sets: tuple[str, ...] = ()
    output: str | None = None
    no_verify: bool = False
    explain: bool = False
    as_json: bool = False


def read_build(words: Sequence[str]) -> BuildWords | None:
    """Read the words after `build`; None where they are not plain."""
    guides: list[str] = []
    sets: list[str] = []
    found: dict[str, str | bool] = {}
    rest = iter(words)
    for word in rest:
        if word in _SWITCHES:
            found[_SWITCHES[word]] = True
        elif word in _VALUES or word == "--set":
            value = next(rest, "-")
            if value.startswith("-") or (word == "--set" and value.find("=") < 1):
                return None
            if word == "--set":
                sets.append(value)
            else:
                found[_VALUES[word]] = value
        elif word.startswith("-") or not word:
            return None
        else:
            guides.append(word)
    return BuildWords(tuple(guides), sets=tuple(sets), **found) if guides else None  # type: ignore[arg-type]
