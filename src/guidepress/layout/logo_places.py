"""In: a logo and the line that it stands in. Out: where it stands, for who checks it and who paints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidepress.document.style import Style
    from guidepress.layout.model import Logo

__all__ = ["LOGO", "logo_span"]

LOGO = "{logo}"
"""How heads and feet name the logo."""

_MIDDLE = 3
"""Small letters reach about two thirds of a third of their size up: a logo stands about a third of it above the baseline."""


def logo_span(logo: Logo, baseline: int, style: Style) -> tuple[int, int]:
    """The upper and lower edge of a logo that stands in the middle of a line of type, mpt from where its baseline is."""
    top = baseline - style.size // _MIDDLE - logo.height // 2
    return top, top + logo.height
