"""In: the source of a paragraph and where the address of a link begins. Out: the address, as markdown-it reads it.

markdown-it goes through addresses letter by letter, once for each "[a](" of a text. A pattern finds what ends one.
"""

from __future__ import annotations

import re
from types import SimpleNamespace

from markdown_it import helpers
from markdown_it.common.utils import unescapeAll

__all__ = ["HELPERS"]

_MARK = re.compile(r"[\x00-\x20\x7f]|[()]|\\(?! ).?|\\", re.DOTALL)
"""What an address ends at, is counted in it, or keeps what follows it from either."""
_DEEPEST = 32
"""Parentheses within one another that markdown-it takes for part of an address."""


def _destination(string: str, pos: int, maximum: int) -> object:
    """Stands for markdown-it's `parseLinkDestination`, and has what that has: `ok`, `pos` and `str`."""
    if string.startswith("<", pos):
        return helpers.parseLinkDestination(string, pos, maximum)
    end, level = maximum, 0
    for mark in _MARK.finditer(string, pos, maximum):
        said = mark[0]
        if said == "(":
            level += 1
            if level > _DEEPEST:
                break
        elif said == ")" and level:
            level -= 1
        elif len(said) == 1 and (said != "\\" or mark.end() < maximum):
            end = mark.start()
            break
    good = end > pos and not level
    return SimpleNamespace(ok=good, pos=end if good else 0, str=unescapeAll(string[pos:end]) if good else "")


HELPERS = SimpleNamespace(
    parseLinkDestination=_destination,
    parseLinkLabel=helpers.parseLinkLabel,
    parseLinkTitle=helpers.parseLinkTitle,
)
"""What markdown-it's rules for links and pictures ask."""
