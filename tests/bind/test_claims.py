"""A pack claims what all its files meet."""

from __future__ import annotations

import warnings
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typst
from tests.bind.packs import guide, page_file, reader_of
from tests.pdf.conftest import Hand

from guidepress.bind.merge import merge
from guidepress.bind.plan import Merged, MergePart, MergePlan
from guidepress.verify.standards import validate

HTML = """<html lang="en-GB"><head><title>From HTML</title></head><body><h1 id="a">Hello</h1>
<p>See <a href="#b">below</a> and <a href="https://example.org">out</a>.</p><h2 id="b">Below</h2>
<ul><li>one</li><li>two</li></ul><table><thead><tr><th>A</th><th>B</th></tr></thead>
<tbody><tr><td>1</td><td>2</td></tr></tbody></table></body></html>"""


TYPST = b"""#set document(title: "From Typst", date: datetime(year: 2026, month: 11, day: 23))
#set text(lang: "en")
#set heading(numbering: "1.")
#outline()
= First <a>
Hello world, see @b #footnote[A note.] and #link("https://example.org")[a link].
== Second <b>
#table(columns: 2, table.header[A][B], [1], [2])
"""


compile_typst: Any = typst.compile  # its stub lists each standard as a literal


@pytest.fixture(scope="module")
def hand() -> Hand:
    return Hand()


def bind(folder: Path, *files: bytes, plan: MergePlan | None = None) -> tuple[Merged, bytes]:
    parts = [MergePart(Path(f"{number}.pdf"), data=data) for number, data in enumerate(files, 1)]
    merged = merge(parts, folder / "pack.pdf", plan)
    return merged, (folder / "pack.pdf").read_bytes()


def root_of(data: bytes) -> Any:  # noqa: ANN401 - pypdf's objects have no static shape
    return reader_of(data).trailer["/Root"]


def of_weasyprint(variant: str) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of libraries that WeasyPrint will want one day
        weasyprint = import_module("weasyprint")
        made: bytes = weasyprint.HTML(string=HTML).write_pdf(pdf_variant=variant)
    return made


def of_typst(folder: Path, standard: str) -> bytes:
    (folder / "t.typ").write_bytes(TYPST)
    made: bytes = compile_typst(str(folder / "t.typ"), format="pdf", pdf_standards=standard)
    return made


def test_archives_of_three_makers_make_one_archive(hand: Hand, tmp_path: Path) -> None:
    """Their sRGB profiles differ byte by byte, but not in the colours they mean."""
    files = [
        guide(hand, "Ours"),
        of_weasyprint("pdf/a-2a"),
        of_typst(tmp_path, "a-2a"),
    ]
    merged, _ = bind(tmp_path, *files)
    assert merged.claims == ("PDF/A-2a",)
    (verdict,) = validate([merged.path], "2a")
    assert verdict.faults == ()


def test_the_weakest_level_of_an_archive_is_kept(hand: Hand, tmp_path: Path) -> None:
    merged, _ = bind(tmp_path, guide(hand, "Ours"), of_weasyprint("pdf/a-3b"))
    assert merged.claims == ("PDF/A-3b",)


def test_a_standard_that_is_lost_is_named_with_the_file(hand: Hand, tmp_path: Path) -> None:
    merged, pack = bind(tmp_path, guide(hand, "Ours"), page_file())
    assert merged.claims == ()
    said = [diagnostic.message for diagnostic in merged.diagnostics]
    assert said[:3] == [
        "The pack is not PDF/UA-1: 2.pdf is not tagged.",
        "The pack is not PDF/A: 2.pdf does not claim it.",
        "2.pdf: not tagged, so a screen reader passes over it.",
    ]
    assert len(root_of(pack)["/StructTreeRoot"]["/K"]["/K"]) == 1
