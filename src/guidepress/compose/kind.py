"""What a kind of section declares in its file, and the kinds that a layout orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

from guidepress.base.record import record
from guidepress.layout.kinds import declared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.kinds import SectionKind
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout, SectionSpec

    Made: TypeAlias = Section | tuple[Section, ...] | None
    Keys: TypeAlias = tuple[list[Block], dict[str, list[Block]]]

__all__ = ["Kind", "NoOptions", "kind_of", "ordered"]

Options = TypeVar("Options")


@record
class NoOptions:
    """The options of a kind that has none of its own."""


def _no_anchors(_guide: Guide, _options: object) -> Iterable[str]:
    return ()


def _no_answers(_guide: Guide, _spec: SectionSpec[Any], _context: Context) -> list[Block]:
    return []


@record
class Kind(Generic[Options]):
    """A kind of section, all of it; each file of `sections/` ends with its own as `KIND`.

    Attributes:
        name: the name that a layout orders it by.
        about: what it prints, for the reference of layouts.
        options: the record of its options: every field has a default, and the text below it is in the reference.
        compose: makes the section, or several, or None where the guide has no data for it: then neither heading
            nor contents entry is printed.
        front: it is front matter where it stands before the body: roman folios, no edge tab.
        last: it is made of the other sections, which it finds in the context, and so composed after them.
        anchors: what of the guide it prints that links may lead to.
        answers: what it puts into the answer key, for a layout that has one.
        keys: the same for a layout that has a key of its own for each version: what all have in common, and by the
            names of the versions what each has by itself; None where it has none.
        handed: its sections are handed out, or kept back, as copies of their own; of other kinds those are that name
            their `part`, as sheets with a line for the name do.
        apparatus: it helps to use a book and is no reason to buy it: the back of a printed one does not name it.
    """

    name: SectionKind
    about: str
    options: type[Options]
    compose: Callable[[Guide, SectionSpec[Options], Context], Made]
    front: bool = False
    last: bool = False
    anchors: Callable[[Guide, Options], Iterable[str]] = _no_anchors
    answers: Callable[[Guide, SectionSpec[Options], Context], list[Block]] = _no_answers
    keys: Callable[[Guide, SectionSpec[Options], Context], Keys] | None = None
    handed: bool = False
    apparatus: bool = False


def kind_of(spec: SectionSpec[Options]) -> Kind[Options]:
    """The kind of an entry of a layout."""
    return cast("Kind[Options]", declared(spec.kind))


def ordered(layout: Layout, kind: Kind[Options]) -> tuple[SectionSpec[Options], ...]:
    """The entries of a layout that are of a kind."""
    return tuple(spec for spec in layout.sections if spec.kind == kind.name)
