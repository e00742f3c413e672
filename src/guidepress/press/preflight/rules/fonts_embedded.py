"""Every font that a page shows text in is in the file, and can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import TRADE, PreflightRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _limit(ordered: Ordered) -> Limit | str:
    fonts = ordered.printer.files.whole_fonts
    return Limit("all embedded", TRADE if fonts is None else str(fonts.source))


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    said: set[str] = set()
    for font, page in subject.fonts.values():
        if font.embedded and not font.fault:
            continue
        message = (
            f"The font {font.name} cannot be read ({font.fault})."
            if font.embedded
            else f"The font {font.name} is not embedded."
        )
        if message not in said:
            said.add(message)
            yield Found(message, page=page)


RULE = PreflightRule(
    "fonts-embedded",
    "every font is embedded",
    "Export the file again with all fonts embedded, the standard ones too.",
    _limit,
    file=_file,
)
