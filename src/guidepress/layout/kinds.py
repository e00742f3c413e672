"""In: the name of a kind of section. Out: what a layout must know of it: what it prints, and its options.

A kind is declared in the file that composes it, which stands above this room. So the file is found by its name, and
imported when a layout orders it: most layouts order few kinds, and all of them would take 20 ms.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from guidepress.document.kinds import SectionKind

__all__ = ["DeclaredKind", "declared"]

_FILES = "guidepress.compose.sections"


class DeclaredKind(Protocol):
    """A kind of section as a layout sees it."""

    @property
    def about(self) -> str:
        """What it prints."""

    @property
    def options(self) -> type[Any]:
        """The record of its options; every field has a default."""

    @property
    def apparatus(self) -> bool:
        """Whether it helps to use a book and is no reason to buy it."""


def declared(name: SectionKind) -> DeclaredKind:
    """Import the file of a kind."""
    return cast("DeclaredKind", import_module(f"{_FILES}.{name.replace('-', '_')}").KIND)
