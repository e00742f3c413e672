"""In: a pattern and what it may name. Out: the name of a file; two files never share one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from guidepress.base.diagnostics import fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.export.units import WorkUnit

__all__ = ["file_name", "plain_name", "refuse_twins"]

_USUAL = ("guide", "layout", "class", "code", "part", "version")
"""What files are called by where the job says nothing: all of these that a file has."""

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What one system or another does not take in names."""

_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)", re.IGNORECASE)
"""How no file of Windows may begin: devices of old have these names there, whatever ends them."""

_MOST = 120


def file_name(pattern: str, values: Mapping[str, str]) -> str:
    """Name a file, without its ending: what a pattern does not say is added where files would else be alike."""
    if not pattern:
        return plain_name("-".join(filter(None, (values.get(key, "") for key in _USUAL))))
    said = pattern
    for key, value in values.items():
        said = said.replace(f"{{{key}}}", value)
    told = [
        values.get(key, "")
        for key in ("part", "version")
        if f"{{{key}}}" not in pattern and values.get("part")
    ]
    return plain_name("-".join(filter(None, (said, *told))))


def plain_name(text: str) -> str:
    """Take out of a name what systems do not take, and runs of marks that empty fields leave."""
    plain = re.sub(r"\s+", " ", _FORBIDDEN.sub("-", text))
    return _RESERVED.sub(r"\g<0>_", re.sub(r"-{2,}", "-", plain).strip(" .-")[:_MOST]) or "file"


def refuse_twins(unit: WorkUnit, names: set[str]) -> None:
    """Note the files of a unit.

    Raises:
        FaultsFound: another unit has a file of that name; systems that do not tell capitals apart count, and those that
            write an accent for itself.
    """
    for name in unit.names if unit.kind == "copies" else (unit.name,):
        alike = normalize("NFC", normalize("NFC", name).casefold())
        if alike in names:
            message = f'Two files would be called "{name}.pdf".'
            hint = "Let `name` say more: {guide}, {layout}, {class}, {version}, {code}."
            raise fault("same-file", message, hint)
        names.add(alike)
