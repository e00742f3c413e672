"""In: the path of a guide file. Out: the Guide, or every fault of the file in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, errors_in
from guidepress.base.record import replace
from guidepress.base.yaml import read_yaml
from guidepress.guide.binder import bind_guide
from guidepress.guide.images import find_images
from guidepress.guide.rules import check_rules, read_texts

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.yaml import Source
    from guidepress.guide.model import Guide

__all__ = ["check_guide", "load_guide"]


def load_guide(path: Path) -> Guide:
    """Load one guide.

    Returns:
        The guide, checked. Its `diagnostics` hold the warnings.

    Raises:
        FaultsFound: the file cannot be read or breaks the format; all its diagnostics, in file order.
    """
    guide, found = _inspect(read_yaml(path), path)
    if guide is None or errors_in(found):
        raise FaultsFound(found)
    return guide


def check_guide(path: Path) -> tuple[Diagnostic, ...]:
    """Find all faults and warnings of one guide, in file order; empty if there are none."""
    try:
        source = read_yaml(path)
    except FaultsFound as faults:
        return faults.diagnostics
    return _inspect(source, path)[1]


def _inspect(source: Source, path: Path) -> tuple[Guide | None, tuple[Diagnostic, ...]]:
    guide, names, faults = bind_guide(source)
    if guide is None:
        return None, faults
    texts = read_texts(names.texts)
    images, missing = find_images(guide.cover, texts, path.parent)
    found = (*faults, *missing, *check_rules(guide, names, texts))
    in_order = tuple(sorted(dict.fromkeys(found), key=_place))
    if images or in_order:
        guide = replace(guide, images=images, diagnostics=in_order)
    return guide, in_order


def _place(fault: Diagnostic) -> tuple[int, int]:
    return (fault.span.line, fault.span.column) if fault.span else (0, 0)
