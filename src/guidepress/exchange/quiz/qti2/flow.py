"""In: texts of a guide. Out: the XHTML that items of QTI 2 and 3 may hold."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from guidepress.exchange.quiz.options import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.exchange.quiz.packages.shipping import Shipment
    from guidepress.guide.model import Markdown

__all__ = ["flow", "flow_with", "inline"]

_TAG = re.compile(r"(<[^>]*>)")
_BLOCK = re.compile(r"<(?:p|ul|ol|h[1-6]|blockquote|pre|table|hr)\b")
_START = re.compile(r' start="\d+"')
_TITLE = re.compile(r' title="[^"]*"')
_LANG = re.compile(r' lang="')


def inline(text: Markdown, ship: Shipment) -> str:
    """A text as what may stand in a choice."""
    made = ship.html(text)
    return made if "<" not in made else "".join(_fit(piece, ship) for piece in _TAG.split(made))


def flow(text: Markdown, ship: Shipment) -> str:
    """A text as blocks."""
    made = inline(text, ship)
    return made if _BLOCK.match(made) else f"<p>{made}</p>"


def flow_with(text: Markdown, gaps: Sequence[str], ship: Shipment) -> str:
    """A text as blocks, with elements in the place of its blanks; those for which there is none stand behind it."""
    waiting = list(gaps)

    def gap(_: re.Match[str]) -> str:
        return waiting.pop(0) if waiting else "____"

    pieces = _TAG.split(flow(text, ship))
    made = "".join(piece if piece.startswith("<") else BLANK.sub(gap, piece) for piece in pieces)
    return made + "".join(f"<p>{each}</p>" for each in waiting)


def _fit(piece: str, ship: Shipment) -> str:
    """Take out of a tag what the schemas of QTI do not know."""
    if not piece.startswith("<"):
        return piece
    if _START.search(piece):
        ship.lose("the first number of a list")
    title = _TITLE.search(piece)
    if title:
        ship.lose(f"the caption {html.unescape(title[0][7:])}")
    return _LANG.sub(' xml:lang="', _TITLE.sub("", _START.sub("", piece)))
