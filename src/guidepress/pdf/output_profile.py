"""In: an ICC file. Out: the profile of a press, checked: what it is and how it is called (ICC.1:2010, 7.2 and 7.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import record
from guidepress.standard import Fault, judge

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["OutputProfile", "load_output_profile", "read_output_profile"]

_HEADER = 128
_TABLES = ("A2B0", "B2A0")
"""What every output profile of four inks has: from inks to colours, and back (ICC.1:2010, 8.5.2)."""

_CLASSES = {"scnr": "a scanner", "mntr": "a screen", "link": "two devices", "spac": "a colour space"}
_SPACES = {"RGB ": "RGB", "GRAY": "grey", "Lab ": "Lab", "XYZ ": "XYZ"}


@record
class OutputProfile:
    """The profile of a press that prints in cyan, magenta, yellow and black.

    Attributes:
        data: the file.
        description: what it calls itself.
    """

    data: bytes
    description: str


def load_output_profile(path: Path) -> OutputProfile:
    """Read a profile from a file.

    Raises:
        FaultsFound: it cannot be read, or is not the profile of a press.
    """
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise _fault(str(path), problem.strerror or str(problem)) from problem
    return read_output_profile(data, str(path))


def read_output_profile(data: bytes, name: str) -> OutputProfile:
    """Check a profile: PDF/X-4 asks for the class of presses, `prtr`, four inks for the space CMYK.

    Args:
        data: the ICC file.
        name: what it is called in a fault.

    Raises:
        FaultsFound: it is not the profile of a press.
    """
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
        raise _fault(name, "it is no ICC profile, or not a whole one")
    if data[8] not in {2, 4}:
        raise _fault(
            name, f"it is of version {data[8]} of the format, and versions 2 and 4 are known to presses"
        )
    kind = data[12:16].decode("latin-1")
    if kind != "prtr":
        raise _fault(
            name, f"it describes {_CLASSES.get(kind, 'something else')} (class {kind}), not a press (prtr)"
        )
    space = data[16:20].decode("latin-1")
    if space != "CMYK":
        raise _fault(name, f"its colours are {_SPACES.get(space, space.strip())}, not CMYK")
    tags = _tags(data)
    missing = [tag for tag in _TABLES if tag not in tags]
    if missing:
        raise _fault(name, f"it has no table {' and no table '.join(missing)}")
    return OutputProfile(data, _description(tags.get("desc", b"")) or name)


def _tags(data: bytes) -> dict[str, bytes]:
    """The tags that lie within the file."""
    count = int.from_bytes(data[_HEADER : _HEADER + 4], "big")
    found: dict[str, bytes] = {}
    for at in range(_HEADER + 4, min(_HEADER + 4 + 12 * count, len(data) - 11), 12):
        start, size = (int.from_bytes(data[at + place : at + place + 4], "big") for place in (4, 8))
        if start + size <= len(data):
            found[data[at : at + 4].decode("latin-1")] = data[start : start + size]
    return found


def _description(tag: bytes) -> str:
    """The text of a profile's description, of version 2 (ASCII) or 4 (its first language)."""
    if tag[:4] == b"desc":
        length = int.from_bytes(tag[8:12], "big")
        return tag[12 : 12 + length].rstrip(b"\0").decode("ascii", "replace")
    if tag[:4] == b"mluc" and len(tag) >= 28:
        length, start = int.from_bytes(tag[20:24], "big"), int.from_bytes(tag[24:28], "big")
        return tag[start : start + length].decode("utf-16-be", "replace").rstrip("\0")
    return ""


def _fault(name: str, reason: str) -> FaultsFound:
    return FaultsFound(judge([(Fault.BAD_PROFILE, (name, reason))], ["x4"]))
