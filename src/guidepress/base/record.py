"""In: a class with annotated fields. Out: the same as a frozen, slotted dataclass.

Every type that passes between stages is a record. One name for it keeps the policy in one place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

__all__ = ["field", "identity", "record"]

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted dataclass compared by value."""
    return dataclass(frozen=True, slots=True)(cls)


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def identity(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted dataclass compared and hashed by identity, for interned values."""
    return dataclass(frozen=True, slots=True, eq=False)(cls)
