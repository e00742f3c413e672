"""In: rosters. Out: a few lines on each: what it is, what its columns are, what was not understood.

Pupils are listed when that is asked for, and never otherwise: what a terminal shows may be kept in a log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress import FaultsFound
from guidepress.base.numbers import counted
from guidepress.cli.say import as_data, say, say_faults, say_json
from guidepress.export.roster import read_roster

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.export.roster import Roster

__all__ = ["say_rosters"]

_PARTS = {
    "given": "given name",
    "family": "family name",
    "second_family": "second family name",
    "infix": "before the family name",
    "middle": "middle name",
    "name": "whole name",
    "listed": "whole name, family name first",
    "number": "number",
    "group": "class",
    "seat": "seat",
    "version": "version",
    "role": "role: pupils alone are kept",
    "status": "status: those who have left are passed over",
}
"""What a column gives, in words."""


def say_rosters(files: tuple[Path, ...], asked: tuple[str, str], *, names: bool, as_json: bool) -> int:
    """Tell of each roster; one that cannot be read does not stop the others.

    Args:
        files: where they are.
        asked: encoding and sheet, "" to find out.
        names: list the pupils.
        as_json: print for programs.

    Returns:
        0 if all were read, else 1.
    """
    good = True
    results: list[object] = []
    for path in files:
        try:
            roster = read_roster(path, encoding=asked[0], sheet=asked[1])
        except FaultsFound as faults:
            good = False
            if as_json:
                results.append(
                    {"file": str(path), "ok": False, "diagnostics": [*map(as_data, faults.diagnostics)]}
                )
            else:
                say_faults(faults.diagnostics, wrote=False)
            continue
        if as_json:
            results.append(_data(roster, names=names))
        else:
            _tell(roster, names=names)
    if as_json:
        say_json({"ok": good, "rosters": results})
    return 0 if good else 1


def _tell(roster: Roster, *, names: bool) -> None:
    classes = f" in {len(roster.groups)} classes" if len(roster.groups) > 1 else ""
    say(f"{roster.file}: {roster.form}, {counted(len(roster.pupils), 'pupil')}{classes}")
    width = max(len(each.heading) for each in roster.columns)
    for column in roster.columns:
        say(f"  {column.heading:<{width}}  {_PARTS[column.part]}")
    if roster.unneeded:
        say(f"  not kept: {', '.join(roster.unneeded)}")
    if roster.unknown:
        say(f"  not understood: {', '.join(roster.unknown)}")
    if len(roster.groups) > 1:
        for group in roster.groups:
            say(f"  {group}: {counted(sum(each.group == group for each in roster.pupils), 'pupil')}")
    if names:
        for pupil in roster.pupils:
            say(
                "  "
                + " · ".join(
                    filter(None, (pupil.filed, pupil.number, pupil.group, pupil.seat, pupil.version))
                )
            )
    say_faults(roster.diagnostics, wrote=False)


def _data(roster: Roster, *, names: bool) -> dict[str, object]:
    listed = [
        {
            "row": pupil.span.line,
            "given": pupil.given,
            "family": pupil.family,
            "name": pupil.name,
            "number": pupil.number,
            "class": pupil.group,
            "seat": pupil.seat,
            "version": pupil.version,
        }
        for pupil in roster.pupils
    ]
    return {
        "file": roster.file,
        "ok": True,
        "form": roster.form,
        "count": len(roster.pupils),
        "classes": list(roster.groups),
        "columns": {each.heading: each.part for each in roster.columns},
        "not_kept": list(roster.unneeded),
        "not_understood": list(roster.unknown),
        **({"pupils": listed} if names else {}),
        "diagnostics": [*map(as_data, roster.diagnostics)],
    }
