"""In: a bound guide and its names. Out: the faults that no single field shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guidepress.guide.model import Guide
    from guidepress.guide.names import Names

__all__ = ["check_rules"]


def check_rules(guide: Guide, names: Names, _folder: Path) -> Iterator[Diagnostic]:
    """Check what spans several fields.

    Args:
        guide: the guide; with faults in it, blanks stand in for what could not be read.
        names: what its parts are called, and which themes are used.
    """
    yield from _unused_themes(guide, names)


def _unused_themes(guide: Guide, names: Names) -> Iterator[Diagnostic]:
    for theme in guide.themes:
        if theme.id not in names.used:
            hint = "Name it in the themes of a unit, a quote or a symbol."
            message = f'Nothing in the guide refers to the theme "{theme.name}".'
            yield Diagnostic("warning", "unused-theme", message, hint, theme.span)
