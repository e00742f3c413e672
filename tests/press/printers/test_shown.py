"""Every figure of a printer is shown with its unit, its source, the day and the grade."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.press.printers.test_load import sources_in

from guidepress.press.printers import load_printer, printer_names
from guidepress.press.printers.shown import shown_figures


@pytest.mark.parametrize("name", printer_names())
def test_no_figure_is_left_out(name: str) -> None:
    printer = load_printer(name)
    shown = sorted(str(each.source) for each in shown_figures(printer))
    assert shown == sorted(map(str, sources_in(printer)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("trims 6x9", "width 6 in (152.4 mm), height 9 in (228.6 mm)"),
        ("papers white inks black pages", "least 24, most 828"),
        ("papers white inks black caliper", "0.002252 in (0.0572 mm) a page"),
        ("interior smallest type", "7 pt"),
        ("interior bleed", "0.125 in (3.17 mm)"),
        ("interior last blank", "no"),
        ("interior bleed edges", "top; bottom; outside"),
        ("interior resolution", "300"),
    ],
)
def test_figures_read_as_people_write_them(name: str, value: str) -> None:
    found = {each.name: each.value for each in shown_figures(load_printer("kdp"))}
    assert found[name] == value


def test_a_length_that_was_measured_in_millimetres_is_told_in_them(tmp_path: Path) -> None:
    own = tmp_path / "town.yaml"
    own.write_text(
        "format: 1\nextends: generic\nname: Town\nsources: {letter: {title: A letter, checked: 2026-05-03, grade: A}}\n"
        "interior:\n  bleed: {value: 3mm, source: letter}\n  thinnest_line: {value: 0.3pt, source: letter}\n",
        encoding="utf-8",
    )
    found = {each.name: each.value for each in shown_figures(load_printer(str(own)))}
    assert (found["interior bleed"], found["interior thinnest line"]) == ("0.1181 in (3 mm)", "0.3 pt")
