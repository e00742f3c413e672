"""In: an annotation. Out: a reader: a function from a YAML node and a run to the value, or BAD with faults noted."""

from __future__ import annotations

import re
import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, Union

from guidepress.base.decoding_records import RecordReader
from guidepress.base.decoding_run import BAD, Decoding, Rejected
from guidepress.base.limits import DIGITS, WORD
from guidepress.base.record import is_record
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from guidepress.base.decoding_records import Finish, Reader
    from guidepress.base.yaml import Node

    Converter: TypeAlias = Callable[[ScalarNode, Decoding], object]

__all__ = ["Readers"]

_INTEGER = re.compile(r"[-+]?[0-9]+")
_WHITE = re.compile("[ \\t\\n\\r\\x0b\\x0c]+")
"""What parts words where a text is set; a space that does not break holds them together."""
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_ALMOST_TRUTH = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


class Readers:
    """Makes readers, one per annotation, each once."""

    def __init__(self, converters: Mapping[Hashable, Converter], finish: Mapping[type, Finish]) -> None:
        self._finish = finish
        self._converters = converters
        self._made: dict[Any, Reader] = {
            str: _read_text,
            int: _read_integer,
            float: _read_number,
            bool: _read_truth,
        }
        for key, convert in converters.items():
            self._made[key] = _converted(convert)

    def reader(self, hint: Any) -> Reader:  # noqa: ANN401 - an annotation is any object
        """Find or make the reader for an annotation.

        Raises:
            TypeError: the annotation is none that a decoder knows; a mistake in the program.
        """
        made = self._made.get(hint)
        if made is None:
            made = self._make(hint)
            self._made[hint] = made
        return made

    def _make(self, hint: Any) -> Reader:  # noqa: ANN401 - likewise
        if is_record(hint):
            return RecordReader(hint, self.reader, self._finish.get(hint))
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin is Annotated:
            marks = [mark for mark in arguments[1:] if mark in self._converters]
            return self.reader(marks[0] if marks else arguments[0])
        if origin is Literal:
            return _one_of(arguments)
        if origin in {Union, types.UnionType}:
            return self._union(tuple(member for member in arguments if member is not types.NoneType))
        if origin is dict:
            return _mapping_of(self.reader(arguments[1]))
        if origin is tuple:
            return self._sequence(arguments)
        raise TypeError(f"no reader for {hint!r}")

    def _sequence(self, arguments: tuple[Any, ...]) -> Reader:
        if arguments[-1] is ...:
            return _list_of(self.reader(arguments[0]))
        return _exactly(tuple(self.reader(argument) for argument in arguments))

    def _union(self, members: tuple[Any, ...]) -> Reader:
        """Choose by the kind of node, and for plain scalars by what the text looks like: bool, int, float, str."""
        if len(members) == 1:
            return self.reader(members[0])
        origins = {member: typing.get_origin(member) or member for member in members}
        listed = next((self.reader(m) for m, origin in origins.items() if origin is tuple), None)
        mapped = next((self.reader(m) for m in members if is_record(m)), None)
        mapped = mapped or next((self.reader(m) for m, origin in origins.items() if origin is dict), None)
        scalars = [m for m, origin in origins.items() if origin not in {tuple, dict}]
        # A record with a short form takes scalars last; bool before int before float before str is from narrow to wide.
        ranks = {bool: 0, int: 1, float: 2, str: 4}
        scalars.sort(key=lambda member: ranks.get(member, 5 if is_record(member) else 3))
        tests = tuple((_looks_like(member), self.reader(member)) for member in scalars)

        def read(node: Node, run: Decoding) -> object:
            if isinstance(node, SequenceNode) and listed is not None:
                return listed(node, run)
            if isinstance(node, MappingNode) and mapped is not None:
                return mapped(node, run)
            for fits, reader in tests:
                if isinstance(node, ScalarNode) and fits(node):
                    return reader(node, run)
            fallback = tests[-1][1] if tests else listed or mapped
            return fallback(node, run) if fallback else BAD

        return read


def _looks_like(member: object) -> Callable[[ScalarNode], bool]:
    if member is bool:
        return lambda node: not node.style and node.value in _TRUTH
    if member is int:
        return lambda node: not node.style and _INTEGER.fullmatch(node.value) is not None
    if member is float:
        return lambda node: not node.style and _NUMBER.fullmatch(node.value) is not None
    if typing.get_origin(member) is Literal:
        texts = {str(argument) for argument in typing.get_args(member)}
        return lambda node: node.value in texts
    return lambda _node: True


