"""In: the merged `sections` list. Out: the order of sections, every option checked and filled in."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from guidepress.base.decoding_readers import Readers
from guidepress.base.decoding_run import BAD
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode
from guidepress.document.kinds import SECTION_KINDS
from guidepress.layout.kinds import declared
from guidepress.layout.merge import pairs_of
from guidepress.layout.model import SectionSpec
from guidepress.layout.options import changed, option_places
from guidepress.layout.values import CONVERTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.decoding_run import Decoding
    from guidepress.base.yaml import Node
    from guidepress.document.kinds import SectionKind
    from guidepress.layout.options import OptionPlace

__all__ = ["common_options", "read_sections"]


def read_sections(node: Node, run: Decoding) -> tuple[SectionSpec[Any], ...]:
    """Read the order of sections.

    Args:
        node: a list whose entries are a kind ("plot") or a kind with its options ("plot: {start: room}").
        run: notes the faults: unknown kinds and options, values of the wrong type.
    """
    if not isinstance(node, SequenceNode):
        run.no_list(node)
        return ()
    if not node.value:
        run.fault(node, "empty", "This layout has no sections.", "Name at least one, such as overview.")
    specs = (_read_section(entry, run) for entry in node.value)
    return tuple(spec for spec in specs if spec is not None)


def _read_section(entry: Node, run: Decoding) -> SectionSpec[Any] | None:
    options: Node | None = None
    name = entry
    if isinstance(entry, MappingNode):
        if len(entry.value) != 1:
            hint = 'Write "- plot: {start: room}", one kind an entry.'
            run.fault(entry, "wrong-type", f"This entry has {len(entry.value)} keys, not one.", hint)
            return None
        name, options = entry.value[0]
    if not isinstance(name, ScalarNode):
        run.no_scalar(name, "the kind of a section")
        return None
    if name.value not in SECTION_KINDS:
        message = f'There is no section kind "{name.value}".'
        run.fault(name, "unknown-section", message, _hint(name.value, SECTION_KINDS))
        return None
    return _read_options(name.value, _pairs(options, run), run)


def _pairs(options: Node | None, run: Decoding) -> dict[str, tuple[Node, Node]]:
    if options is None:
        return {}
    if not isinstance(options, MappingNode):
        run.no_mapping(options)
        return {}
    return pairs_of(options, run)


def _read_options(name: SectionKind, pairs: dict[str, tuple[Node, Node]], run: Decoding) -> SectionSpec[Any]:
    kind = declared(name)
    own = option_places(kind.options) if pairs else {}
    values: dict[str, Any] = {}
    common: dict[str, Any] = {}
    for key, (key_node, value) in pairs.items():
        place = common_options().get(key) or own.get(key)
        if place is None:
            message = f'The section "{name}" has no option "{key}".'
            run.fault(key_node, "unknown-option", message, _hint(key, (*own, *common_options())))
            continue
        read = _read_value(place.hint, value, run)
        if read is not BAD:
            (common if key in common_options() else values)[key] = read
    options = kind.options()
    return SectionSpec(name, changed(options, values) if values else options, **common)


def _read_value(hint: Any, node: Node, run: Decoding) -> object:  # noqa: ANN401 - an annotation is any object
    """Read one value; a text may be emptied, where it would take the place of a parent's."""
    if hint is str and isinstance(node, ScalarNode) and node.style and not node.value:
        return ""
    return _readers().reader(hint)(node, run)


@functools.cache
def common_options() -> dict[str, OptionPlace]:
    """The options that every kind has."""
    places = option_places(SectionSpec).items()
    return {name: place for name, place in places if name not in {"kind", "options"}}


def _hint(word: str, known: Iterable[str]) -> str:
    from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

    return did_you_mean(word, known)


@functools.cache
def _readers() -> Readers:
    """The readers of options; they depend on nothing but the annotations, so one set serves every layout."""
    return Readers(CONVERTERS, {})
