"""In: the merged `sections` list. Out: the order of sections, every option checked and filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode
from guidepress.layout.kinds import COMMON, KINDS
from guidepress.layout.merge import pairs_of
from guidepress.layout.model import SectionSpec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.binding_run import Run
    from guidepress.base.yaml import Node
    from guidepress.layout.kinds import Option, OptionValue

__all__ = ["read_sections"]

_TRUTH = {"true": True, "false": False}


def read_sections(node: Node, run: Run) -> tuple[SectionSpec, ...]:
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


def _read_section(entry: Node, run: Run) -> SectionSpec | None:
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
    kind = KINDS.get(name.value)
    if kind is None:
        run.fault(
            name, "unknown-section", f'There is no section kind "{name.value}".', _hint(name.value, KINDS)
        )
        return None
    values: dict[str, Any] = {key: option.default for key, option in kind.options.items()}
    common: dict[str, Any] = {}
    for key, (key_node, value) in _pairs(options, run).items():
        target, option = (common, COMMON.get(key)) if key in COMMON else (values, kind.options.get(key))
        if option is None:
            message = f'The section "{name.value}" has no option "{key}".'
            run.fault(key_node, "unknown-option", message, _hint(key, (*kind.options, *COMMON)))
            continue
        read = _read_option(value, option, run)
        if read is not None:
            target[key] = read
    return SectionSpec(name.value, options=values, **common)


def _pairs(options: Node | None, run: Run) -> dict[str, tuple[Node, Node]]:
    if options is None:
        return {}
    if not isinstance(options, MappingNode):
        run.no_mapping(options)
        return {}
    return pairs_of(options, run)


def _read_option(node: Node, option: Option, run: Run) -> OptionValue | None:
    """Read one value by the type of the option's default; None if it is at fault."""
    if isinstance(option.default, tuple):
        return _read_words(node, option, run)
    if not isinstance(node, ScalarNode):
        run.no_scalar(node, "a single value")
        return None
    text: str = node.value
    if isinstance(option.default, bool):
        if text not in _TRUTH:
            run.no_scalar(node, "true or false")
        return _TRUTH.get(text)
    if isinstance(option.default, int):
        if text.isdecimal() and text.isascii():
            return int(text)
        run.no_scalar(node, "a whole number from 0 up")
    elif not option.choices or text in option.choices:
        return text
    else:
        run.no_option(node, option.choices)
    return None


def _read_words(node: Node, option: Option, run: Run) -> tuple[str, ...] | None:
    if not isinstance(node, SequenceNode):
        run.no_list(node)
        return None
    words = []
    for entry in node.value:
        if not isinstance(entry, ScalarNode):
            run.no_scalar(entry, "a word")
        elif option.choices and entry.value not in option.choices:
            run.no_option(entry, option.choices)
        else:
            words.append(entry.value)
    return tuple(words)


def _hint(word: str, known: Iterable[str]) -> str:
    from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

    return did_you_mean(word, known)
