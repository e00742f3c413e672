"""In: a record of options. Out: its options by the names that a layout writes, and copies with some of them changed.

A field that is a record of options itself is a group: its options are written among the others, without its name.
"""

from __future__ import annotations

import functools
from typing import Annotated, Any, TypeAlias, TypeVar, get_args, get_type_hints

from guidepress.base.record import is_record, record, replace

__all__ = [
    "Amount",
    "OptionPlace",
    "Whole",
    "amounts",
    "changed",
    "hints_of",
    "option_places",
]

Options = TypeVar("Options")

Whole: TypeAlias = Annotated[int, "whole"]
"""A whole number from 0 up."""

Amount: TypeAlias = Annotated[int, "amount"]
"""Likewise, of how much is printed: 0 is all. It is lessened where a layout must fit so many pages."""


@record
class OptionPlace:
    """Where an option stands: the field of the group ("" if it is in none), its name, and its annotation."""

    group: str
    name: str
    hint: Any


def option_places(options: type[Any]) -> dict[str, OptionPlace]:
    """Find the options of a record type by name, in order, those of groups among them."""
    kind: Any = options  # mypy does not see that a type is hashable
    return _places(kind)


@functools.cache
def _places(options: Any) -> dict[str, OptionPlace]:  # noqa: ANN401 - any record type
    found: dict[str, OptionPlace] = {}
    for name, hint in hints_of(options).items():
        if is_record(hint):
            found |= {key: OptionPlace(name, key, each) for key, each in hints_of(hint).items()}
        else:
            found[name] = OptionPlace("", name, hint)
    return found


def hints_of(options: type[Any]) -> dict[str, Any]:
    """The annotations of a record of options, which stands among functions whose annotations are texts."""
    return get_type_hints(options, include_extras=True)


def changed(options: Options, values: dict[str, Any]) -> Options:
    """Copy options, those in `values` changed.

    Raises:
        KeyError: there is no option of that name.
    """
    places = option_places(type(options))
    groups: dict[str, dict[str, Any]] = {}
    for name, value in values.items():
        groups.setdefault(places[name].group, {})[places[name].name] = value
    own = groups.pop("", {})
    made = {group: replace(getattr(options, group), **inner) for group, inner in groups.items()}
    whole: Any = options
    copy: Options = replace(whole, **own, **made)
    return copy


def amounts(options: object) -> dict[str, int]:
    """How much the options let a section print, by name; those left out that say all."""
    found = {}
    for name, place in option_places(type(options)).items():
        if get_args(place.hint)[1:] == get_args(Amount)[1:]:
            value = getattr(getattr(options, place.group) if place.group else options, place.name)
            if value:
                found[name] = value
    return found
