"""In: a layout and a share. Out: the same layout with all its type and white space that much smaller or larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.layout.style_rules import LEAST_SIZE

if TYPE_CHECKING:
    from guidepress.layout.model import Fit, Layout
    from guidepress.layout.style import Style

__all__ = ["scaled", "shares_to_try"]

_STEP = 20
"""Per mille from one size to the next: a fifth of a point at 10 pt, less than an eye sees."""

_SPACES = (
    "tracking", "first_indent", "hang", "indent_left", "indent_right", "space_before", "space_after", "padding",
)  # fmt: skip


def shares_to_try(fit: Fit) -> tuple[int, ...]:
    """List the sizes of a fit, per mille, the largest first."""
    return (*range(fit.largest, fit.smallest, -_STEP), fit.smallest)


def scaled(layout: Layout, share: int) -> Layout:
    """Scale every style of a layout.

    Args:
        layout: the layout at its own sizes.
        share: per mille of them; no style falls below the least size that a layout may ask for.
    """
    if share == 1000:
        return layout
    styles = {name: _scaled(style, share) for name, style in layout.styles.items()}
    return replace(layout, styles=styles)


def _scaled(style: Style, share: int) -> Style:
    size = max(min(style.size, LEAST_SIZE), style.size * share // 1000)
    spaces = {name: getattr(style, name) * share // 1000 for name in _SPACES if getattr(style, name)}
    return replace(style, size=size, leading=style.leading * size // style.size, **spaces)
