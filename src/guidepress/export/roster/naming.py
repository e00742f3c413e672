"""In: the cells of a row that hold a name. Out: its parts, and the name as it is printed; or what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MOST", "PupilName", "misread", "named"]

MOST = 120
"""Most letters of a name: longer cells are no names."""

_SUFFIX = re.compile(r"(jr|sr|jnr|snr|ii|iii|iv)\.?", re.IGNORECASE)

_PLAIN = re.compile(r"[^\W\d_]", re.UNICODE)


@record
class PupilName:
    """A name, or a sentence about what is no name; `fault` "" is well."""

    given: str = ""
    family: str = ""
    whole: str = ""
    fault: str = ""


def named(cells: Mapping[str, str]) -> PupilName:
    """Make a name of its cells.

    Args:
        cells: by part: "given", "middle", "infix", "family", "second_family", "name", "listed".

    Returns:
        The name. What stands after the only comma of a whole name is the given name ("García, Ana"). A whole name
        without a comma is not divided: nobody can tell where.
    """
    given = _joined(cells, "given", "middle")
    family = _joined(cells, "infix", "family", "second_family")
    if not (given and family):
        listed = cells.get("listed") or cells.get("name", "")
        if listed:
            given, family, fault = _divided(listed)
            if fault:
                return PupilName(fault=fault)
            if not given:
                return _held(PupilName(whole=cells.get("name") or family))
    whole = cells.get("name", "")
    printed = whole if whole and "," not in whole else f"{given} {family}".strip()
    return _held(PupilName(given, family, printed))


def misread(text: str) -> bool:
    """Whether a text is UTF-8 that somebody read as Windows-1252 and saved: "GarcÃ­a"."""
    if text.isascii():
        return False
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False


def _joined(cells: Mapping[str, str], *parts: str) -> str:
    return " ".join(filter(None, (cells.get(part, "") for part in parts)))


def _divided(listed: str) -> tuple[str, str, str]:
    """Divide "Last, First"; a suffix between two commas goes with the family name."""
    parts = [part.strip() for part in listed.split(",") if part.strip()]
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[1]):
        parts = [f"{parts[0]} {parts[1]}", parts[2]]
    if len(parts) == 2 and _SUFFIX.fullmatch(parts[1]):
        return "", f"{parts[0]} {parts[1]}", ""
    if len(parts) > 2:
        return "", "", "The name has several commas."
    return (parts[1], parts[0], "") if len(parts) == 2 else ("", "".join(parts), "")


def _held(name: PupilName) -> PupilName:
    if name.whole.startswith("#") and name.whole.isupper():
        return PupilName(fault=f"The cell holds Excel's {name.whole}, and no name.")
    if not _PLAIN.search(name.whole):
        return PupilName(fault="The name has no letters.")
    if len(name.whole) > MOST:
        return PupilName(fault=f"The name has {len(name.whole)} characters; no name has more than {MOST}.")
    return name
