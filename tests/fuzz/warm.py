"""Commands in this process that keep what a run would load anew: stock layouts, and the faces and words of a layout.

What is loaded is the same, it is only loaded once. Faults that an earlier case leaves behind show in a later one, too.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from guidepress.base.diagnostics import FaultsFound
from guidepress.build import Tools
from guidepress.finish import finish_here
from guidepress.layout import load_layout, stock_layouts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guidepress.finish import Finish
    from guidepress.layout import Layout

__all__ = ["warm"]

_BOOKS = 40
"""Books after which a layout's tools are new ones: what they keep of words of strangers is not to count as a leak."""
_STOCK = frozenset(name for name, _ in stock_layouts())


@lru_cache(maxsize=80)
def _stock(name: str, paper: str | None, sets: tuple[tuple[str, str], ...]) -> Layout | FaultsFound:
    try:
        return load_layout(name, paper=paper, sets=sets)
    except FaultsFound as faults:
        return faults


def _load(
    layout: Any,  # noqa: ANN401 - whatever load_layout takes
    *,
    paper: str | None = None,
    sets: tuple[tuple[str, str], ...] = (),
    name: str = "layout",
    root: Path | None = None,
) -> Layout:
    if layout not in _STOCK:
        return load_layout(layout, paper=paper, sets=sets, name=name, root=root)
    found = _stock(layout, paper, sets)
    if isinstance(found, FaultsFound):
        raise found
    return found


class _Kept:
    """Stands in for the class `Tools`: layouts that are loaded once have their tools once."""

    def __init__(self) -> None:
        self._tools: dict[int, tuple[Tools, int]] = {}

    def __call__(self, layout: Layout, finish: Finish = finish_here) -> Tools:
        tools, books = self._tools.get(id(layout), (None, 0))
        if tools is None or tools.layout is not layout or books == _BOOKS:
            tools, books = Tools(layout, finish), 0
            if len(self._tools) > len(_STOCK):
                self._tools.clear()
        self._tools[id(layout)] = tools, books + 1
        return tools


@contextmanager
def warm() -> Iterator[None]:
    """Within it, `guidepress.cli.main` loads stock layouts and their faces once."""
    kept = _Kept()
    with ExitStack() as stack:
        stack.enter_context(patch("guidepress.load_layout", _load))  # commands that import it when they run
        for name in ("bind.front", "export.job.load", "export.making"):
            stack.enter_context(patch.object(import_module(f"guidepress.{name}"), "load_layout", _load))
        for name in ("cli.building", "build"):
            stack.enter_context(patch.object(import_module(f"guidepress.{name}"), "Tools", kept))
        for name in _STOCK:
            _stock(name, None, ())
        yield
