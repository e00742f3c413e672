"""A small class with its guide and job, and what tests ask of the files that it makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import zxingcpp

from guidepress.export.job import load_job
from guidepress.export.making import Bench, make
from guidepress.export.plan import plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.export.units import Artefact, WorkUnit

__all__ = ["GUIDE", "NAMES", "class_job", "codes_on", "made", "texts_of", "units_of"]

NAMES = ("Ana García", "Jörg Müller", "Юлия Щербакова", "Αλέξανδρος Παππάς", "Thị Ánh Nguyễn")

GUIDE = """\
format: 1
title: The Tell-Tale Heart
author: Edgar Allan Poe
language: en-US
overview: |-
  A man explains, with great care, why he is not mad.
questions:
  - {type: multiple_choice, prompt: Who tells the story?, choices: [A murderer, A clerk, A doctor, A judge], answer: A,
     use: [exam]}
  - {type: multiple_choice, prompt: What does he hear?, choices: [A bell, A heart, A cat, The sea], answer: B, use: [exam]}
  - {type: multiple_choice, prompt: What does he hate?, choices: [An ear, A hand, An eye, A voice], answer: C, use: [exam]}
  - {type: true_false, prompt: He confesses., answer: true, use: [exam]}
  - {type: short_answer, prompt: Why does he confess?, lines: 3, answer: The sound grows., use: [exam]}
"""


def class_job(folder: Path, more: str = "", roster: str = "") -> Path:
    """Write a guide, a roster and a job; `more` is added to the job."""
    (folder / "heart.yaml").write_text(GUIDE, encoding="utf-8")
    rows = "\n".join(f"{name},7b,{5 - seat}" for seat, name in enumerate(NAMES))
    (folder / "class.csv").write_text(roster or f"Name,Class,Seat\n{rows}\n", encoding="utf-8")
    path = folder / "job.yaml"
    path.write_text(f"format: 1\nguides: heart.yaml\n{more}", encoding="utf-8")
    return path


def units_of(job: Path) -> list[WorkUnit]:
    return list(plan(load_job(job)).units())


def made(job: Path, kind: str) -> list[Artefact]:
    """Make the files of a job that are of a kind."""
    bench = Bench()
    return [each for unit in units_of(job) if unit.kind == kind for each in make(unit, bench)]


def texts_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    found = [document[index].get_textpage().get_text_bounded() for index in range(len(document))]
    document.close()
    return found


def codes_on(pdf: bytes, dpi: int) -> Iterator[list[str]]:
    """The codes that are read on each page, rendered at a resolution."""
    document = pypdfium2.PdfDocument(pdf)
    for index in range(len(document)):
        picture = document[index].render(scale=dpi / 72, grayscale=True).to_numpy().squeeze()
        read = zxingcpp.read_barcodes(picture, formats=zxingcpp.barcode_formats_from_str("QRCode"))
        yield [each.text for each in read]
    document.close()
