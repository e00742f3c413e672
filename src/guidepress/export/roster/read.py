"""In: the path of a roster. Out: the Roster, by the first format that knows what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.export.roster.bundles import open_bundle
from guidepress.export.roster.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.export.roster.pupils import Roster

__all__ = ["read_roster"]


def read_roster(path: Path, *, encoding: str = "", sheet: str = "") -> Roster:
    """Read a roster: a CSV or XLSX file, or the folder or archive that a school's system exports.

    Args:
        path: where it is.
        encoding: of its text; "" finds out.
        sheet: of a workbook; "" takes the one that has names.

    Raises:
        FaultsFound: it cannot be read, or rows of it cannot; each with its file and row.
    """
    bundle = open_bundle(path, encoding=encoding, sheet=sheet)
    form = next((each for each in FORMATS if each.fits(bundle)), None)
    if form is None:
        names = ", ".join(f"{name}.csv" for name in sorted(bundle.grids))
        message = f"{path} is no export that is known; it holds {names}."
        raise fault("unknown-roster", message, "Name the file with the pupils instead.")
    return form.read(bundle)
