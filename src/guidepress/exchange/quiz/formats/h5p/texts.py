"""In: texts of a guide. Out: the HTML that a field of H5P keeps; what its filter would take out is a loss."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidepress.exchange.quiz.packages.shipping import Shipment
    from guidepress.guide.model import Markdown

__all__ = ["ANSWER", "LINE", "QUESTION", "REPLY", "TASK", "field_html", "speakable"]

_ALWAYS = frozenset({"p", "br", "div", "span", "strong", "b", "em", "i"})
QUESTION = _ALWAYS | {"sub", "sup", "h2", "h3", "pre", "code"}
ANSWER = _ALWAYS | {"sub", "sup", "code"}
REPLY = _ALWAYS | {"sub", "sup", "a", "code"}
LINE = _ALWAYS | {"del", "u", "code"}
TASK = _ALWAYS | {"u", "a", "ul", "ol", "li", "h2", "h3", "hr", "pre", "code"}
"""What the fields of questions, choices, replies, lines with blanks and tasks keep, by the semantics of the libraries."""

_TAG = re.compile(r"<(/?)([a-z0-9]+)((?:\s[^>]*)?)/?>")
_BLOCKS = {"li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "pre"}
_SIGNS = re.compile(r"[*/:\\]")


def field_html(text: Markdown, field: str, kept: frozenset[str], ship: Shipment) -> str:
    """A text as HTML with no tag beyond those that are kept; the words of others stay, in lines of their own."""
    lost: dict[str, None] = {}

    def fit(found: re.Match[str]) -> str:
        closing, name, said = found.groups()
        if name in kept:
            if name in {"p", "span", "code"} and said.strip():
                lost["language"] = None
                return f"<{closing}{name}>"
            return found[0]
        lost[name] = None
        if name == "img":
            return ""
        return f"<{closing}p>" if name in _BLOCKS else " " if name in {"td", "th"} and closing else ""

    made = _TAG.sub(fit, ship.html(text))
    if lost:
        ship.lose(f"the markup of {field}", f"H5P keeps no {', '.join(lost)} there")
    return made.strip()


def speakable(text: str) -> bool:
    """Whether a word may stand between stars: H5P parts it at slashes and colons."""
    return bool(text.strip()) and _SIGNS.search(text) is None
