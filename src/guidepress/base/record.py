"""In: a class with annotated fields. Out: the same as a frozen, slotted record, a dataclass in all but its cost.

Every type that passes between stages is a record. The standard decorator compiles five methods for each class
when it is imported, 0.6 ms a class, and a build must not spend a third of its time on that: a record compiles its
`__init__` when the first instance is made, shares its other methods with all records, and makes its dataclass
fields when `dataclasses.fields` asks for them.
"""

from __future__ import annotations

from dataclasses import _FIELD, MISSING, Field, FrozenInstanceError, field  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["field", "identity", "record", "replace"]

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted record compared by value."""
    return _make(cls, {"__eq__": _equals, "__hash__": _hash})


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def identity(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted record compared and hashed by identity, for interned values."""
    return _make(cls, {})


def replace(value: T, **changes: Any) -> T:  # noqa: ANN401 - a field may be anything
    """Copy a record with some fields changed.

    Raises:
        TypeError: a change names no field.
    """
    cls: Any = type(value)
    kept = {name: getattr(value, name) for name in cls.__slots__ if name not in changes}
    return cls(**kept, **changes)  # type: ignore[no-any-return]


def _make(cls: type[T], comparing: dict[str, Callable[..., object]]) -> type[T]:
    """Build the class anew with slots, since slots cannot be added to a class that exists."""
    body = dict(cls.__dict__)
    annotations: dict[str, Any] = body.get("__annotations__", {})
    defaults = {name: body.pop(name) for name in annotations if name in body}
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    rebuilt: Any = type(cls)
    made: type[T] = rebuilt(
        cls.__name__,
        cls.__bases__,
        {
            "__init__": _first_init,
            "__repr__": _repr,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__getstate__": _state,
            "__setstate__": _restore,
            **comparing,
            **body,
            "__slots__": tuple(annotations),
            "__match_args__": tuple(annotations),
            "__record_defaults__": defaults,
            "__dataclass_fields__": _Fields(annotations, defaults),
        },
    )
    return made


class _Fields:
    """The dataclass fields of a record, made when they are asked for and then kept on the class."""

    def __init__(self, annotations: dict[str, Any], defaults: dict[str, Any]) -> None:
        self._annotations = annotations
        self._defaults = defaults

    def __get__(self, instance: object, owner: Any) -> dict[str, Field[Any]]:  # noqa: ANN401 - any class
        # Made here, since `make_dataclass` would compile a whole class for them, at a millisecond each.
        fields: dict[str, Field[Any]] = {}
        for name, kind in self._annotations.items():
            default = self._defaults.get(name, MISSING)
            made: Any = default if isinstance(default, Field) else field(default=default)
            made.name, made.type, made.kw_only = name, kind, False
            made._field_type = _FIELD  # noqa: SLF001 - what tells `dataclasses.fields` a field from a class variable
            fields[name] = made
        type.__setattr__(owner, "__dataclass_fields__", fields)
        return fields


def _first_init(self: Any, *values: Any, **named: Any) -> None:  # noqa: ANN401 - stands for every signature
    """Compile the class's own `__init__`, put it in this one's place, and run it."""
    cls = type(self)
    cls.__init__ = _compile_init(cls)
    cls.__init__(self, *values, **named)


def _compile_init(cls: Any) -> Any:  # noqa: ANN401 - a class in, its method out
    """Write `__init__` as source: slots are set through their descriptors, which frozen instances still allow."""
    scope: dict[str, Any] = {"_MISSING": MISSING}
    parameters, body = ["self"], []
    for name in cls.__slots__:
        scope[f"_set_{name}"] = cls.__dict__[name].__set__
        default = cls.__record_defaults__.get(name, MISSING)
        value = name
        if isinstance(default, Field):
            if default.default_factory is not MISSING:
                scope[f"_make_{name}"] = default.default_factory
                value = f"_make_{name}() if {name} is _MISSING else {name}"
                default = None
                parameters.append(f"{name}=_MISSING")
            else:
                default = default.default
        if value == name:
            parameters.append(name if default is MISSING else f"{name}=_default_{name}")
            scope[f"_default_{name}"] = default
        body.append(f"    _set_{name}(self, {value})")
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(body or ["    pass"]), scope)  # noqa: S102 - as dataclasses do
    made = scope["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _values(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any record
    return tuple([getattr(value, name) for name in value.__slots__])


def _equals(self: Any, other: object) -> Any:  # noqa: ANN401 - bool or NotImplemented
    if type(other) is not type(self):
        return NotImplemented
    return self is other or _values(self) == _values(other)


def _hash(self: Any) -> int:  # noqa: ANN401 - any record
    return hash((type(self), *_values(self)))


def _repr(self: Any) -> str:  # noqa: ANN401 - any record
    listed = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({listed})"


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed: records are frozen")


def _state(self: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any record
    return _values(self)


def _restore(self: Any, state: tuple[Any, ...]) -> None:  # noqa: ANN401 - any record
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)
