"""In: a class with annotated fields. Out: the same as a frozen, slotted record, a `msgspec.Struct` in all but its spelling.

Every type that passes between stages is a record. The standard decorator compiles five methods for each class when
it is imported, 0.6 ms a class; msgspec makes the class and its instances in C.

No record is looked at by the collector of cycles: what is frozen when it is made can be part of none, unless it
holds something that changes and leads back to it. A record holds nothing such.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeVar, dataclass_transform, overload

import msgspec
from msgspec import NODEFAULT, Struct, StructMeta

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    # A type checker takes a record for a dataclass, and knows what of it may be replaced.
    from dataclasses import replace
else:
    from msgspec.structs import replace

__all__ = ["Field", "field", "fields", "identity", "is_record", "located", "record", "replace"]

T = TypeVar("T")


class Field(Struct, frozen=True, gc=False):
    """What a record says of one of its fields.

    Attributes:
        name: the field's name.
        hint: what it is annotated with: a type, or the text of one where the module postpones annotations.
        required: whether a value must be given.
        default: the value that stands where none is given; None where there is none, or where it is made anew.
        factory: what makes the default anew for every instance, or None.
        metadata: what `field(metadata=...)` was given.
    """

    name: str
    hint: Any
    required: bool
    default: Any
    factory: Callable[[], Any] | None
    metadata: Mapping[str, Any]


class _Given(Struct, frozen=True, gc=False):
    """What `field` was given, until the class is made."""

    default: Any
    factory: Any
    metadata: Mapping[str, Any]


_PLAIN: Final = _Given(NODEFAULT, NODEFAULT, {})


@overload
def field(*, default: T, metadata: Mapping[str, Any] = ...) -> T: ...
@overload
def field(*, default_factory: Callable[[], T], metadata: Mapping[str, Any] = ...) -> T: ...
@overload
def field(*, metadata: Mapping[str, Any]) -> Any: ...  # noqa: ANN401 - whatever the field is annotated with
def field(
    *,
    default: Any = NODEFAULT,
    default_factory: Any = NODEFAULT,
    metadata: Mapping[str, Any] = _PLAIN.metadata,
) -> Any:
    """Say more of a field than its type and its default.

    Args:
        default: the value where none is given.
        default_factory: makes that value anew for each instance.
        metadata: what readers of the record want to know of the field.
    """
    return _Given(default, default_factory, metadata)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted record compared by value."""
    return _make(cls, by_value=True)  # type: ignore[no-any-return]


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def identity(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted record compared and hashed by identity, for interned values."""
    return _make(cls, by_value=False)  # type: ignore[no-any-return]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def located(cls: type[T]) -> type[T]:
    """Make a class a record that knows where it was written: two that say the same are equal wherever they stand.

    Its field `span` is left out of comparison and hash; it needs two more.
    """
    made = _make(cls, by_value=False)
    said = attrgetter(*(name for name in made.__struct_fields__ if name != "span"))

    def equal(one: object, other: object) -> bool:
        return type(other) is made and bool(said(one) == said(other))

    made.__eq__ = equal
    made.__hash__ = lambda one: hash(said(one))
    return made  # type: ignore[no-any-return]


def is_record(value: object) -> bool:
    """Whether a value is a record or a type of records."""
    return isinstance(value if isinstance(value, type) else type(value), StructMeta)


def fields(kind: Any) -> tuple[Field, ...]:  # noqa: ANN401 - any record or its type
    """The fields of a record or of a type of records, in order."""
    names: tuple[str, ...] = kind.__struct_fields__
    defaults: tuple[Any, ...] = kind.__struct_defaults__
    given: Mapping[str, _Given] = kind.__record_fields__
    required = len(names) - len(defaults)
    found = []
    for index, name in enumerate(names):
        default = NODEFAULT if index < required else defaults[index - required]
        more = given.get(name, _PLAIN)
        factory = None if more.factory is NODEFAULT else more.factory
        plain = None if factory or default is NODEFAULT else default
        hint = kind.__annotations__[name]
        found.append(Field(name, hint, default is NODEFAULT, plain, factory, more.metadata))
    return tuple(found)


def _make(cls: type[Any], *, by_value: bool) -> Any:  # noqa: ANN401 - a class made here has no type before
    """Build the class anew as a Struct, which has to be said when a class is made."""
    body = {name: value for name, value in vars(cls).items() if name not in {"__dict__", "__weakref__"}}
    given = {name: value for name, value in body.items() if isinstance(value, _Given)}
    field_of: Any = msgspec.field
    body |= {
        name: field_of(default=each.default, default_factory=each.factory) for name, each in given.items()
    }
    body |= {"__qualname__": cls.__qualname__, "__record_fields__": given}
    bases = (Struct, *(base for base in cls.__bases__ if base is not object))  # `Generic` is kept
    made: Any = StructMeta(cls.__name__, bases, body, frozen=True, gc=False, eq=by_value)
    return made
