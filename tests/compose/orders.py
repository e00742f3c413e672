"""Entries of a layout's order, written as a layout writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.layout.kinds import declared
from guidepress.layout.model import SectionSpec
from guidepress.layout.options import changed

if TYPE_CHECKING:
    from guidepress.document.kinds import SectionKind

COMMON = {"title", "start", "wide", "contents"}


def entry(kind: SectionKind, **written: Any) -> SectionSpec[Any]:  # noqa: ANN401 - options are of any type
    """An entry with its kind's options, those in `written` changed."""
    common = {name: value for name, value in written.items() if name in COMMON}
    own = {name: value for name, value in written.items() if name not in COMMON}
    return SectionSpec(kind, changed(declared(kind).options(), own), **common)
