"""Cells of a workbook are read as Excel shows them."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.export.rosters import faults

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.roster import read_roster
from guidepress.export.roster.workbooks import read_workbook


def test_zeros_that_a_format_puts_in_front_are_kept_and_whole_numbers_have_no_point() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", 123, 45.0, 1.5, True, dt.datetime(2014, 3, 1, tzinfo=None)])  # noqa: DTZ001 - as Excel has it
    sheet["B1"].number_format = "00000"
    data = io.BytesIO()
    book.save(data)
    (grid,) = read_workbook(data.getvalue(), "x.xlsx").values()
    assert grid.rows[0].cells == ("Name", "00123", "45", "1.5", "true", "2014-03-01")


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Name"])
    book.worksheets[0].append(["Ana García"])
    hidden = book.create_sheet("old")
    hidden.append(["Name"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "class.xlsx"
    book.save(path)
    assert [each.name for each in read_roster(path).pupils] == ["Ana García"]


@pytest.mark.parametrize(
    ("cell", "good"), [("A50000", True), ("A50001", False), ("ALL2", True), ("ALM2", False)]
)
def test_a_cell_far_from_the_pupils_is_refused_and_not_gone_to(cell: str, *, good: bool) -> None:
    """A sheet may have 50,000 rows and 1,000 columns (ALL is the thousandth); a row may say any number."""
    book = Workbook()
    book.worksheets[0].append(["Name"])
    book.worksheets[0][cell] = "x"
    data = io.BytesIO()
    book.save(data)
    if good:
        assert len(read_workbook(data.getvalue(), "x.xlsx")) == 1
        return
    with pytest.raises(FaultsFound, match="more than 50,000 rows or 1,000 columns"):
        read_workbook(data.getvalue(), "x.xlsx")


def test_old_workbooks_and_damaged_ones_are_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert faults(path) == [
        (
            f"error: {path} is a workbook of Excel before 2007, or has a password."
            " Save it as .xlsx without a password, or as CSV UTF-8. [old-workbook]"
        )
    ]
    path.write_bytes(b"PK\x03\x04nothing")
    assert [each.partition("[")[2] for each in faults(path)] == ["damaged-archive]"]
