"""Packages that other programs write, each as small as it can be, and the same with one part damaged."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from tests.exchange.text.word import LISTS, listed, par, run, table, word_file

from guidepress.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

__all__ = ["pupils", "quizzes", "repacked", "word_files"]

_FORMATS = (
    "anki", "blackboard", "blooket", "canvas", "cartridge", "gimkit", "h5p", "kahoot", "moodle", "numbered", "qti21",
    "qti22", "qti30", "quizlet", "wayground", "xlsx",
)  # fmt: skip
_GUIDE = """format: 1
title: T
author: A
overview: Text.
questions:
  - {type: multiple_choice, prompt: Who?, choices: [Marley, "Fred *M.*"], answer: A, points: 0.5, explanation: Dead., use: quiz}
  - {type: multiple_choice, prompt: Which?, choices: [a, b, c], answer: [A, C], weights: {B: -50}, feedback: {A: Yes.}, use: quiz}
  - {type: true_false, prompt: He lives., answer: false, use: quiz}
  - {type: short_answer, prompt: "How old is he?", answer: "7", match: exact, tolerance: 1, use: quiz}
  - {type: matching, prompt: Match., pairs: [[Marley, dead], [Fred, merry]], decoys: [asleep], use: quiz}
  - {type: ordering, prompt: Order., choices: [one, two, three], use: quiz}
  - {type: fill_blank, prompt: Marley died ____ years ago., answer: "7", use: quiz}
  - {type: long_answer, prompt: Why?, answer: Because., use: quiz}
"""


@cache
def quizzes() -> dict[str, bytes]:
    """A quiz in every format that is written, by the name of a file."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        os.chdir(folder)
        try:
            Path("g.yaml").write_text(_GUIDE, encoding="utf-8")
            Path("made").mkdir()
            for name in _FORMATS:
                if main(("quiz", "g.yaml", "--to", name, "-o", "made")):
                    raise RuntimeError(name)
            return {each.name: each.read_bytes() for each in sorted(Path("made").iterdir())}
        finally:
            os.chdir(here)


@cache
def word_files() -> tuple[bytes, ...]:
    """A Word file with headings, lists, a table, a note and looks."""
    note = f'<w:footnote w:id="1">{par("note")}</w:footnote>'
    lists = "".join(listed(text, depth=depth) for text, depth in (("x", 0), ("y", 1), ("z", 0)))
    size = '<w:sz w:val="28"/>'
    body = (
        par("Plot", style="Heading1", more='<w:outlineLvl w:val="0"/>')
        + par(run("a ", "<w:b/>"), run("b", size), '<w:r><w:footnoteReference w:id="1"/></w:r>')
        + lists
        + table(("a", "b"), ("c", "d"))
        + par("End.")
    )
    return (word_file(body, {"numbering": LISTS, "footnotes": note}),)


@cache
def pupils() -> bytes:
    """A workbook with a class."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError
    for row in (
        ("Name", "Class", "Seat", "Number"),
        ("A. Pupil", "8B", 3, 0.5),
        ("B. Pupil", "8B", "A1", True),
    ):
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(data: bytes, damage: Callable[[bytes], bytes], chance: Random) -> bytes:
    """Damage one part of a package before it is packed; what is no package is damaged as it is."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return damage(data)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as found, zipfile.ZipFile(stream, "w") as packed:
        struck = chance.choice(found.namelist())
        for name in found.namelist():
            part = found.read(name)
            packed.writestr(name, damage(part) if name == struck else part)
    return stream.getvalue()
