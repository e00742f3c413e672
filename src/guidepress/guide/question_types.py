"""In: the name of a question type. Out: what a guide must know of it: which keys it has, and what makes it markable.

A type is declared in the file that prints it, which stands above this room. So the file is found by its name, and
imported when a guide has a question of the type.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node
    from guidepress.guide.model import QuestionType

__all__ = ["DeclaredType", "declared_type"]

_FILES = "guidepress.compose.questions"


class DeclaredType(Protocol):
    """A question type as a guide sees it."""

    @property
    def about(self) -> str:
        """What it is, for the reference of guides."""

    @property
    def takes(self) -> frozenset[str]:
        """Of the keys that not every type has, those that its questions may have."""

    def check(self, values: dict[str, Any], node: Node, run: Decoding) -> None:
        """Note what makes a question impossible to mark, and fill in what the loader finds out."""

    def answer_names(self, values: Mapping[str, Any]) -> dict[str, str]:
        """Every name that an answer has in `weights` and `feedback`, and the one that it goes by."""


def declared_type(name: QuestionType) -> DeclaredType:
    """Import the file of a type."""
    return cast("DeclaredType", import_module(f"{_FILES}.{name}").TYPE)
