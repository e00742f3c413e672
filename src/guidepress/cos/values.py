"""The values that PDF objects are made of, as Python values (ISO 32000-1, 7.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, Union

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Dictionary", "Malformed", "Name", "Object", "Ref", "Stream", "Undecodable", "Value", "rounded"]


class Malformed(ValueError):  # noqa: N818 - it names what the bytes are
    """These bytes are not what the standard says they must be."""


class Undecodable(Malformed):
    """A stream's data is not coded as its filters say."""


class Name(str):
    """A name without its slash, escapes undone; each character stands for one byte (Latin-1)."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an object. A file has one newest object a number, so that a generation tells nothing more."""

    number: int


Value: TypeAlias = Union[bool, int, float, bytes, Name, Ref, list["Value"], dict[str, "Value"], None]  # noqa: UP007 - `|` cannot hold names of types that follow
"""Any value but a stream: strings are bytes, numbers are int or float, keys of dictionaries stand without slash."""

Dictionary: TypeAlias = dict[str, Value]


class Stream(NamedTuple):
    """A stream: the entries of its dictionary, and its data as stored, decrypted but not decoded."""

    entries: Dictionary
    data: bytes


Object: TypeAlias = Value | Stream


def rounded(values: Iterable[float]) -> list[Value]:
    """Numbers of six decimals at most, whole ones without any: more says nothing on paper."""
    made: list[Value] = []
    for value in values:
        near = round(value, 6)
        made.append(int(near) if near == int(near) else near)
    return made
