"""The way back: sheets become pages again."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest
from tests.bind.sheets import (
    changed,
    numbered,
    reader_of,
    text_spots,
    texts,
    turn,
)

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Creep, Job, PrinterMarks
from guidepress.bind.linearise import linearise

ALL = frozenset({"trim", "fold", "register"})


def codes(found: pytest.ExceptionInfo[FaultsFound]) -> list[str]:
    return [diagnostic.code for diagnostic in found.value.diagnostics]


@pytest.mark.parametrize("scheme", ["saddle", "perfect", "up", "stack", "cards", "repeat", "zine"])
def test_an_imposed_file_gives_its_pages_back(scheme: str) -> None:
    source = changed(numbered(9), lambda index, page: turn(page, 90 * (index % 4)))
    job = Job(
        scheme, up=4, marks=PrinterMarks(ALL), slug="x", creep=Creep(caliper=500), sheet=(600_000, 800_000)
    )
    back = linearise(impose(source, job).pdf)
    assert texts(back) == [f"page {number}" for number in range(1, 10)]
    old, new = reader_of(source), reader_of(back)
    for before, after in zip(old.pages, new.pages, strict=True):
        assert list(map(float, after.trimbox)) == list(map(float, before.trimbox))
        assert after.rotation == before.rotation


@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize("scheme", ["saddle", "perfect", "up", "stack", "cards", "zine"])
def test_sheets_of_others_are_cut_up(scheme: str, flip: Any) -> None:  # noqa: ANN401 - a literal
    job = Job(scheme, up=4, flip=flip, gutter=10_000, signature=2)
    writer = pypdf.PdfWriter()
    for page in reader_of(impose(numbered(8), job).pdf).pages:
        writer.add_page(page)  # a plain copy, without the catalog and its record
    out = io.BytesIO()
    writer.write(out)
    back = linearise(out.getvalue(), job, pages=8)
    assert [text_spots(back, at, [f"page {at + 1}"])[0] for at in range(8)] == [
        pytest.approx(text_spots(numbered(8), 0, ["page 1"])[0], abs=0.02)
    ] * 8


def test_a_file_without_a_record_must_be_explained() -> None:
    with pytest.raises(FaultsFound, match="no record of how it was imposed") as found:
        linearise(numbered(4))
    assert codes(found) == ["no-record"]
    with pytest.raises(FaultsFound, match="3 sides are no whole sheets"):
        linearise(numbered(3), Job())
    with pytest.raises(FaultsFound, match="hold 8 pages at most"):
        linearise(numbered(4), Job(), pages=9)
