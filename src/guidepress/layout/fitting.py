"""In: a layout and a trial. Out: the same layout with its type smaller or larger, or with less text on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from guidepress.base.record import replace
from guidepress.layout.options import amounts, changed
from guidepress.layout.style_rules import LEAST_SIZE

if TYPE_CHECKING:
    from guidepress.document.style import Style
    from guidepress.layout.model import Fit, Layout, SectionSpec

__all__ = ["Trial", "adjusted", "trials"]

_STEP = 20
"""Per mille from one size to the next: a fifth of a point at 10 pt, less than an eye sees."""

_LESS = 50
"""Per mille from one amount of text to the next: one entry in twenty, or a few words of each."""

_SPACES = (
    "tracking", "first_indent", "hang", "turnover", "indent_left", "indent_right", "space_before", "space_after", "padding",
)  # fmt: skip


class Trial(NamedTuple):
    """Shares of the type size and of the text, per mille of what the layout says."""

    size: int
    text: int = 1000


def trials(fit: Fit) -> tuple[Trial, ...]:
    """List what to try: all sizes from the largest down, then less text at the smallest."""
    sizes = (*range(fit.largest, fit.smallest, -_STEP), fit.smallest)
    amounts = range(1000 - _LESS, fit.text - 1, -_LESS)
    return (*(Trial(size) for size in sizes), *(Trial(fit.smallest, text) for text in amounts))


def adjusted(layout: Layout, trial: Trial) -> Layout:
    """Scale every style of a layout, and what its sections print.

    Args:
        layout: the layout as it is.
        trial: how; no style falls below the least size that a layout may ask for.
    """
    if trial == Trial(1000):
        return layout
    styles = {name: _scaled(style, trial.size) for name, style in layout.styles.items()}
    sections = tuple(_shortened(spec, trial.text) for spec in layout.sections)
    return replace(layout, styles=styles, sections=sections)


def _scaled(style: Style, share: int) -> Style:
    size = max(min(style.size, LEAST_SIZE), style.size * share // 1000)
    spaces = {name: getattr(style, name) * share // 1000 for name in _SPACES if getattr(style, name)}
    return replace(style, size=size, leading=style.leading * size // style.size, **spaces)


def _shortened(spec: SectionSpec[Any], share: int) -> SectionSpec[Any]:
    less = {name: max(1, value * share // 1000) for name, value in amounts(spec.options).items()}
    return replace(spec, options=changed(spec.options, less)) if less and share < 1000 else spec
