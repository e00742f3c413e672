"""In: a font file as a family names it, with the number of a face in a collection. Out: the two of them apart."""

from __future__ import annotations

import re

__all__ = ["face_of_collection", "font_file"]

_NUMBERED = re.compile(r"(.+\.(?:ttc|otc))#([0-9]{1,4})", re.IGNORECASE)


def face_of_collection(path: str, number: int) -> str:
    """Name a face of a collection by its file and its number, from 0: "Gentium.ttc#2"."""
    return f"{path}#{number}"


def font_file(name: str) -> tuple[str, int]:
    """Take the name of a font file apart: the file itself, and the number of the face in it; 0 where it has but one."""
    found = _NUMBERED.fullmatch(name)
    return (found[1], int(found[2])) if found else (name, 0)
