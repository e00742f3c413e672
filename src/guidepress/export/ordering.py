"""In: the pupils of a class. Out: the order in which their copies are printed, and the version that each gets."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.numbers import whole_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.export.job.model import Order
    from guidepress.export.roster import Pupil

__all__ = ["assigned", "in_order"]

_DIGITS = re.compile(r"(\d+)")


def assigned(pupils: Sequence[Pupil], letters: Sequence[str]) -> tuple[str, ...]:
    """Give each pupil a version: the one that the roster asks for, else the next of the row.

    Versions go round in the order of seats where the roster has seats, else in its own order, so that neighbours get
    different ones.

    Raises:
        FaultsFound: a row asks for a version that there is not.
    """
    if len(letters) < 2:
        return tuple("" for _ in pupils)
    found = [""] * len(pupils)
    seated = sorted(range(len(pupils)), key=lambda index: natural(pupils[index].seat))
    for place, index in enumerate(seated):
        asked = pupils[index].version
        if asked and asked not in letters:
            message = f'This row asks for version "{asked}", and there are {", ".join(letters)}.'
            raise fault("no-version", message, "Change it, or leave it empty.", pupils[index].span)
        found[index] = asked or letters[place % len(letters)]
    return tuple(found)


def in_order(pupils: Sequence[tuple[Pupil, str]], order: Order) -> tuple[tuple[Pupil, str], ...]:
    """Put pupils and their versions in the order of copies; pupils that are alike in it stay as in the roster."""
    if order == "roster":
        return tuple(pupils)

    def key(entry: tuple[Pupil, str]) -> tuple[object, ...]:
        pupil, version = entry
        if order == "seat":
            return natural(pupil.seat), filing(pupil.filed)
        if order == "version":
            return version, filing(pupil.filed)
        return (filing(pupil.filed),)

    return tuple(sorted(pupils, key=key))


def natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """What seats are sorted by: "2" before "10", "A2" before "A10"; those without a seat come last."""
    if not text:
        return ((True, 0, ""),)
    parts = [part for part in _DIGITS.split(text.casefold()) if part]
    numbers = map(whole_number, parts)
    return tuple(
        (False, -1 if number is None else number, part) for number, part in zip(numbers, parts, strict=True)
    )


def filing(text: str) -> tuple[str, str]:
    """What names are sorted by: without capitals and accents first, then as they are."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(each for each in parted if not unicodedata.combining(each) and each not in "'’-")
    return plain, text
