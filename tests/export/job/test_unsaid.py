"""What copies are to say and no pupil has is told before anything is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.export.classes import class_job

from guidepress.export.job import load_job

SEATED, PLAIN = "Name,Class,Seat,Number\nAna,7b,1,4\nBo,7b,,\n", "Name,Class\nAna,7b\n"


@pytest.mark.parametrize(
    ("asked", "roster", "codes"),
    [
        ("order: seat\n", PLAIN, ["no-seats"]),
        ("personalise: [name, seat, number]\n", PLAIN, ["no-seats", "no-numbers"]),
        ("order: seat\npersonalise: [seat, number]\n", SEATED, []),  # some have one
        ("", PLAIN, []),
    ],
)
def test_seats_and_numbers_that_nobody_has_are_told(
    tmp_path: Path, asked: str, roster: str, codes: list[str]
) -> None:
    loaded = load_job(class_job(tmp_path, f"roster: class.csv\n{asked}", roster))
    assert loaded.roster
    assert [each.code for each in loaded.roster.diagnostics] == codes
