"""In: a guide. Out: what it says of its leading character, as pupils would write it into a character web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.compose.prose import opened
from guidepress.compose.spread import spread
from guidepress.document.inlines import plain_text, run_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guidepress.compose.context import Context
    from guidepress.guide.model import Character, Guide, Quote

__all__ = ["leading", "web_texts"]

_SAID = 4
"""Quotations in which the character speaks, from the whole work: a box of the web holds about so many."""


def leading(guide: Guide) -> Character | None:
    """The character that a web is about: the most important one, the first of several."""
    return min(guide.characters, key=lambda each: each.importance, default=None)


def web_texts(guide: Guide, context: Context, who: Character, fits: Callable[[int, str], bool]) -> list[str]:
    """Say what the character says, does and feels, and what others say of it; only what fits each box.

    Quotations and states stand each on a line of its own.

    Args:
        guide: whose quotations are searched.
        context: of the document.
        who: the character.
        fits: whether a text fits a box.
    """
    said = [quote for quote in guide.quotes if quote.speaker == who.name]
    own = [_quoted(quote, context) for quote in spread(said, _SAID)]
    states = [f"{context.unit_label(guide.unit(each.unit))}: {context.plain(each.state)}" for each in who.arc]
    return [
        _joined(0, own, "\n", fits),
        _joined(1, list(_sentences(who, context)), " ", fits),
        _joined(2, states, "\n", fits),
        _joined(3, list(_of_others(guide, who, context)), "\n", fits),
    ]


def _joined(box: int, parts: list[str], between: str, fits: Callable[[int, str], bool]) -> str:
    """Join what fits, in order; what is too long for the room left is passed over."""
    text = ""
    for part in parts:
        longer = f"{text}{between}{part}" if text else part
        if fits(box, longer):
            text = longer
    return text


def _sentences(who: Character, context: Context) -> Iterator[str]:
    if who.summary is not None:
        yield from re.split(r"(?<=[.!?])\s+", context.plain(who.summary))


def _of_others(guide: Guide, who: Character, context: Context) -> Iterator[str]:
    """Quotations in which another speaks and the character is named."""
    names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in (who.name, *who.aliases)))
    for quote in guide.quotes:
        if quote.speaker and quote.speaker != who.name and names.search(context.plain(quote.text)):
            yield f"{opened(quote.speaker)}: {_quoted(quote, context)}"


def _quoted(quote: Quote, context: Context) -> str:
    where = f" ({quote.locator})" if quote.locator else ""
    return plain_text(run_on(context.line(quote.text))) + where
