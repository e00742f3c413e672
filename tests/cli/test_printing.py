"""Printers are listed and shown, for people and for programs."""

from __future__ import annotations

import json

import pytest

from guidepress.cli import main


def test_printers_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["printers"]) == 0
    assert (
        capsys.readouterr()
        .out.splitlines()[2]
        .startswith("kdp          Amazon KDP: Amazon's print on demand")
    )
    assert main(["printers", "--json"]) == 0
    assert [each["id"] for each in json.loads(capsys.readouterr().out)] == [
        "generic",
        "ingramspark",
        "kdp",
        "lulu",
    ]


def test_a_printer_is_shown_with_the_source_of_each_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["printers", "show", "kdp"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        "interior bleed: 0.125 in (3.17 mm) · KDP Help, Trim Size, Bleed and Margins, 2026-11-23 [A]" in lines
    )
    assert main(["printers", "show", "kdp", "--json"]) == 0
    figures = {each["name"]: each for each in json.loads(capsys.readouterr().out)["figures"]}
    assert figures["interior bleed"]["checked"] == "2026-11-23"


def test_an_unknown_printer_and_words_without_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["printers", "show", "kpd"]) == 1
    assert 'There is no printer "kpd". Did you mean "kdp"?' in capsys.readouterr().err
    assert main(["printers", "kdp"]) == 2
    assert "'kdp' asks for nothing; write guidepress printers show kdp." in capsys.readouterr().err