def _read_text(node: Node, run: Decoding) -> object:
    if isinstance(node, ScalarNode) and not node.tag:
        value: str = node.value
        if value and not value.isspace() and (node.style or value not in run.NULLS):
            return _long_word(node, run) or value
    return run.no_scalar(node, "a text")


def _long_word(node: ScalarNode, run: Decoding) -> object:
    """A fault where a word of a text has more letters than any has that is meant; else None."""
    if len(node.value) <= WORD or max(map(len, _WHITE.split(node.value))) <= WORD:
        return None
    message = f"This has a word of more than {WORD:,} letters."
    return run.fault(node, "word-too-long", message, "Put spaces into it, or leave it out.")


def _read_integer(node: Node, run: Decoding) -> object:
    if isinstance(node, ScalarNode) and _INTEGER.fullmatch(node.value) and not node.tag:
        return _too_long(node, run) or int(node.value)
    return run.no_scalar(node, "a whole number")


def _read_number(node: Node, run: Decoding) -> object:
    if isinstance(node, ScalarNode) and _NUMBER.fullmatch(node.value) and not node.tag:
        return _too_long(node, run) or float(node.value)
    return run.no_scalar(node, "a number")


def _too_long(node: ScalarNode, run: Decoding) -> object:
    """A fault where a number has more digits than anything is counted in; else None."""
    if len(node.value.partition(".")[0].lstrip("+-0")) <= DIGITS:
        return None
    message = f"This number has more than {DIGITS} digits."
    return run.fault(
        node, "wrong-value", message, "Put a text of digits in quotes, or write a smaller number."
    )


def _read_truth(node: Node, run: Decoding) -> object:
    if isinstance(node, ScalarNode) and node.value in _TRUTH and not node.tag:
        return _TRUTH[node.value]
    meant = _ALMOST_TRUTH.get(node.value.lower()) if isinstance(node, ScalarNode) else None
    return run.no_scalar(node, "true or false", f'Write "{meant}".' if meant else "")


def _converted(convert: Converter) -> Reader:
    def read(node: Node, run: Decoding) -> object:
        if not isinstance(node, ScalarNode) or run.is_blank(node) or node.tag:
            return run.no_scalar(node, "a single value")
        try:
            return _long_word(node, run) or convert(node, run)
        except Rejected as rejected:
            return run.fault(node, rejected.code, rejected.message, rejected.hint)
        except ValueError as error:
            return run.fault(node, "wrong-value", sentence(str(error)))

    return read


def sentence(text: str) -> str:
    """Give a message its capital and its full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _one_of(options: tuple[Any, ...]) -> Reader:
    values = {str(option): option for option in options if option != ""}

    def read(node: Node, run: Decoding) -> object:
        if isinstance(node, ScalarNode) and not node.tag:
            if node.value in values:
                return values[node.value]
            if not run.is_blank(node):
                return run.no_option(node, values)
        return run.no_scalar(node, "one of " + ", ".join(values))

    return read


def _list_of(entry: Reader) -> Reader:
    def read(node: Node, run: Decoding) -> object:
        if not isinstance(node, SequenceNode) or node.tag:
            return run.no_list(node)
        found = [entry(child, run) for child in node.value]
        return tuple([value for value in found if value is not BAD]) if BAD in found else tuple(found)

    return read


def _exactly(entries: tuple[Reader, ...]) -> Reader:
    def read(node: Node, run: Decoding) -> object:
        if not isinstance(node, SequenceNode) or node.tag:
            return run.no_list(node)
        if len(node.value) != len(entries):
            message = f"This list needs {len(entries)} entries; it has {len(node.value)}."
            hint = (
                "Add what is missing."
                if len(node.value) < len(entries)
                else "Take out what is too much; an entry that holds a comma stands in quotation marks."
            )
            return run.fault(node, "wrong-length", message, hint)
        found = tuple(entry(child, run) for entry, child in zip(entries, node.value, strict=True))
        return BAD if BAD in found else found

    return read


def _mapping_of(entry: Reader) -> Reader:
    def read(node: Node, run: Decoding) -> object:
        if not isinstance(node, MappingNode) or node.tag:
            return run.no_mapping(node)
        found = {key: entry(child, run) for key, child in run.pairs(node)}
        return {key: value for key, value in found.items() if value is not BAD}

    return read
