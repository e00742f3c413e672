"""In: the plural rules of a language and a number. Out: the form of a word that the number takes.

The rules are written as Unicode CLDR writes them, so that those of a new language can be taken from its tables:
`i = 1 and v = 0`, `v = 0 and i % 10 = 2..4 and i % 100 != 12..14` (UTS #35, part 3, "Language Plural Rules").
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FORMS", "OTHER", "plural_form", "well_formed"]

OTHER = "other"
"""The form of every number that no rule names; each language has it."""

FORMS = ("zero", "one", "two", "few", "many", OTHER)
"""The names that CLDR gives to forms."""

_RELATION = re.compile(r"([nivftw])(?: % (\d+))? (!?=) (\d+(?:\.\.\d+)?(?:,\d+(?:\.\.\d+)?)*)")

_Relation: TypeAlias = tuple[str, int, bool, tuple[tuple[int, int], ...]]
"""Operand, modulus or 0, whether it must be in the ranges, and the ranges."""


def plural_form(rules: Mapping[str, str], number: float) -> str:
    """Name the form that a number takes.

    Args:
        rules: rule by form, without that for "other".
        number: as it is printed: 1.5 has one digit after the point.

    Raises:
        ValueError: a rule is none.
    """
    values = _operands(number)
    for form, rule in rules.items():
        if any(all(_holds(each, values) for each in side) for side in _parsed(rule)):
            return form
    return OTHER


def well_formed(rule: str) -> bool:
    """Tell whether a rule can be read."""
    try:
        _parsed(rule)
    except ValueError:
        return False
    return True


def _operands(number: float) -> dict[str, float]:
    """The operands of UTS #35: value, integer part, and the digits after the point, with trailing zeros or without."""
    whole, _, digits = f"{abs(number):g}".partition(".")
    significant = digits.rstrip("0")
    return {
        "n": abs(number),
        "i": int(float(whole)),
        "v": len(digits),
        "w": len(significant),
        "f": int(digits or 0),
        "t": int(significant or 0),
    }


def _holds(relation: _Relation, values: dict[str, float]) -> bool:
    operand, modulus, wanted, ranges = relation
    value = values[operand] % modulus if modulus else values[operand]
    return any(low <= value <= high and value == int(value) for low, high in ranges) is wanted


@functools.cache
def _parsed(rule: str) -> tuple[tuple[_Relation, ...], ...]:
    return tuple(tuple(map(_relation, side.split(" and "))) for side in rule.split(" or "))


def _relation(text: str) -> _Relation:
    match = _RELATION.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no relation")
    operand, modulus, sign, ranges = match.groups()
    pairs = (each.partition("..") for each in ranges.split(","))
    return (
        operand,
        int(modulus or 0),
        sign == "=",
        tuple((int(low), int(high or low)) for low, _, high in pairs),
    )
