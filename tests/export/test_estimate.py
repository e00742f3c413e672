"""A plan counts what would be printed: the sheets of volumes, keys and class sheets, and no sheets of files for screens."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.export.classes import class_job, units_of

from guidepress.cli import main
from guidepress.export.estimate import estimate

if TYPE_CHECKING:
    from pathlib import Path

JOB = "layouts: {layout: exam, versions: 2, seed: 7}\nroster: class.csv\n"


def counted(folder: Path, more: str, *, on_screen: bool) -> dict[str, tuple[int | None, int | None]]:
    """Pages and sheets of each kind."""
    found: dict[str, tuple[int | None, int | None]] = {}
    for each in estimate(units_of(class_job(folder, JOB + more)), on_screen=on_screen):
        assert each.faults == ()
        before = found.get(each.kind, (0, 0))
        found[each.kind] = (before[0] or 0) + (each.pages or 0), (before[1] or 0) + (each.sheets or 0)
    return found


def test_of_both_kinds_of_file_volumes_alone_are_printed(tmp_path: Path) -> None:
    # A copy has three pages, a blank one in a volume: two sheets for each of five. Two keys of a page.
    assert counted(tmp_path, "files: both\n", on_screen=True) == {
        "volume": (20, 10),
        "class-sheet": (1, 1),
        "copies": (15, 0),
        "key": (2, 2),
    }


def test_files_for_single_pupils_alone_are_counted_as_they_would_be_printed(tmp_path: Path) -> None:
    assert counted(tmp_path, "files: copies\nkeys: false\n", on_screen=False) == {"copies": (15, 10)}


def test_the_command_names_what_a_catalogue_adds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(class_job(tmp_path, "catalogue: true\n")), "--plan"]) == 0
    assert "  catalogue: catalogue.pdf, index.json, index.csv" in capsys.readouterr().out.splitlines()


def test_the_command_counts_sheets_of_what_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = class_job(tmp_path, JOB + "files: both\n")
    assert main(["export", str(job), "--plan"]) == 0
    said = capsys.readouterr().out
    # A volume, five files, a class sheet and two keys; 20 + 15 + 1 + 2 pages, 10 + 1 + 2 sheets.
    assert "in all: 9 files, 38 pages, 13 sheets" in said
    assert "15 pages, for screens" in said
    assert main(["export", str(job), "--plan", "--json"]) == 0
    sheets = {each["kind"]: each["sheets"] for each in json.loads(capsys.readouterr().out)["units"]}
    assert (sheets["volume"], sheets["copies"]) == (10, 0)
