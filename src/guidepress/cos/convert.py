"""In: objects of pypdf, which opens encrypted files. Out: the same as values of ours, decrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.cos.values import Malformed, Name, Ref, Stream

if TYPE_CHECKING:
    from guidepress.cos.values import Dictionary, Object, Value

__all__ = ["from_pypdf", "pypdf_faults"]

_DEEPEST = 300


def pypdf_faults() -> tuple[type[Exception], ...]:
    """All that pypdf raises where a file is not as it should be."""
    from pypdf import errors  # noqa: PLC0415 - only encrypted files need it

    return (
        errors.PyPdfError,
        errors.DependencyError,
        errors.DeprecationError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        AssertionError,
        ArithmeticError,
        NotImplementedError,
        RecursionError,
    )


def from_pypdf(made: object, depth: int = 0) -> Object:
    """Take over an object of pypdf, decrypted; references stay references.

    A stream within another object, which pypdf makes of damaged brackets, is taken as its dictionary: streams are objects
    by themselves (7.3.8).

    Raises:
        Malformed: brackets lie too deep inside one another.
    """
    from pypdf import generic  # noqa: PLC0415 - only encrypted files need it

    if depth > _DEEPEST:
        raise Malformed("brackets lie too deep inside one another")
    if isinstance(made, generic.IndirectObject):
        return Ref(made.idnum)
    if isinstance(made, generic.StreamObject) and not depth:
        return Stream(_entries(made, depth), bytes(made._data))  # noqa: SLF001 - pypdf has no public name for the stored bytes
    if isinstance(made, generic.DictionaryObject):
        return _entries(made, depth)
    if isinstance(made, generic.ArrayObject):
        return [from_pypdf(each, depth + 1) for each in list.__iter__(made)]  # type: ignore[misc]
    return _single(made)


def _entries(made: dict[Any, Any], depth: int) -> Dictionary:
    return {_name(key): from_pypdf(each, depth + 1) for key, each in dict.items(made)}  # type: ignore[misc]


def _single(made: object) -> Value:
    from pypdf import generic  # noqa: PLC0415 - as above

    value: Value = None
    if isinstance(made, generic.NameObject):
        value = Name(_name(made))
    elif isinstance(made, generic.BooleanObject):
        value = bool(made.value)
    elif isinstance(made, generic.TextStringObject):
        value = made.original_bytes
    elif isinstance(made, generic.ByteStringObject):
        value = bytes(made)
    elif isinstance(made, generic.NumberObject):
        value = int(made)
    elif isinstance(made, generic.FloatObject):
        value = float(made)
    return value


def _name(text: str) -> str:
    return text.removeprefix("/").encode("utf-8", "surrogateescape").decode("latin-1")
