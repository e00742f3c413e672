"""In: an order, and the zones of its cover. Out: warnings of figures that the files' sizes hang on and the printer must confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.geometry import CoverGeometry
    from guidepress.press.printers.figures import Source
    from guidepress.press.spec import PressSpec

__all__ = ["doubts"]

_DOUBTFUL = "D"
"""The grade of an approximation or a conflict."""


def doubts(spec: PressSpec, geometry: CoverGeometry) -> Iterator[Diagnostic]:
    """Warn of the spine, of what its text may be, and of every other figure of a page's size.

    Args:
        spec: what was ordered.
        geometry: the zones of the cover.
    """
    source, name = geometry.spine_source, spec.printer.name
    if source.grade == _DOUBTFUL and spec.spine is None and geometry.spine_width:
        message = f"The spine of {name} is an approximation: {source}."
        hint = "Take its width from the printer's cover template, and give it: --spine 0.5in."
        yield Diagnostic("warning", "spine-approximate", message, hint)
    by_source: dict[Source, list[str]] = {}
    for what, read in _sizes(spec):
        if read.grade == _DOUBTFUL:
            by_source.setdefault(read, []).append(what)
    for read, figures in by_source.items():
        message = f"The files are as large as figures of {name} say that are approximations: {', '.join(figures)} ({read})."
        hint = (
            "Confirm them with the printer, or give its own in a file that extends this one (--printer FILE)."
        )
        yield Diagnostic("warning", "size-approximate", message, hint)
    if geometry.spine_text_doubt:
        yield Diagnostic("warning", "spine-text-doubtful", geometry.spine_text_doubt)


def _sizes(spec: PressSpec) -> Iterator[tuple[str, Source]]:
    """Each figure that makes the size of a page or of the cover, the spine aside, with its source."""
    interior, cover, binding = spec.printer.interior, spec.printer.cover, spec.binding
    yield f"the trim {spec.trim.id}", spec.trim.source
    if spec.bleed:
        yield "the bleed of the pages", interior.bleed.source
        yield "the edges that have bleed", interior.bleed_edges.source
    yield "the bleed of the cover", cover.bleed.source
    if binding.wrap is not None:
        yield "what is turned in over the boards", binding.wrap.source
    if binding.wrap_height is not None:
        yield "what is turned in at head and foot", binding.wrap_height.source
